package org.hilum.imaging.dicom;

import java.nio.charset.StandardCharsets;

/** States where the parts of an object that was read do not fit each other. */
final class ObjectChecks {

  private final DataSet meta;
  private final DataSet dataSet;
  private final Deviations deviations;

  ObjectChecks(DataSet meta, DataSet dataSet, Deviations deviations) {
    this.meta = meta;
    this.dataSet = dataSet;
    this.deviations = deviations;
  }

  void run(String transferSyntaxUid) {
    checkIdentity(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Tag.SOP_CLASS_UID);
    checkIdentity(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Tag.SOP_INSTANCE_UID);
    checkLoss(transferSyntaxUid);
    checkSurplusPixels();
  }

  private void checkIdentity(int inMeta, int inDataSet) {
    var first = meta.element(inMeta);
    var second = dataSet.element(inDataSet);
    boolean both = first.isPresent() && second.isPresent();
    if (both && !trimmed(first.get()).equals(trimmed(second.get()))) {
      deviations.add(
          DicomReason.UID_DISAGREES, "file meta information says something else", inDataSet);
    }
  }

  private void checkLoss(String transferSyntaxUid) {
    boolean bySyntax =
        TransferSyntax.of(transferSyntaxUid).filter(TransferSyntax::isLossy).isPresent();
    boolean declared =
        dataSet
            .element(Tag.LOSSY_IMAGE_COMPRESSION)
            .filter(element -> trimmed(element).equals("01"))
            .isPresent();
    if (bySyntax || declared) {
      deviations.add(
          DicomReason.LOSSY_COMPRESSION,
          "the pixels were compressed with loss",
          Tag.LOSSY_IMAGE_COMPRESSION);
    }
  }

  /** Uncompressed pixels beyond those that the header counts; one byte may be padding. */
  private void checkSurplusPixels() {
    var pixels = dataSet.element(Tag.PIXEL_DATA);
    if (pixels.isEmpty() || !(pixels.get().value() instanceof Element.Bytes plain)) {
      return;
    }
    var frames = dataSet.element(Tag.NUMBER_OF_FRAMES).map(ObjectChecks::trimmed).orElse("1");
    if (!frames.matches("[0-9]{1,9}")) {
      return;
    }
    long bits =
        number(Tag.ROWS)
            * number(Tag.COLUMNS)
            * number(Tag.BITS_ALLOCATED)
            * Math.max(1, number(Tag.SAMPLES_PER_PIXEL));
    double needed = Math.ceil(bits / 8.0 * Long.parseLong(frames));
    if (plain.bytes().length > needed + 1) {
      deviations.add(
          DicomReason.PIXELS_SURPLUS,
          "there are more pixel bytes than the header counts",
          Tag.PIXEL_DATA);
    }
  }

  private long number(int tag) {
    var bytes = dataSet.element(tag).map(Element::bytes).orElse(new byte[0]);
    return bytes.length < 2 ? 0 : bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
  }

  private static String trimmed(Element text) {
    return new String(text.bytes(), StandardCharsets.ISO_8859_1).replace("\0", "").strip();
  }
}
