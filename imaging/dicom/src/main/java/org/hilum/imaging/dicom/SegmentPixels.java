package org.hilum.imaging.dicom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** Which pixels of each frame of a segmentation lie inside which segment. */
abstract class SegmentPixels {

  private static final int MOST_PIXELS = 1 << 28;

  private final int rows;
  private final int columns;
  private final int count;

  private SegmentPixels(DataSet dataSet) {
    rows = dataSet.integer(Tag.ROWS).orElse(0);
    columns = dataSet.integer(Tag.COLUMNS).orElse(0);
    count = dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    if (rows < 1 || columns < 1 || count < 1 || (long) rows * columns > MOST_PIXELS) {
      throw SegmentationReader.unusable("rows, columns or frames are impossible", Tag.ROWS);
    }
  }

  /** A segment's pixels of a frame. */
  record Part(int segmentNumber, BitSet inside) {}

  static SegmentPixels of(DicomObject object) {
    var dataSet = object.dataSet();
    return switch (dataSet.text(Tag.SEGMENTATION_TYPE).orElse("")) {
      case "BINARY" -> new Binary(dataSet);
      case "FRACTIONAL" -> new Fractional(object);
      case "LABELMAP" -> new LabelMap(object);
      default ->
          throw SegmentationReader.unusable(
              "the segmentation is neither binary, fractional nor a label map",
              Tag.SEGMENTATION_TYPE);
    };
  }

  /** The parts of a frame; {@code segment} is what its functional groups say, 0 for nothing. */
  abstract List<Part> parts(int frame, int segment);

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int count() {
    return count;
  }

  int pixels() {
    return rows * columns;
  }

  private static int named(int segment) {
    if (segment < 1) {
      throw SegmentationReader.unusable(
          "a frame does not say its segment", Tag.REFERENCED_SEGMENT_NUMBER);
    }
    return segment;
  }

  /** One bit a pixel; frames follow one another without a gap (PS3.5 8.1.1). */
  private static final class Binary extends SegmentPixels {

    private final byte[] bytes;

    Binary(DataSet dataSet) {
      super(dataSet);
      if (dataSet.integer(Tag.BITS_ALLOCATED).orElse(0) != 1) {
        throw SegmentationReader.unusable("a binary pixel is not one bit", Tag.BITS_ALLOCATED);
      }
      bytes = dataSet.element(Tag.PIXEL_DATA).map(Element::bytes).orElse(new byte[0]);
      if ((long) count() * pixels() > 8L * bytes.length) {
        throw SegmentationReader.unusable(
            "there are fewer uncompressed pixels than the header counts", Tag.PIXEL_DATA);
      }
    }

    @Override
    List<Part> parts(int frame, int segment) {
      var inside = new BitSet(pixels());
      long start = (long) frame * pixels();
      for (int n = 0; n < pixels(); n++) {
        long bit = start + n;
        if ((bytes[(int) (bit >>> 3)] >>> (bit & 7) & 1) != 0) {
          inside.set(n);
        }
      }
      return List.of(new Part(named(segment), inside));
    }
  }

  /** Whole numbers a pixel, in any transfer syntax that CT has. */
  private abstract static class Numbers extends SegmentPixels {

    private final DicomObject object;

    Numbers(DicomObject object) {
      super(object.dataSet());
      this.object = object;
    }

    final StoredFrame decoded(int frame) {
      return switch (FrameDecoder.decode(object, frame)) {
        case FrameDecode.Decoded(var stored) -> stored;
        case FrameDecode.Undecodable(var reason) ->
            throw new Unreadable((DicomReason) reason.code(), reason.message(), reason.where());
      };
    }
  }

  private static final class Fractional extends Numbers {

    private final int half;

    Fractional(DicomObject object) {
      super(object);
      int most =
          object
              .dataSet()
              .integer(Tag.MAXIMUM_FRACTIONAL_VALUE)
              .orElseThrow(
                  () ->
                      SegmentationReader.unusable(
                          "a fractional segmentation does not say its largest value",
                          Tag.MAXIMUM_FRACTIONAL_VALUE));
      half = Math.max(1, (most + 1) / 2);
    }

    @Override
    List<Part> parts(int frame, int segment) {
      var stored = decoded(frame);
      var inside = new BitSet(pixels());
      for (int n = 0; n < pixels(); n++) {
        if (stored.value(n) >= half) {
          inside.set(n);
        }
      }
      return List.of(new Part(named(segment), inside));
    }
  }

  /** A value is the number of a segment; 0 and the padding value are none. */
  private static final class LabelMap extends Numbers {

    private final int padding;

    LabelMap(DicomObject object) {
      super(object);
      padding = object.dataSet().integer(Tag.PIXEL_PADDING_VALUE).orElse(0);
    }

    @Override
    List<Part> parts(int frame, int segment) {
      var stored = decoded(frame);
      var bySegment = new TreeMap<Integer, BitSet>();
      for (int n = 0; n < pixels(); n++) {
        int value = stored.value(n);
        if (value != 0 && value != padding) {
          bySegment.computeIfAbsent(value, number -> new BitSet(pixels())).set(n);
        }
      }
      var parts = new ArrayList<Part>();
      bySegment.forEach((number, inside) -> parts.add(new Part(number, inside)));
      return parts;
    }
  }
}
