package org.hilum.imaging.dicom;

import java.util.Arrays;
import java.util.TreeMap;

/** Gathers the elements of one data set or item while it is read, with what they inherit. */
final class ItemScope {

  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
  private final Deviations deviations;
  private CharacterSet characterSet;
  private boolean signedPixels;
  private int lastTag;

  /**
   * @param inherited character set of the data set around, which holds unless an item has its own
   */
  ItemScope(CharacterSet inherited, boolean signedPixels, Deviations deviations) {
    this.characterSet = inherited;
    this.signedPixels = signedPixels;
    this.deviations = deviations;
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
    switch (tag) {
      case Tag.SPECIFIC_CHARACTER_SET ->
          characterSet = new CharacterSet(Values.texts(element, CharacterSet.DEFAULT));
      case Tag.PIXEL_REPRESENTATION ->
          signedPixels = element.bytes().length > 0 && element.bytes()[0] == 1;
      default -> {}
    }
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
