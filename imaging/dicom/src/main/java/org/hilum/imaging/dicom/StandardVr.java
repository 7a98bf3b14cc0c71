package org.hilum.imaging.dicom;

import java.util.Optional;
import org.hilum.imaging.dicom.dictionary.DataDictionary;

/** Finds the value representation that the standard gives a tag. */
final class StandardVr {

  private static final int LETTERS = 26;
  private static final Vr[] BY_LETTERS = byLetters();

  private StandardVr() {}

  /** The value representation of two bytes; empty when there is none of that name. */
  static Optional<Vr> named(int first, int second) {
    int row = first - 'A';
    int column = second - 'A';
    boolean letters = row >= 0 && row < LETTERS && column >= 0 && column < LETTERS;
    return letters ? Optional.ofNullable(BY_LETTERS[row * LETTERS + column]) : Optional.empty();
  }

  /**
   * The value representation of a tag; empty for private and unknown ones.
   *
   * @param signedPixels whether Pixel Representation (0028,0103) is 1 where the tag stands
   */
  static Optional<Vr> of(int tag, boolean signedPixels) {
    if ((tag & 0xFFFF) == 0) {
      return Optional.of(Vr.UL);
    }
    if ((tag >>> 16 & 1) == 1) {
      return isPrivateCreator(tag) ? Optional.of(Vr.LO) : Optional.empty();
    }
    return DataDictionary.standard()
        .representation(tag)
        .flatMap(code -> resolved(code, tag, signedPixels));
  }

  /** Whether the standard leaves this tag a choice that includes the given representation. */
  static boolean allows(int tag, Vr vr) {
    if ((tag >>> 16 & 1) == 1) {
      return true;
    }
    var code = DataDictionary.standard().representation(tag).orElse("--");
    return switch (code) {
      case "xs" -> vr == Vr.US || vr == Vr.SS;
      case "xw" -> vr == Vr.US || vr == Vr.SS || vr == Vr.OW;
      case "ox" -> vr == Vr.OB || vr == Vr.OW;
      case "--" -> true;
      default -> (tag & 0xFFFF) == 0 || vr.name().equals(code);
    };
  }

  private static Optional<Vr> resolved(String code, int tag, boolean signedPixels) {
    return switch (code) {
      case "xs" -> Optional.of(signedPixels ? Vr.SS : Vr.US);
      case "xw" -> Optional.of(tag == 0x00283006 ? Vr.OW : Vr.US);
      case "ox" -> Optional.of(Vr.OW);
      case "--" -> Optional.empty();
      default -> named(code.charAt(0), code.charAt(1));
    };
  }

  private static boolean isPrivateCreator(int tag) {
    int element = tag & 0xFFFF;
    return element >= 0x10 && element <= 0xFF;
  }

  private static Vr[] byLetters() {
    var table = new Vr[LETTERS * LETTERS];
    for (var vr : Vr.values()) {
      table[(vr.name().charAt(0) - 'A') * LETTERS + vr.name().charAt(1) - 'A'] = vr;
    }
    return table;
  }
}
