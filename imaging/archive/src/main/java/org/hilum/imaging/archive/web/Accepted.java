package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Which forms of an answer a client takes, those it likes best first (PS3.18 8.7.5).
 *
 * <p>The parameter {@code accept} counts before the header, as for a browser, which cannot set one.
 */
record Accepted(List<MediaType> types) {

  private static final int MOST = 32;

  private static final Pattern UNQUOTED_TYPE =
      Pattern.compile("(?<=[;\\s])type\\s*=\\s*([^\";,\\s]+)");

  Accepted {
    types = List.copyOf(types);
  }

  static Accepted of(HttpServletRequest request) {
    var parameter = request.getParameter("accept");
    var headers =
        parameter == null ? Collections.list(request.getHeaders("Accept")) : List.of(parameter);
    try {
      var quoted = headers.stream().map(Accepted::quoted).toList();
      var types = new ArrayList<>(MediaType.parseMediaTypes(quoted));
      if (types.size() > MOST) {
        throw DicomWebException.malformed("more forms than a client can mean", "Accept");
      }
      MimeTypeUtils.sortBySpecificity(types);
      types.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
      return new Accepted(types.isEmpty() ? List.of(MediaType.ALL) : types);
    } catch (InvalidMediaTypeException malformed) {
      throw DicomWebException.malformed("what the client takes cannot be read", "Accept");
    }
  }

  /** Several clients write {@code type=image/jls} without the quotation marks it needs. */
  private static String quoted(String header) {
    return UNQUOTED_TYPE.matcher(header).replaceAll("type=\"$1\"");
  }

  /** The first of some simple types that the client takes. */
  Optional<MediaType> simple(MediaType... offered) {
    for (var type : types) {
      for (var offer : offered) {
        if (type.includes(offer)) {
          return Optional.of(offer);
        }
      }
    }
    return Optional.empty();
  }

  /** The JSON of DICOM by one of its two names. */
  MediaType json() {
    var dicom = MediaType.parseMediaType("application/dicom+json");
    return simple(dicom, MediaType.APPLICATION_JSON)
        .orElseThrow(
            () -> DicomWebException.notAcceptable("the answer is application/dicom+json only"));
  }

  /** Whether parts of a type are taken, of which one follows the other. */
  static boolean isMultipart(MediaType type) {
    return type.getType().equals("multipart") && type.getSubtype().equals("related");
  }

  /** The type of the parts, or of the whole where there are no parts. */
  static MediaType inner(MediaType type) {
    if (!isMultipart(type)) {
      return type;
    }
    var named = type.getParameter("type");
    try {
      return named == null ? MediaType.ALL : MediaType.parseMediaType(unquoted(named));
    } catch (InvalidMediaTypeException malformed) {
      throw DicomWebException.malformed("the type of the parts cannot be read", "Accept");
    }
  }

  /** The transfer syntax wanted: a UID, {@code *}, or empty where none is named. */
  static String transferSyntax(MediaType type) {
    var named = type.getParameter("transfer-syntax");
    return named == null ? "" : unquoted(named);
  }

  private static String unquoted(String text) {
    boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
