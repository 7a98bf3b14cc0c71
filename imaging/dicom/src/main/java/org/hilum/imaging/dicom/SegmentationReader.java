package org.hilum.imaging.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hilum.imaging.dicom.StoredSegmentation.CodedWord;
import org.hilum.imaging.dicom.StoredSegmentation.Frame;
import org.hilum.imaging.dicom.StoredSegmentation.Segment;

/**
 * Reads the masks of Segmentation and Label Map Segmentation objects (PS3.3 A.51, C.8.20).
 *
 * <p>In: BINARY of one bit, FRACTIONAL and LABELMAP of 8 or 16 bits. <br>
 * Out: masks with their planes in the patient; of a FRACTIONAL segment the pixels of at least half
 * of its Maximum Fractional Value. <br>
 * Refuses: other objects, frames without a plane in the patient (slides), fewer pixels than the
 * header counts. <br>
 * Limits: which pixels are inside is told, not by how much; a label map in colours is not read.
 */
public final class SegmentationReader {

  private static final List<String> SOP_CLASSES =
      List.of("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7");

  private SegmentationReader() {}

  /** Whether an object is a segmentation at all. */
  public static boolean isSegmentation(DicomObject object) {
    return object.dataSet().text(Tag.SOP_CLASS_UID).filter(SOP_CLASSES::contains).isPresent();
  }

  /**
   * Reads the masks.
   *
   * @param object parsed whole
   */
  public static SegmentationParse read(DicomObject object) {
    try {
      return new SegmentationParse.Read(segmentation(object));
    } catch (Unreadable unreadable) {
      return new SegmentationParse.Refused(List.of(unreadable.reason()));
    } catch (MalformedValueException malformed) {
      return new SegmentationParse.Refused(
          List.of(unusable("a value cannot be read", malformed.tag()).reason()));
    }
  }

  private static StoredSegmentation segmentation(DicomObject object) {
    if (!isSegmentation(object)) {
      throw new Unreadable(
          DicomReason.NOT_A_SEGMENTATION,
          "the object is no segmentation: name the SEG object that holds the outlines",
          Tag.name(Tag.SOP_CLASS_UID));
    }
    var segments =
        object.dataSet().items(Tag.SEGMENT_SEQUENCE).stream()
            .map(SegmentationReader::segment)
            .sorted(Comparator.comparingInt(Segment::number))
            .toList();
    if (segments.isEmpty()) {
      throw unusable("no segment is described", Tag.SEGMENT_SEQUENCE);
    }
    return new StoredSegmentation(
        object.dataSet().uid(Tag.FRAME_OF_REFERENCE_UID), segments, frames(object));
  }

  private static List<Frame> frames(DicomObject object) {
    var planes = SegmentPlanes.of(object.dataSet());
    var pixels = SegmentPixels.of(object);
    var frames = new ArrayList<Frame>();
    for (int n = 0; n < pixels.count(); n++) {
      var plane = planes.plane(n);
      for (var part : pixels.parts(n, plane.segmentNumber())) {
        frames.add(
            new Frame(
                part.segmentNumber(),
                plane.positionMm(),
                plane.orientation(),
                plane.rowSpacingMm(),
                plane.columnSpacingMm(),
                pixels.rows(),
                pixels.columns(),
                part.inside()));
      }
    }
    return frames;
  }

  private static Segment segment(DataSet item) {
    var type = item.item(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE);
    var modifiers =
        type.map(code -> codes(code, Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE));
    return new Segment(
        item.integer(Tag.SEGMENT_NUMBER)
            .orElseThrow(() -> unusable("a segment has no number", Tag.SEGMENT_NUMBER)),
        item.text(Tag.SEGMENT_LABEL).orElse(""),
        type.map(SegmentationReader::code),
        modifiers.orElse(List.of()),
        codes(item, Tag.ANATOMIC_REGION_SEQUENCE));
  }

  private static List<CodedWord> codes(DataSet item, int sequence) {
    return item.items(sequence).stream().map(SegmentationReader::code).toList();
  }

  private static CodedWord code(DataSet item) {
    return new CodedWord(
        item.text(Tag.CODE_VALUE).orElse(""),
        item.text(Tag.CODING_SCHEME_DESIGNATOR).orElse(""),
        item.text(Tag.CODE_MEANING).orElse(""));
  }

  /** Why a segmentation cannot be used. */
  static Unreadable unusable(String problem, int tag) {
    return new Unreadable(
        DicomReason.SEGMENTATION_UNUSABLE, problem + ": export it again", Tag.name(tag));
  }
}
