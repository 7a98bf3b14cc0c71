package org.hilum.imaging.intake.relation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;

/**
 * Whether two copies of an instance show the same pixels at the same place.
 *
 * <p>A copy in another transfer syntax is the same when it decodes to the same stored values.
 */
final class SameContent {

  private static final List<Integer> WHAT_PLACES_PIXELS =
      List.of(
          Tag.PATIENT_ID,
          Tag.STUDY_INSTANCE_UID,
          Tag.IMAGE_POSITION_PATIENT,
          Tag.IMAGE_ORIENTATION_PATIENT,
          Tag.PIXEL_SPACING,
          Tag.RESCALE_SLOPE,
          Tag.RESCALE_INTERCEPT,
          Tag.ROWS,
          Tag.COLUMNS,
          Tag.NUMBER_OF_FRAMES,
          Tag.PIXEL_REPRESENTATION);

  private SameContent() {}

  static boolean of(Instance one, Instance other) {
    try {
      return one.source().read(DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed(var a)
          && other.source().read(DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed(var b)
          && samePlace(a.dataSet(), b.dataSet())
          && samePixels(a, b);
    } catch (IOException | MalformedValueException unreadable) {
      // What cannot be read cannot be shown to be the same; the series is refused and says so.
      return false;
    }
  }

  private static boolean samePlace(DataSet a, DataSet b) {
    return WHAT_PLACES_PIXELS.stream().allMatch(tag -> a.texts(tag).equals(b.texts(tag)));
  }

  private static boolean samePixels(DicomObject a, DicomObject b) {
    return sameBytes(a.dataSet(), b.dataSet()) || sameFrames(a, b);
  }

  private static boolean sameBytes(DataSet a, DataSet b) {
    var one = a.element(Tag.PIXEL_DATA);
    var other = b.element(Tag.PIXEL_DATA);
    return one.isPresent()
        && other.isPresent()
        && one.get().value() instanceof Element.Bytes(var here)
        && other.get().value() instanceof Element.Bytes(var there)
        && Arrays.equals(here, there);
  }

  private static boolean sameFrames(DicomObject a, DicomObject b) {
    int frames = Math.max(1, a.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    for (int frame = 0; frame < frames; frame++) {
      boolean same =
          FrameDecoder.decode(a, frame) instanceof FrameDecode.Decoded(var here)
              && FrameDecoder.decode(b, frame) instanceof FrameDecode.Decoded(var there)
              && here.signed() == there.signed()
              && Arrays.equals(here.samples(), there.samples());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
