package org.hilum.imaging.archive.picture;

import java.util.Optional;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.picture.Drawing.NotDrawn;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Draws a frame: grey values through a window, colours as they are.
 *
 * <p>Refuses: palettes, more than 8 bits of colour, colour compressed otherwise than by baseline
 * JPEG, and whatever cannot be decoded.
 */
public final class FramePicture {

  private FramePicture() {}

  /**
   * Draws it.
   *
   * @param object parsed whole
   * @param frame from 0
   * @param asked the window asked for; without one, that of the object, then that of lungs for CT,
   *     then from the least to the greatest value
   */
  public static Drawing draw(DicomObject object, int frame, Optional<Window> asked) {
    try {
      var dataSet = object.dataSet();
      var photometric = dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
      return switch (photometric) {
        case "MONOCHROME1", "MONOCHROME2" ->
            isBitmap(dataSet)
                ? BitPicture.draw(object, frame)
                : GreyPicture.draw(object, frame, asked);
        case "RGB", "YBR_FULL", "YBR_FULL_422" -> ColourPicture.draw(object, frame, photometric);
        default -> cannot("pixels of kind " + photometric + " are not drawn");
      };
    } catch (MalformedValueException malformed) {
      return new NotDrawn(
          new Reason(
              ArchiveReason.NOT_ACCEPTABLE,
              "a value that says how to draw the pixels cannot be read",
              Tag.name(malformed.tag())));
    }
  }

  private static boolean isBitmap(DataSet dataSet) {
    return dataSet.integer(Tag.BITS_ALLOCATED).orElse(0) == 1;
  }

  static NotDrawn cannot(String words) {
    return new NotDrawn(Reason.of(ArchiveReason.NOT_ACCEPTABLE, words));
  }
}
