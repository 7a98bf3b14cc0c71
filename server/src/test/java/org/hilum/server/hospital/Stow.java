package org.hilum.server.hospital;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Sends objects over STOW-RS. */
final class Stow {

  private Stow() {}

  static Answer send(Visitor visitor, byte[] object) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(ascii("--parts\r\nContent-Type: application/dicom\r\n\r\n"));
    body.writeBytes(object);
    body.writeBytes(ascii("\r\n--parts--\r\n"));
    return visitor.send(
        "POST",
        "/dicomweb/studies",
        body.toByteArray(),
        "Content-Type",
        "multipart/related; type=\"application/dicom\"; boundary=parts",
        "Accept",
        "application/dicom+json");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
