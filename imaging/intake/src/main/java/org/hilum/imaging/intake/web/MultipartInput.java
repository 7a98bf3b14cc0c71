package org.hilum.imaging.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.intake.IntakeReason;

/**
 * Reads parts that follow each other (RFC 2046 5.1) as they come, without holding any of them.
 *
 * <p>Refuses, with {@link BrokenMultipartException}: more bytes than the limit, headers of more
 * than {@value #LONGEST_HEADERS} bytes, and an end without the last boundary. Used by one thread.
 */
final class MultipartInput {

  private static final int BUFFER = 128 * 1024;
  private static final int LONGEST_HEADERS = 8 * 1024;
  private static final int LONGEST_BEFORE = 64 * 1024;
  private static final byte[] LINE_END = {'\r', '\n'};

  private final InputStream in;
  private final Delimiter delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private long bytesLeft;
  private boolean isWithinPart;
  private boolean hasBegun;

  /** Who takes the bytes of a part; the array is used again. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] from, int offset, int length) throws IOException;
  }

  /**
   * Reads from a stream.
   *
   * @param mostBytes of all parts together with what stands between them
   */
  MultipartInput(InputStream in, String boundary, long mostBytes) {
    this.in = in;
    this.delimiter = new Delimiter(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    this.bytesLeft = mostBytes;
    // The first boundary may stand at the very beginning, where no line ends before it.
    System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length);
    this.end = LINE_END.length;
  }

  /** Headers of the next part, by their names in lower case; empty after the last part. */
  Optional<Map<String, String>> next() throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      skip(LONGEST_BEFORE);
    } else if (isWithinPart) {
      skip(Long.MAX_VALUE);
    }
    int first = octet();
    if (first == '-' && octet() == '-') {
      return Optional.empty();
    }
    isWithinPart = true;
    return Optional.of(headers(first));
  }

  private void skip(long most) throws IOException {
    var left = new long[] {most};
    body(
        (from, offset, length) -> {
          left[0] -= length;
          if (left[0] < 0) {
            throw broken("no part begins");
          }
        });
  }

  /** Hands on the bytes of the part up to the next boundary. */
  void body(Sink sink) throws IOException {
    while (true) {
      int found = delimiter.in(buffer, start, end);
      if (found >= 0) {
        hand(sink, found);
        start = found + delimiter.length();
        isWithinPart = false;
        return;
      }
      // What may be the beginning of a boundary waits for the rest of it.
      hand(sink, Math.max(start, end - delimiter.length() + 1));
      fill();
    }
  }

  private void hand(Sink sink, int until) throws IOException {
    if (until > start) {
      sink.write(buffer, start, until - start);
      start = until;
    }
  }

  private Map<String, String> headers(int first) throws IOException {
    var headers = new HashMap<String, String>();
    var line = new StringBuilder();
    boolean isOfBoundary = true;
    int octet = first;
    for (int n = 0; n < LONGEST_HEADERS; n++) {
      if (octet != '\n') {
        line.append((char) octet);
      } else {
        var text = line.toString().strip();
        if (text.isEmpty() && !isOfBoundary) {
          return headers;
        }
        if (isOfBoundary && !text.isEmpty()) {
          throw broken("a boundary goes on with something else");
        }
        isOfBoundary = false;
        header(text, headers);
        line.setLength(0);
      }
      octet = octet();
    }
    throw broken("the headers of a part are longer than " + LONGEST_HEADERS + " bytes");
  }

  private static void header(String line, Map<String, String> headers) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
  }

  private int octet() throws IOException {
    if (start == end) {
      fill();
    }
    return buffer[start++] & 0xFF;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    int read = read();
    if (read < 0) {
      throw broken("the request ends in the middle of a part");
    }
    bytesLeft -= read;
    if (bytesLeft < 0) {
      throw new BrokenMultipartException(
          IntakeReason.REQUEST_TOO_LARGE, "the request has more bytes than are taken at once");
    }
    end += read;
  }

  /** A broken line is told from a broken disk, where the bytes go. */
  private int read() throws BrokenMultipartException {
    try {
      return in.read(buffer, end, buffer.length - end);
    } catch (IOException gone) {
      throw broken("the line was lost in the middle of the request");
    }
  }

  private static BrokenMultipartException broken(String words) {
    return new BrokenMultipartException(IntakeReason.PARTS_BROKEN, words);
  }
}
