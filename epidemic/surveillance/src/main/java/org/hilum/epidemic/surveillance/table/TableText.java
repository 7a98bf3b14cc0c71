package org.hilum.epidemic.surveillance.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The text of a file, plain or packed, within limits; and what it is made of. */
final class TableText {

  /** Unpacked bytes of one file; the largest of the hubs' files has a tenth of it. */
  static final long LARGEST_BYTES = 512L << 20;

  /** Longest header that is looked through for its separator, in characters. */
  private static final int LONGEST_HEADER = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TableText() {}

  /** Opens a file; a strict decoder refuses other encodings instead of reading wrong letters. */
  static BufferedReader open(Path file) throws IOException {
    var letters = new InputStreamReader(bytes(file), StandardCharsets.UTF_8.newDecoder());
    return new BufferedReader(letters, 1 << 16);
  }

  private static InputStream bytes(Path file) throws IOException {
    InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return new LimitedInput(plain, LARGEST_BYTES);
    }
    try {
      return new LimitedInput(new GZIPInputStream(plain, 1 << 16), LARGEST_BYTES);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /**
   * Skips a byte order mark and finds what separates the names of the header, without reading on.
   */
  static char separator(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
      reader.mark(LONGEST_HEADER);
    } else {
      reader.mark(LONGEST_HEADER);
    }
    char best = ',';
    for (int n = 0; n < LONGEST_HEADER - 1; n++) {
      int one = reader.read();
      if (one < 0 || one == '\n' || one == '\r' || one == ',') {
        break;
      }
      if (one == ';' || one == '\t') {
        best = (char) one;
        break;
      }
    }
    reader.reset();
    return best;
  }

  /** The first line with bytes that UTF-8 does not have; 0 when it cannot be told. */
  static long firstForeignLine(Path file) {
    try (InputStream in = bytes(file);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
      long line = 1;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        if (!isUtf8(text.getBytes(StandardCharsets.ISO_8859_1))) {
          return line;
        }
        line++;
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
