package org.hilum.imaging.intake.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says it brings: objects that follow each other, or one alone.
 *
 * <p>Read more gladly than the grammar of media types: several senders write {@code
 * type=application/dicom} without quotation marks.
 *
 * @param boundary between parts; empty for one object alone
 */
record StowRequest(String boundary) {

  /** RFC 2046 5.1.1 and whatever else cannot be a line end, and longer ones: Orthanc's has 73. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([A-Za-z0-9-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;\"]*))");

  private static final String DICOM = "application/dicom";

  /** Reads the type; empty where it is none that is taken. */
  static Optional<StowRequest> of(@Nullable String contentType) {
    var text = contentType == null ? "" : contentType;
    var type = bare(text);
    if (type.equals(DICOM)) {
      return Optional.of(new StowRequest(""));
    }
    var parameters = parameters(text);
    var boundary = parameters.getOrDefault("boundary", "");
    boolean isOfObjects = parameters.getOrDefault("type", DICOM).equalsIgnoreCase(DICOM);
    return type.equals("multipart/related") && isOfObjects && BOUNDARY.matcher(boundary).matches()
        ? Optional.of(new StowRequest(boundary))
        : Optional.empty();
  }

  /** Whether a part is an object; one that says nothing is what the request says. */
  static boolean isObject(@Nullable String partType) {
    return partType == null || bare(partType).equals(DICOM);
  }

  private static String bare(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> parameters(String type) {
    var parameters = new HashMap<String, String>();
    var matcher = PARAMETER.matcher(type);
    while (matcher.find()) {
      var quoted = matcher.group(2);
      parameters.put(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3).strip() : quoted);
    }
    return parameters;
  }
}
