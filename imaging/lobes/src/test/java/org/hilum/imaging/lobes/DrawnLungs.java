package org.hilum.imaging.lobes;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Two lungs drawn as ellipsoids of 50 x 75 x 105 mm half axes at x = 65 and -65 mm, parted by flat
 * fissures, on any voxels: fast, and all of it known.
 *
 * @param lungHu of the lung between, in HU
 * @param fissureHu how much brighter than the lung the middle of a fissure is, in HU
 * @param noiseHu greatest noise, in HU
 * @param rightLung whether there is a right lung
 */
record DrawnLungs(double lungHu, double fissureHu, double noiseHu, boolean rightLung) {

  private static final double CENTRE_X = 65;

  /** How far from its middle a fissure still brightens a voxel. */
  private static final double FISSURE_MM = 2;

  static DrawnLungs standard() {
    return new DrawnLungs(-850, 80, 30, true);
  }

  CtVolume volume(VolumeGeometry geometry) {
    var volume = new CtVolume(geometry, new short[geometry.slices()][geometry.sliceSize()], true);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int n = 0; n < geometry.sliceSize(); n++) {
        var place = geometry.point(k, n / geometry.columns(), n % geometry.columns());
        volume.hu()[k][n] = (short) hu(place);
      }
    }
    return volume;
  }

  ChestSegmentation lungs(VolumeGeometry geometry) {
    var lungs = labels(geometry, place -> side(place).map(LungLabel::of).orElse((byte) 0));
    return new ChestSegmentation(
        lungs,
        LabelRaster.empty(geometry),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  LabelRaster lobes(VolumeGeometry geometry) {
    return labels(
        geometry,
        place -> side(place).map(side -> LobeLabel.of(lobe(side, place))).orElse((byte) 0));
  }

  private static LabelRaster labels(VolumeGeometry geometry, LabelOfPlace labelOf) {
    var raster = LabelRaster.empty(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int n = 0; n < geometry.sliceSize(); n++) {
        raster.labels()[k][n] =
            labelOf.at(geometry.point(k, n / geometry.columns(), n % geometry.columns()));
      }
    }
    return raster;
  }

  private Optional<Side> side(PatientPoint place) {
    var side = place.x() > 0 ? Side.LEFT : Side.RIGHT;
    double x = (Math.abs(place.x()) - CENTRE_X) / 50;
    double y = place.y() / 75;
    double z = place.z() / 105;
    boolean inside = x * x + y * y + z * z < 1;
    return inside && (side == Side.LEFT || rightLung) ? Optional.of(side) : Optional.empty();
  }

  private static Lobe lobe(Side side, PatientPoint place) {
    boolean above = aboveOblique(place) > 0;
    if (side == Side.LEFT) {
      return above ? Lobe.LUL : Lobe.LLL;
    }
    return above ? aboveHorizontal(place) > 0 ? Lobe.RUL : Lobe.RML : Lobe.RLL;
  }

  /** A plane from the upper back to the lower front, in mm. */
  private static double aboveOblique(PatientPoint place) {
    return (place.z() - 0.9 * place.y() + 8) / Math.hypot(1, 0.9);
  }

  private static double aboveHorizontal(PatientPoint place) {
    return place.z() - 12;
  }

  private double hu(PatientPoint place) {
    var side = side(place);
    if (side.isEmpty()) {
      return 30;
    }
    double nearest = Math.abs(aboveOblique(place));
    if (side.get() == Side.RIGHT && aboveOblique(place) > 0) {
      nearest = Math.min(nearest, Math.abs(aboveHorizontal(place)));
    }
    double fissure = fissureHu * Math.max(0, 1 - nearest / FISSURE_MM);
    return lungHu + fissure + noiseHu * noise(place);
  }

  /** From -1 to 1, the same at the same place. */
  private static double noise(PatientPoint place) {
    long mixed =
        Math.round(place.x() * 7) * 73_856_093L
            ^ Math.round(place.y() * 7) * 19_349_663L
            ^ Math.round(place.z() * 7) * 83_492_791L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    return ((mixed ^ mixed >>> 32) & 0xFFFF) / 32767.5 - 1;
  }

  /** Says which label a place has. */
  private interface LabelOfPlace {
    byte at(PatientPoint place);
  }
}
