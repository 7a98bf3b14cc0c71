package org.hilum.imaging.dicom;

import org.hilum.imaging.dicom.pixels.PixelCell;

/** What the data set says about its pixels, checked (PS3.3 C.7.6.3). */
record PixelHeader(int rows, int columns, int frames, PixelCell cell) {

  /** Keeps one frame, and its number of samples, far from overflowing. */
  private static final int MOST_PIXELS = 1 << 28;

  static PixelHeader of(DataSet dataSet) {
    int samples = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    var photometric = dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
    if (samples != 1 || !photometric.matches("MONOCHROME[12]")) {
      throw new Unreadable(
          DicomReason.PIXELS_IN_COLOUR,
          "the pixels are not MONOCHROME1 or 2 of one sample; a CT has grey values",
          Tag.name(Tag.PHOTOMETRIC_INTERPRETATION));
    }
    int rows = positive(dataSet, Tag.ROWS);
    int columns = positive(dataSet, Tag.COLUMNS);
    if ((long) rows * columns > MOST_PIXELS) {
      throw unusable(Tag.ROWS, "rows times columns is more than an image can have");
    }
    int frames = dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    if (frames < 1) {
      throw unusable(Tag.NUMBER_OF_FRAMES, "the number of frames is not positive");
    }
    return new PixelHeader(rows, columns, frames, cell(dataSet));
  }

  int pixels() {
    return rows * columns;
  }

  StoredFrame frame(short[] samples) {
    return new StoredFrame(rows, columns, cell.signed(), samples);
  }

  private static PixelCell cell(DataSet dataSet) {
    int allocated = positive(dataSet, Tag.BITS_ALLOCATED);
    if (allocated != 8 && allocated != 12 && allocated != 16) {
      throw new Unreadable(
          DicomReason.PIXEL_BITS_UNSUPPORTED,
          "pixels of " + allocated + " bits are not read; 8, 12 and 16 are",
          Tag.name(Tag.BITS_ALLOCATED));
    }
    int stored = dataSet.integer(Tag.BITS_STORED).orElse(allocated);
    int high = dataSet.integer(Tag.HIGH_BIT).orElse(stored - 1);
    if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
      throw unusable(
          Tag.BITS_STORED, "bits stored and high bit do not fit into the bits allocated");
    }
    int representation = dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0);
    if (representation != 0 && representation != 1) {
      throw unusable(Tag.PIXEL_REPRESENTATION, "neither signed nor unsigned");
    }
    return new PixelCell(allocated, stored, high, representation == 1);
  }

  private static int positive(DataSet dataSet, int tag) {
    int value = dataSet.integer(tag).orElse(0);
    if (value < 1) {
      throw unusable(tag, "a positive number is needed");
    }
    return value;
  }

  private static Unreadable unusable(int tag, String problem) {
    return new Unreadable(DicomReason.PIXEL_HEADER_UNUSABLE, problem, Tag.name(tag));
  }
}
