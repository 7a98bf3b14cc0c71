package org.hilum.imaging.dicom;

/**
 * What stands before the value of an element.
 *
 * @param tag group and element
 * @param vr value representation, from the file or the dictionary
 * @param length of the value in bytes; {@link #UNDEFINED} when a delimiter ends it
 * @param valueAt place of the value in the source
 * @param inner encoding of what lies within, should it be a sequence
 */
record ElementHeader(int tag, Vr vr, long length, long valueAt, Encoding inner) {

  static final long UNDEFINED = 0xFFFFFFFFL;

  static final int ITEM = 0xFFFEE000;
  static final int ITEM_DELIMITER = 0xFFFEE00D;
  static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;

  boolean isUndefined() {
    return length == UNDEFINED;
  }

  boolean isDelimiter() {
    return tag >>> 16 == 0xFFFE;
  }
}
