package org.hilum.imaging.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Two block lungs of 80 x 120 x 180 mm with cubes of ground glass, in voxels of 2 mm.
 *
 * <p>Places are in millimetres; the middle between the lungs is x = 0, the right lung lies at
 * negative x from -90 to -10, the left at 10 to 90, both at y -60 to 60 and z -90 to 90. Zones are
 * cut at z = -30 and 30. Edges of boxes lie between voxels where they are even numbers.
 */
final class DrawnLungs {
  static final double LUNG_ML = 80 * 120 * 180 / 1000.0;
  private static final short LUNG_HU = -850;
  private static final short GROUND_GLASS_HU = -550;
  private static final double MM = 2;

  private final VolumeGeometry geometry =
      new VolumeGeometry(
          new PatientPoint(-99, -69, -99),
          new Vector3(1, 0, 0),
          new Vector3(0, 1, 0),
          new Vector3(0, 0, 1),
          MM,
          MM,
          MM,
          100,
          70,
          100);
  private final short[][] hu = new short[100][7000];
  private final LabelRaster lungs = LabelRaster.empty(geometry);
  private final LabelRaster opacity = LabelRaster.empty(geometry);
  private String key = "reading";
  private PatientIdentity patient = PatientIdentity.UNKNOWN;
  private Optional<LocalDate> date = Optional.empty();
  private Acquisition acquisition = Acquisition.UNKNOWN;
  private List<NetworkIdentity> networks = List.of(new NetworkIdentity("drawn", "1", "0"));
  private boolean spacingKnown = true;

  DrawnLungs() {
    for (var slice : hu) {
      java.util.Arrays.fill(slice, (short) 40);
    }
    paint(lungs, LungLabel.RIGHT, LUNG_HU, -90, -10, -60, 60, -90, 90);
    paint(lungs, LungLabel.LEFT, LUNG_HU, 10, 90, -60, 60, -90, 90);
  }

  /** A box of ground glass about a point, so long along each axis. */
  DrawnLungs box(double x, double y, double z, double dx, double dy, double dz) {
    paint(
        opacity,
        OpacityLabel.GROUND_GLASS,
        GROUND_GLASS_HU,
        x - dx / 2,
        x + dx / 2,
        y - dy / 2,
        y + dy / 2,
        z - dz / 2,
        z + dz / 2);
    return this;
  }

  /** A cube of ground glass about a point. */
  DrawnLungs cube(double x, double y, double z, double sideMm) {
    return box(x, y, z, sideMm, sideMm, sideMm);
  }

  /** A cube in the middle of a lung at a height. */
  DrawnLungs cube(Side side, double z, double sideMm) {
    return cube(side == Side.LEFT ? 50 : -50, 0, z, sideMm);
  }

  DrawnLungs named(String name) {
    key = name;
    return this;
  }

  DrawnLungs of(PatientIdentity who) {
    patient = who;
    return this;
  }

  DrawnLungs on(String day) {
    date = Optional.of(LocalDate.parse(day));
    return this;
  }

  DrawnLungs by(NetworkIdentity... which) {
    networks = List.of(which);
    return this;
  }

  DrawnLungs scanned(double thicknessMm, String kernel, boolean contrast) {
    acquisition =
        new Acquisition(
            OptionalDouble.of(thicknessMm), Optional.of(kernel), Optional.empty(), contrast);
    return this;
  }

  DrawnLungs withoutSpacing() {
    spacingKnown = false;
    return this;
  }

  private void paint(
      LabelRaster raster,
      byte label,
      short density,
      double xFrom,
      double xTo,
      double yFrom,
      double yTo,
      double zFrom,
      double zTo) {
    for (int k = 0; k < geometry.slices(); k++) {
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++) {
          var p = geometry.point(k, j, i);
          if (p.x() > xFrom
              && p.x() < xTo
              && p.y() > yFrom
              && p.y() < yTo
              && p.z() > zFrom
              && p.z() < zTo) {
            raster.labels()[k][j * geometry.columns() + i] = label;
            hu[k][j * geometry.columns() + i] = density;
          }
        }
      }
    }
  }

  DatedReading read() {
    var volume = new CtVolume(geometry, hu, spacingKnown);
    var masks =
        new ChestSegmentation(
            lungs, opacity, Optional.empty(), Optional.empty(), networks, List.of());
    return new DatedReading(
        key, patient, date, acquisition, volume, masks, new Quantifier().measure(volume, masks));
  }
}
