package org.hilum.imaging.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip archives, good and bad. */
final class Zips {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;

  private Zips() {}

  static byte[] of(Map<String, byte[]> entries) throws IOException {
    return of(StandardCharsets.UTF_8, entries);
  }

  static byte[] of(Charset names, Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, names)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Marks every entry as protected by a password (PKWARE 4.4.4, bit 0). */
  static byte[] encrypted(byte[] zip) {
    var marked = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < zip.length - 12; at++) {
      if (marked.getInt(at) == LOCAL_HEADER) {
        marked.putShort(at + 6, (short) (marked.getShort(at + 6) | 1));
      } else if (marked.getInt(at) == CENTRAL_HEADER) {
        marked.putShort(at + 8, (short) (marked.getShort(at + 8) | 1));
      }
    }
    return marked.array();
  }

  /** Many times larger than it looks. */
  static byte[] bomb(int mebibytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      for (int n = 0; n < mebibytes; n++) {
        zip.write(new byte[1 << 20]);
      }
    }
    return out.toByteArray();
  }

  /** An entry whose directory says that it is shorter than it is. */
  static byte[] understated(byte[] zip, int declared) {
    var changed = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < zip.length - 28; at++) {
      if (changed.getInt(at) == CENTRAL_HEADER) {
        changed.putInt(at + 24, declared);
      }
    }
    return changed.array();
  }
}
