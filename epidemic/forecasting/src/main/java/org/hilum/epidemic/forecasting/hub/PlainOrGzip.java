package org.hilum.epidemic.forecasting.hub;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a text file, plain or gzip, as its first two bytes say. */
public final class PlainOrGzip {

  private static final int BUFFER_BYTES = 1 << 16;

  private PlainOrGzip() {}

  /** The text in UTF-8. */
  public static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      bytes.mark(2);
      boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      InputStream plain = gzip ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      bytes.close();
      throw broken;
    }
  }
}
