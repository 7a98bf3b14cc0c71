package org.hilum.imaging.dicom;

import org.hilum.imaging.vocabulary.ReasonCode;

/**
 * Why a file is no DICOM object, cannot be trusted, or was read although it departs from the
 * standard.
 *
 * <p>001 to 099 refuse a file, 101 to 199 are deviations that were read over, 201 to 299 refuse
 * pixels, 301 to 399 refuse segmentations.
 */
public enum DicomReason implements ReasonCode {
  NOT_DICOM("DIC-001", "The file is not DICOM; it is left alone."),
  EMPTY("DIC-002", "The file has no content; send it again if it should have been an image."),
  ENDS_EARLY("DIC-003", "The file ends in the middle of its content; send it again."),
  NESTED_TOO_DEEP("DIC-004", "Sequences are nested deeper than any real object; not read."),
  STRUCTURE_BROKEN(
      "DIC-005", "Elements do not follow each other as PS3.5 says; export the object again."),
  DEFLATE_BROKEN("DIC-006", "The deflated data set is damaged or cut short; send it again."),
  TOO_MANY_PARTS("DIC-007", "More elements and items than any real object; not read."),
  CONTRADICTION(
      "DIC-008", "An attribute stands twice with different values; export the object again."),
  TOO_LARGE("DIC-009", "A value of more than two gigabytes; not read."),

  PREAMBLE_DEVIATES("DIC-101", "The preamble or its DICM mark is missing or misplaced."),
  META_DEVIATES("DIC-102", "File meta information is missing or wrong."),
  TRANSFER_SYNTAX_GUESSED(
      "DIC-103", "The transfer syntax is missing or unknown; it was found out from the data."),
  ENCODING_DEVIATES("DIC-104", "The data set is not encoded as its transfer syntax says."),
  VR_UNKNOWN("DIC-105", "A value representation does not exist; that of the dictionary was used."),
  VR_DEVIATES("DIC-106", "A value representation is not that of the dictionary."),
  LENGTH_ODD("DIC-107", "A value has an odd length."),
  ORDER_DEVIATES("DIC-108", "Elements are not in ascending order."),
  DUPLICATE("DIC-109", "An element stands twice; the first was kept."),
  STRAY_DELIMITER("DIC-110", "An item or delimiter stands outside of any sequence."),
  GROUP_ILLEGAL("DIC-111", "An element of a group that no data set may hold."),
  TRAILING_BYTES("DIC-112", "Bytes follow the last element."),
  VALUE_TOO_LONG("DIC-113", "A text is longer than its value representation allows."),
  VALUE_CHARACTERS("DIC-114", "A value has characters that its value representation forbids."),
  VALUE_LENGTH("DIC-115", "A binary value is not a whole number of values."),
  CHARACTER_SET_UNDECLARED(
      "DIC-116",
      "Text needs a character set that is not declared; it was found out from the text."),
  CHARACTER_SET_UNKNOWN("DIC-117", "The declared character set is not known; Latin-1 was used."),
  LOSSY_COMPRESSION("DIC-118", "The pixels were compressed with loss; values may differ."),
  UID_DISAGREES("DIC-119", "File meta information and data set name different objects."),
  PIXELS_SURPLUS("DIC-120", "There are more pixel bytes than the header counts; the rest is left."),
  DATE_IMPOSSIBLE("DIC-121", "A date or time that no calendar or clock has."),

  PIXELS_ABSENT("DIC-201", "There is no pixel data."),
  PIXEL_HEADER_UNUSABLE(
      "DIC-202", "Rows, columns or bits of the pixels are missing or impossible."),
  PIXELS_IN_COLOUR("DIC-203", "The pixels are in colour; a CT has grey values."),
  PIXEL_BITS_UNSUPPORTED("DIC-204", "Pixels of this many bits are not read."),
  PIXELS_TOO_SHORT("DIC-205", "There are fewer pixel bytes than the header needs; send it again."),
  FRAME_ABSENT("DIC-206", "There is no such frame."),
  CODESTREAM_BROKEN("DIC-207", "The compressed pixels are damaged; send the object again."),
  CODESTREAM_DISAGREES(
      "DIC-208", "The compressed pixels have another size or depth than the header says."),
  COMPRESSION_UNKNOWN("DIC-209", "This compression is not read; export it uncompressed."),
  CODEC_MISSING("DIC-210", "A library is missing for this compression; install it."),

  NOT_A_SEGMENTATION("DIC-301", "The object is no segmentation; name the one with the outlines."),
  SEGMENTATION_UNUSABLE(
      "DIC-302",
      "Segments, planes or pixels of the segmentation are missing or contradict each other; export"
          + " it again.");

  private final String code;
  private final String meaning;

  DicomReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
