package org.hilum.imaging.phantom;

import java.util.Arrays;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A drawn scan as single-frame CT images, one a slice, and the scout that plans it.
 *
 * <p>Source: PS3.3 A.3, CT Image IOD.
 */
final class CtSlices {

  private static final int LOWEST_HU = CtHeader.INTERCEPT_HU;
  private static final int HIGHEST_HU = CtHeader.INTERCEPT_HU + 4095;

  /** Scouts show sums of what the beam passes; this makes a chest fill the range of greys. */
  private static final double SCOUT_GAIN = 2;

  private final PhantomScan scan;
  private final ScanIdentity identity;
  private final Uid series;

  CtSlices(PhantomScan scan, ScanIdentity identity) {
    this.scan = scan;
    this.identity = identity;
    this.series = identity.derived("series", fingerprint(scan));
  }

  /** Tells scans apart that say the same of themselves. */
  private static String fingerprint(PhantomScan scan) {
    int mixed = Arrays.deepHashCode(scan.volume().hu());
    return scan.volume().geometry() + " " + scan.protocol() + " " + mixed;
  }

  Uid series() {
    return series;
  }

  /** The image of slice k. */
  DataSet slice(int k) {
    var geometry = scan.volume().geometry();
    var spacing = new double[] {geometry.jSpacingMm(), geometry.iSpacingMm()};
    var hu = scan.volume().hu()[k];
    var builder =
        image(k + 1, "AXIAL", geometry.point(k, 0, 0), geometry.jDirection(), spacing)
            .decimal(Tag.SLICE_THICKNESS, scan.protocol().thicknessMm())
            .decimal(Tag.SPACING_BETWEEN_SLICES, geometry.normalSpacingMm())
            .decimal(Tag.GANTRY_DETECTOR_TILT, tiltDegrees(geometry))
            .decimal(Tag.SLICE_LOCATION, k * geometry.normalSpacingMm());
    return CtHeader.pixels(builder, geometry.rows(), geometry.columns(), CtHeader.stored(hu))
        .build();
  }

  static double tiltDegrees(VolumeGeometry geometry) {
    return Math.toDegrees(Math.asin(geometry.kDirection().dot(geometry.jDirection())));
  }

  private org.hilum.imaging.dicom.DataSetBuilder image(
      int number, String kind, PatientPoint corner, Vector3 columnDirection, double[] spacing) {
    var across = scan.volume().geometry().iDirection();
    var instance = identity.derived("instance", series + " " + number);
    return CtHeader.of(identity, scan.protocol(), series)
        .uid(Tag.SOP_CLASS_UID, CtHeader.CT_IMAGE_STORAGE)
        .uid(Tag.SOP_INSTANCE_UID, instance)
        .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", kind)
        .integerString(Tag.INSTANCE_NUMBER, number)
        .integerString(Tag.ACQUISITION_NUMBER, 1)
        .decimal(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
        .decimal(
            Tag.IMAGE_ORIENTATION_PATIENT,
            across.x(),
            across.y(),
            across.z(),
            columnDirection.x(),
            columnDirection.y(),
            columnDirection.z())
        .decimal(Tag.PIXEL_SPACING, spacing)
        .decimal(Tag.KVP, CtHeader.TUBE_KV)
        .text(Tag.CONVOLUTION_KERNEL, Vr.SH, scan.protocol().kernel().name())
        .decimal(Tag.RESCALE_INTERCEPT, CtHeader.INTERCEPT_HU)
        .decimal(Tag.RESCALE_SLOPE, 1)
        .text(Tag.RESCALE_TYPE, Vr.LO, "HU")
        .decimal(Tag.WINDOW_CENTER, CtHeader.WINDOW_CENTRE_HU)
        .decimal(Tag.WINDOW_WIDTH, CtHeader.WINDOW_WIDTH_HU)
        .text(Tag.IMAGE_COMMENTS, Vr.LT, "Synthetic");
  }

  /** A localizer: the whole scan seen along its columns, head up for an axial one. */
  DataSet scout() {
    var geometry = scan.volume().geometry();
    int rows = geometry.slices();
    var hu = new short[rows * geometry.columns()];
    for (int row = 0; row < rows; row++) {
      projectRow(scan.volume().hu()[rows - 1 - row], hu, row * geometry.columns());
    }
    var corner = geometry.point(rows - 1, (geometry.rows() - 1) / 2.0, 0);
    var spacing = new double[] {geometry.kSpacingMm(), geometry.iSpacingMm()};
    var downwards = geometry.kDirection().scaled(-1);
    var builder =
        image(1, "LOCALIZER", corner, downwards, spacing)
            .decimal(Tag.SLICE_THICKNESS, geometry.rows() * geometry.jSpacingMm());
    return CtHeader.pixels(builder, rows, geometry.columns(), CtHeader.stored(hu)).build();
  }

  private void projectRow(short[] slice, short[] projected, int start) {
    int columns = scan.volume().geometry().columns();
    for (int i = 0; i < columns; i++) {
      double passed = 0;
      for (int n = i; n < slice.length; n += columns) {
        passed += slice[n] + 1000;
      }
      double mean = SCOUT_GAIN * passed * columns / slice.length - 1000;
      projected[start + i] = (short) Math.clamp(Math.round(mean), LOWEST_HU, HIGHEST_HU);
    }
  }
}
