package org.hilum.imaging.dicom;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Numbers as JSON has them; what JSON has no number for is a text (PS3.18 table F.2.3-1). */
final class JsonNumbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final int LONGEST = 32;

  private JsonNumbers() {}

  /** One value: a number, a text, or none. */
  record Written(String text, boolean isNumber) {

    boolean isAbsent() {
      return text.isEmpty();
    }
  }

  /** Of decimal and integer strings; what is no number stays the text it is. */
  static List<Written> written(List<String> texts) {
    return texts.stream().map(JsonNumbers::written).toList();
  }

  private static Written written(String text) {
    boolean isNumber =
        text.length() <= LONGEST
            && DECIMAL.matcher(text).matches()
            && Double.isFinite(Double.parseDouble(text));
    return isNumber ? new Written(new BigDecimal(text).toString(), true) : new Written(text, false);
  }

  /** Of little-endian bytes; a rest that is no whole value is left. */
  static List<Written> binary(Vr vr, byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (vr) {
      case SS -> each(buffer, 2, () -> Short.toString(buffer.getShort()));
      case US -> each(buffer, 2, () -> Integer.toString(Short.toUnsignedInt(buffer.getShort())));
      case SL -> each(buffer, 4, () -> Integer.toString(buffer.getInt()));
      case UL -> each(buffer, 4, () -> Integer.toUnsignedString(buffer.getInt()));
      case SV -> each(buffer, 8, () -> Long.toString(buffer.getLong()));
      case UV -> each(buffer, 8, () -> Long.toUnsignedString(buffer.getLong()));
      case FL -> each(buffer, 4, () -> Float.toString(buffer.getFloat()));
      case FD -> each(buffer, 8, () -> Double.toString(buffer.getDouble()));
      default -> throw new IllegalArgumentException(vr + " is no binary number");
    };
  }

  private static List<Written> each(ByteBuffer buffer, int size, Supplier<String> next) {
    var written = new ArrayList<Written>();
    while (buffer.remaining() >= size) {
      var text = next.get();
      boolean isFinite = Character.isDigit(text.charAt(text.length() - 1));
      written.add(new Written(text, isFinite));
    }
    return written;
  }
}
