package org.hilum.imaging.archive.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes parts that follow each other (RFC 2387), each as it comes. */
final class MultipartOutput {

  private static final int BUFFER = 64 * 1024;

  private final String boundary;
  private final OutputStream out;

  MultipartOutput(String boundary, OutputStream out) {
    this.boundary = boundary;
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  /** A line that occurs in no part. */
  static String newBoundary() {
    return "hilum-" + UUID.randomUUID();
  }

  /** The type of an answer whose parts have that type. */
  static String contentType(String ofParts, String boundary) {
    return "multipart/related; type=\"%s\"; boundary=%s".formatted(ofParts, boundary);
  }

  /** Begins a part; what is written next is its content. */
  OutputStream part(String contentType) throws IOException {
    line("\r\n--" + boundary);
    line("Content-Type: " + contentType);
    line("");
    return out;
  }

  /** Begins a part of known length. */
  OutputStream part(String contentType, long length) throws IOException {
    line("\r\n--" + boundary);
    line("Content-Type: " + contentType);
    line("Content-Length: " + length);
    line("");
    return out;
  }

  /** No part follows. */
  void end() throws IOException {
    line("\r\n--" + boundary + "--");
    out.flush();
  }

  private void line(String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
