package org.hilum.imaging.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Between the bytes of an element and the values they stand for (PS3.5 section 6.2). */
final class Values {

  private static final int DECIMAL_STRING_LENGTH = 16;

  /** Fixed or floating point (PS3.5 6.2, DS and IS). */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Values() {}

  static List<String> texts(Element element, CharacterSet characterSet) {
    if (element.vr() == Vr.AT) {
      return tagsAsTexts(element);
    }
    if (!element.vr().isText()) {
      return numbersAsTexts(element, characterSet);
    }
    var bytes = element.bytes();
    if (bytes.length == 0) {
      return List.of();
    }
    var decoded =
        element.vr().usesCharacterSet()
            ? characterSet.decode(bytes, element.vr())
            : new String(bytes, StandardCharsets.ISO_8859_1);
    return switch (element.vr()) {
      case LT, ST, UT, UR -> List.of(stripTrailing(decoded));
      default -> split(decoded);
    };
  }

  private static List<String> numbersAsTexts(Element element, CharacterSet characterSet) {
    var texts = new ArrayList<String>();
    for (double number : numbers(element, characterSet)) {
      texts.add(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }
    return texts;
  }

  private static List<String> tagsAsTexts(Element element) {
    return Arrays.stream(tags(element)).mapToObj(tag -> String.format("%08X", tag)).toList();
  }

  static int[] tags(Element element) {
    if (element.vr() != Vr.AT) {
      throw new MalformedValueException(element.tag(), "is not a tag but " + element.vr());
    }
    var buffer = ByteBuffer.wrap(element.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    var tags = new int[buffer.remaining() / 4];
    for (int n = 0; n < tags.length; n++) {
      tags[n] =
          Short.toUnsignedInt(buffer.getShort()) << 16 | Short.toUnsignedInt(buffer.getShort());
    }
    return tags;
  }

  private static List<String> split(String text) {
    var values = new ArrayList<String>();
    for (var part : text.split("\\\\", -1)) {
      values.add(strip(part));
    }
    return values;
  }

  private static String strip(String text) {
    int end = text.length();
    while (end > 0 && isPadding(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start, end);
  }

  private static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isPadding(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isPadding(char character) {
    return character == ' ' || character == 0;
  }

  static double[] numbers(Element element, CharacterSet characterSet) {
    var buffer = ByteBuffer.wrap(element.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    return switch (element.vr()) {
      case US, OW -> each(buffer, 2, () -> Short.toUnsignedInt(buffer.getShort()));
      case SS -> each(buffer, 2, buffer::getShort);
      case UL, OL -> each(buffer, 4, () -> Integer.toUnsignedLong(buffer.getInt()));
      case SL -> each(buffer, 4, buffer::getInt);
      case FL, OF -> each(buffer, 4, buffer::getFloat);
      case FD, OD -> each(buffer, 8, buffer::getDouble);
      case SV -> each(buffer, 8, buffer::getLong);
      case UV, OV -> each(buffer, 8, () -> unsigned(buffer.getLong()));
      case DS, IS -> parsed(element, characterSet);
      default ->
          throw new MalformedValueException(element.tag(), "is not a number but " + element.vr());
    };
  }

  private static double unsigned(long bits) {
    double upper = bits >>> 1;
    return 2 * upper + (bits & 1);
  }

  private static double[] each(
      ByteBuffer buffer, int size, java.util.function.DoubleSupplier next) {
    var values = new double[buffer.remaining() / size];
    for (int n = 0; n < values.length; n++) {
      values[n] = next.getAsDouble();
    }
    return values;
  }

  private static double[] parsed(Element element, CharacterSet characterSet) {
    var texts = texts(element, characterSet);
    if (texts.stream().allMatch(String::isEmpty)) {
      return new double[0];
    }
    var values = new double[texts.size()];
    for (int n = 0; n < values.length; n++) {
      if (!NUMBER.matcher(texts.get(n)).matches()) {
        throw new MalformedValueException(element.tag(), "a number is needed");
      }
      values[n] = Double.parseDouble(texts.get(n));
      if (!Double.isFinite(values[n])) {
        throw new MalformedValueException(element.tag(), "a finite number is needed");
      }
    }
    return values;
  }

  static byte[] encodeText(Vr vr, String[] values, CharacterSet characterSet) {
    var joined = String.join("\\", values);
    return vr.usesCharacterSet()
        ? characterSet.encode(joined)
        : joined.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The shortest decimal within 16 characters that is nearest to the value. */
  static String decimalString(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a decimal string holds finite numbers only");
    }
    var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    for (int digits = 16; digits > 0; digits--) {
      var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      var plain = rounded.stripTrailingZeros().toPlainString();
      if (plain.length() <= DECIMAL_STRING_LENGTH) {
        return plain;
      }
      var scientific = rounded.toString();
      if (scientific.length() <= DECIMAL_STRING_LENGTH) {
        return scientific;
      }
    }
    throw new IllegalArgumentException("no decimal string of 16 characters for " + value);
  }

  /** The same element with its text, also in nested items, encoded in another character set. */
  static Element recoded(Element element, DataSet from, CharacterSet target) {
    if (element.value() instanceof Element.Items sequence) {
      var items = new ArrayList<DataSet>();
      for (var item : sequence.items()) {
        var builder = DataSet.builder().characterSet(target);
        item.elements().forEach(inner -> builder.copy(inner.tag(), item));
        items.add(builder.remove(Tag.SPECIFIC_CHARACTER_SET).build());
      }
      return new Element(element.tag(), element.vr(), new Element.Items(items));
    }
    if (!element.vr().isText() || element.vr() == Vr.UI) {
      return element;
    }
    var value = withoutZeros(element.bytes());
    var bytes =
        element.vr().usesCharacterSet() && !from.characterSet().equals(target)
            ? target.encode(from.characterSet().decode(value, element.vr()))
            : value;
    return new Element(element.tag(), element.vr(), new Element.Bytes(bytes));
  }

  /** Some writers pad text with zeros, which only a UID may have (PS3.5 6.2); they say nothing. */
  private static byte[] withoutZeros(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
