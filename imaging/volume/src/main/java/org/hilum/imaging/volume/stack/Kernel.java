package org.hilum.imaging.volume.stack;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How sharp a convolution kernel is, as far as its name tells.
 *
 * <p>Source: vendors' naming in their conformance statements and manuals: Siemens letters with a
 * number that grows with sharpness (B40f, Br36, D40s, Bl57); GE words (STANDARD, LUNG); Canon FC
 * numbers (FC01 to FC19 body, FC30 bone, FC50 and more lung); Philips letters (A to C smooth, YA
 * and more lung). <br>
 * Limits: a name that is not known is neither soft nor sharp.
 */
public enum Kernel {
  SOFT,
  UNKNOWN,
  SHARP;

  private static final Pattern SIEMENS =
      Pattern.compile("(?:A|B|C|D|H|I|J|T|U|Q|BR|BF|BL|BV|BM|HR|QR|SA)(\\d{2})[A-Z]?.*");
  private static final Pattern CANON = Pattern.compile("FC(\\d{2}).*");
  private static final Pattern PHILIPS_SOFT = Pattern.compile("A|B|C|SA|SB|IA|IB");
  private static final Pattern PHILIPS_SHARP = Pattern.compile("D|E|F|L|Y[A-D]|I?YA");
  private static final int SIEMENS_SHARP_FROM = 50;
  private static final int CANON_SHARP_FROM = 20;

  /** The sharpness that a name tells. */
  public static Kernel of(String name) {
    var upper = name.toUpperCase(Locale.ROOT).strip();
    if (Stream.of("LUNG", "BONE", "EDGE", "SHARP", "DETAIL", "ULTRA").anyMatch(upper::contains)) {
      return SHARP;
    }
    if (Stream.of("STANDARD", "SOFT", "SMOOTH", "BODY", "CHST").anyMatch(upper::contains)) {
      return SOFT;
    }
    var canon = CANON.matcher(upper);
    if (canon.matches()) {
      return Integer.parseInt(canon.group(1)) >= CANON_SHARP_FROM ? SHARP : SOFT;
    }
    var siemens = SIEMENS.matcher(upper);
    if (siemens.matches()) {
      return Integer.parseInt(siemens.group(1)) >= SIEMENS_SHARP_FROM ? SHARP : SOFT;
    }
    if (PHILIPS_SOFT.matcher(upper).matches()) {
      return SOFT;
    }
    return PHILIPS_SHARP.matcher(upper).matches() ? SHARP : UNKNOWN;
  }
}
