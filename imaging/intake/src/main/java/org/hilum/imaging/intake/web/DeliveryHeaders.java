package org.hilum.imaging.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.upload.Delivery;
import org.hilum.imaging.intake.upload.UploadRefusal;

/**
 * What the headers of a request say about the bytes it brings.
 *
 * <p>{@code Upload-Offset: 4096}, or {@code Content-Range: bytes 4096-8191/10000} (RFC 9110, 14.4);
 * without either the bytes begin the file. {@code Repr-Digest: sha-256=:…:} (RFC 9530) is of the
 * whole file.
 */
final class DeliveryHeaders {

  private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");
  private static final Pattern RANGE =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");
  private static final Pattern DIGEST =
      Pattern.compile("(?i)(?:^|.*,)\\s*sha-256=:([A-Za-z0-9+/=]{44}):.*");
  private static final int SHA_256_BYTES = 32;

  private DeliveryHeaders() {}

  /** Reads them; {@code bytes} is the announced length of the file. */
  static Delivery read(HttpServletRequest request, long bytes) throws IOException, UploadRefusal {
    return new Delivery(offset(request, bytes), sha256(request), request.getInputStream());
  }

  private static long offset(HttpServletRequest request, long bytes) throws UploadRefusal {
    var offset = request.getHeader("Upload-Offset");
    if (offset != null) {
      if (!OFFSET.matcher(offset).matches()) {
        throw malformed("Upload-Offset is a number of bytes");
      }
      return Long.parseLong(offset);
    }
    var range = request.getHeader("Content-Range");
    return range == null ? 0 : first(range, bytes);
  }

  private static long first(String range, long bytes) throws UploadRefusal {
    var match = RANGE.matcher(range);
    if (!match.matches() || Long.parseLong(match.group(1)) > Long.parseLong(match.group(2))) {
      throw malformed("Content-Range is written like this: bytes 0-4095/10000");
    }
    if (!match.group(3).equals("*") && Long.parseLong(match.group(3)) != bytes) {
      throw malformed("Content-Range says another length than was announced: " + bytes);
    }
    return Long.parseLong(match.group(1));
  }

  private static String sha256(HttpServletRequest request) throws UploadRefusal {
    var header = request.getHeader("Repr-Digest");
    if (header == null) {
      return "";
    }
    var match = DIGEST.matcher(header);
    if (!match.matches()) {
      throw malformed("Repr-Digest is written like this: sha-256=:base64:");
    }
    return hex(match.group(1));
  }

  private static String hex(String base64) throws UploadRefusal {
    try {
      var digest = Base64.getDecoder().decode(base64);
      if (digest.length == SHA_256_BYTES) {
        return HexFormat.of().formatHex(digest);
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below.
    }
    throw malformed("the digest of SHA-256 has 32 bytes in base64");
  }

  private static UploadRefusal malformed(String words) {
    return UploadRefusal.of(IntakeReason.REQUEST_MALFORMED, words);
  }
}
