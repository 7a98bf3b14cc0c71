package org.hilum.imaging.dicom;

import java.util.Arrays;
import java.util.TreeMap;
import org.hilum.imaging.dicom.text.UndeclaredText;

/** Gathers the elements of one data set or item while it is read, with what they inherit. */
final class ItemScope {

  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
  private final Deviations deviations;
  private final UndeclaredText undeclared;
  private CharacterSet characterSet;
  private boolean signedPixels;
  private int lastTag;

  /**
   * @param inherited character set of the data set around, which holds unless an item has its own
   */
  ItemScope(
      CharacterSet inherited,
      boolean signedPixels,
      Deviations deviations,
      UndeclaredText undeclared) {
    this.undeclared = undeclared;
    this.characterSet = inherited;
    this.signedPixels = signedPixels;
    this.deviations = deviations;
  }

  /** For an item within this one. */
  ItemScope inner() {
    return new ItemScope(characterSet, signedPixels, deviations, undeclared);
  }

  CharacterSet characterSet() {
    return characterSet;
  }

  boolean signedPixels() {
    return signedPixels;
  }

  void put(Element element) {
    int tag = element.tag();
    if (!elements.isEmpty() && Integer.compareUnsigned(tag, lastTag) < 0) {
      deviations.add(DicomReason.ORDER_DEVIATES, "the element stands out of order", tag);
    }
    lastTag = tag;
    var earlier = elements.putIfAbsent(tag, element);
    if (earlier != null) {
      duplicate(earlier, element);
      return;
    }
    ValueChecks.check(element, characterSet, deviations);
    if (element.vr().usesCharacterSet() && characterSet.isDefaultRepertoire()) {
      undeclared.add(element.bytes());
    }
    switch (tag) {
      case Tag.SPECIFIC_CHARACTER_SET -> characterSet = declared(element);
      case Tag.PIXEL_REPRESENTATION ->
          signedPixels = element.bytes().length > 0 && element.bytes()[0] == 1;
      default -> {}
    }
  }

  private CharacterSet declared(Element element) {
    var set = new CharacterSet(Values.texts(element, CharacterSet.DEFAULT));
    if (!set.isKnown()) {
      deviations.add(
          DicomReason.CHARACTER_SET_UNKNOWN, "the character set is not known", element.tag());
    }
    return set;
  }

  /** Which of two patient names is right nobody can know; two equal ones are only untidy. */
  private void duplicate(Element earlier, Element later) {
    boolean equal =
        earlier.value() instanceof Element.Bytes && Arrays.equals(earlier.bytes(), later.bytes());
    boolean isPrivate = (later.tag() >>> 16 & 1) == 1;
    if (!equal && !isPrivate) {
      throw new Unreadable(
          DicomReason.CONTRADICTION,
          "the attribute stands twice with different values: export the object again",
          Tag.name(later.tag()));
    }
    deviations.add(DicomReason.DUPLICATE, "the element stands twice", later.tag());
  }

  DataSet dataSet() {
    return new DataSet(elements, characterSet);
  }
}
