package org.hilum.imaging.dicom;

/** Refuses to write what breaks the value representations of PS3.5 table 6.2-1. */
final class ValueRules {

  private ValueRules() {}

  /** The data set itself, when all of it may be written. */
  static DataSet checked(DataSet dataSet) {
    for (var element : dataSet.elements()) {
      check(element, dataSet.characterSet(), dataSet.isCarried(element.tag()));
    }
    return dataSet;
  }

  /** What was carried over from a source says what the source says, however long. */
  private static void check(Element element, CharacterSet characterSet, boolean carried) {
    if (element.value() instanceof Element.Items sequence) {
      if (element.vr() != Vr.SQ) {
        throw broken(element.tag(), "items need the value representation SQ");
      }
      sequence.items().forEach(ValueRules::checked);
      return;
    }
    if (carried) {
      return;
    }
    int size = ByteSwap.numberBytes(element.vr());
    if (element.bytes().length % size != 0) {
      throw broken(element.tag(), "not a whole number of " + element.vr() + " values");
    }
    if (longest(element.vr()) < Integer.MAX_VALUE) {
      for (var text : Values.texts(element, characterSet)) {
        checkLength(element, text);
      }
    }
  }

  private static void checkLength(Element element, String text) {
    var groups = element.vr() == Vr.PN ? text.split("=", -1) : new String[] {text};
    for (var group : groups) {
      if (group.codePointCount(0, group.length()) > longest(element.vr())) {
        throw broken(
            element.tag(),
            "longer than the " + longest(element.vr()) + " characters of " + element.vr());
      }
    }
  }

  /** Most characters of one value; of a PN, of one component group (PS3.5 table 6.2-1). */
  static int longest(Vr vr) {
    return switch (vr) {
      case AE, CS, DS, SH -> 16;
      case AS -> 4;
      case DA -> 8;
      case DT -> 26;
      case IS -> 12;
      case LO, PN, UI -> 64;
      case LT -> 10240;
      case ST -> 1024;
      case TM -> 16;
      case AT, FD, FL, OB, OD, OF, OL, OV, OW, SL, SQ, SS, SV, UC, UL, UN, UR, US, UT, UV ->
          Integer.MAX_VALUE;
    };
  }

  private static IllegalArgumentException broken(int tag, String problem) {
    return new IllegalArgumentException(Tag.name(tag) + ": " + problem);
  }
}
