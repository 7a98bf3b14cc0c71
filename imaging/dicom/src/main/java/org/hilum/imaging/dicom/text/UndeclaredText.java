package org.hilum.imaging.dicom.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out in which character set text was written that declares none: Unicode in UTF-8 when all
 * of it is valid, Chinese in GB18030 when it looks so, or else Latin-1.
 *
 * <p>Limits: a guess; text of two accented capitals in a row and nothing else may pass for Chinese.
 */
public final class UndeclaredText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private boolean seen;
  private boolean utf8 = true;
  private boolean gb18030 = true;
  private int pairs;
  private int commonPairs;

  /** Takes a value into account; one of plain ASCII says nothing. */
  public void add(byte[] value) {
    if (!hasUpperHalf(value)) {
      return;
    }
    seen = true;
    utf8 = utf8 && TextCodec.isStrictly(StandardCharsets.UTF_8, value);
    gb18030 = gb18030 && TextCodec.isStrictly(GB18030, value);
    count(value);
  }

  /** Whether any text needs more than ASCII. */
  public boolean isNeeded() {
    return seen;
  }

  /** The defined term to read it with. */
  public String definedTerm() {
    if (utf8) {
      return "ISO_IR 192";
    }
    return gb18030 && pairs > 0 && 2 * commonPairs >= pairs ? "GB18030" : "ISO_IR 100";
  }

  /** Rows B0 to D7 of GB 2312 hold the 3755 characters that make up nearly all Chinese text. */
  private void count(byte[] value) {
    for (int n = 0; n < value.length; n++) {
      int lead = value[n] & 0xFF;
      if (lead >= 0x80) {
        int trail = n + 1 < value.length ? value[n + 1] & 0xFF : 0;
        pairs++;
        commonPairs += lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1 ? 1 : 0;
        n++;
      }
    }
  }

  private static boolean hasUpperHalf(byte[] value) {
    for (byte one : value) {
      if (one < 0) {
        return true;
      }
    }
    return false;
  }
}
