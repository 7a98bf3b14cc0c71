package org.hilum.imaging.reporting.capture;

import java.awt.image.BufferedImage;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.CaptureEquipment;
import org.hilum.imaging.reporting.composite.LossyCompression;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.SourceReferences;

/** A page of the report as a picture: a Secondary Capture image in colour (PS3.3 A.8.1). */
public final class SecondaryCapture {

  private SecondaryCapture() {}

  /** The object of a page; words on the page are burned in and marked so. */
  public static DataSet of(ResultContext context, BufferedImage page) {
    return of(ResultKind.KEY_PAGE, context, SourceReferences.instances(context.source()), page);
  }

  /**
   * The object of a page of any kind.
   *
   * @param sources class and instance of the images it was drawn from
   */
  public static DataSet of(
      ResultKind kind, ResultContext context, List<DataSet> sources, BufferedImage page) {
    var object = ResultObject.begin(kind, context);
    CaptureEquipment.put(context, object);
    object
        .text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY")
        .text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST")
        .empty(Tag.PATIENT_ORIENTATION, Vr.CS)
        .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
        .text(Tag.RECOGNIZABLE_VISUAL_FEATURES, Vr.CS, "NO")
        .text(Tag.DERIVATION_DESCRIPTION, Vr.ST, "Key page of the report, drawn by Hilum from CT.")
        .text(Tag.IMAGE_COMMENTS, Vr.LT, ReadingFindings.NOT_A_MEDICAL_DEVICE)
        .items(Tag.SOURCE_IMAGE_SEQUENCE, sources);
    LossyCompression.put(context.header(), object);
    putPixels(page, object);
    return object.build();
  }

  private static void putPixels(BufferedImage page, DataSetBuilder object) {
    object
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 3)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
        .unsignedShort(Tag.PLANAR_CONFIGURATION, 0)
        .unsignedShort(Tag.ROWS, page.getHeight())
        .unsignedShort(Tag.COLUMNS, page.getWidth())
        .unsignedShort(Tag.BITS_ALLOCATED, 8)
        .unsignedShort(Tag.BITS_STORED, 8)
        .unsignedShort(Tag.HIGH_BIT, 7)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, Vr.OB, colours(page));
  }

  /** Red, green, blue of each pixel, row by row; the length is even, as a value must be. */
  private static byte[] colours(BufferedImage page) {
    int width = page.getWidth();
    int length = 3 * width * page.getHeight();
    var bytes = new byte[length + (length & 1)];
    var row = new int[width];
    int next = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        bytes[next++] = (byte) (rgb >> 16);
        bytes[next++] = (byte) (rgb >> 8);
        bytes[next++] = (byte) rgb;
      }
    }
    return bytes;
  }
}
