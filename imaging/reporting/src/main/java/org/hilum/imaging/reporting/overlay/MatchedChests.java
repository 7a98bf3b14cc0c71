package org.hilum.imaging.reporting.overlay;

import java.util.List;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Two dates of one chest, seen at the same places: the planes are those of the later date, and the
 * earlier one is sampled where the alignment says that each of their points was.
 */
final class MatchedChests {

  /** Attenuation of air, HU, and HU from air to water: density is in proportion to HU + 1000. */
  private static final float AIR_HU = -1000;

  /** A smaller Jacobian would be a fold of the movement, not breath. */
  private static final double SMALLEST_EXPANSION = 0.1;

  private final Alignment alignment;
  private final ChestSampler prior;
  private final ChestSampler current;
  private final ChestView priorView;
  private final ChestView view;
  private final Levels levels;

  MatchedChests(
      ReadingFindings prior,
      ReadingFindings current,
      Alignment alignment,
      List<TrackedLesion> lesions,
      int priorDate) {
    this.alignment = alignment;
    this.prior = ChestSampler.of(prior, lesions, priorDate);
    this.current = ChestSampler.of(current, lesions, priorDate + 1);
    priorView = ChestView.of(prior);
    view = ChestView.of(current);
    levels = view.levels();
  }

  ChestView view() {
    return view;
  }

  ChestView priorView() {
    return priorView;
  }

  Levels levels() {
    return levels;
  }

  /** The later date's slice at height k. */
  MatchedLevel axial(int k) {
    var box = levels.box();
    var geometry = view.geometry();
    var priorPlane = blank(box.columns(), box.rows(), geometry.iSpacingMm(), geometry.jSpacingMm());
    var plane = blank(box.columns(), box.rows(), geometry.iSpacingMm(), geometry.jSpacingMm());
    var expected = new float[box.columns() * box.rows()];
    for (int at = 0; at < expected.length; at++) {
      int j = box.firstJ() + at / box.columns();
      int i = box.firstI() + at % box.columns();
      expected[at] = fill(geometry.point(k, j, i), priorPlane, plane, at);
    }
    var middle =
        geometry.point(k, (box.firstJ() + box.lastJ()) / 2.0, (box.firstI() + box.lastI()) / 2.0);
    return new MatchedLevel(k, priorK(middle), priorPlane, plane, expected);
  }

  /** The later date's plane from the front at depth j. */
  MatchedLevel coronal(int j) {
    var box = levels.box();
    var geometry = view.geometry();
    var priorPlane =
        blank(box.columns(), box.slices(), geometry.iSpacingMm(), geometry.kSpacingMm());
    var plane = blank(box.columns(), box.slices(), geometry.iSpacingMm(), geometry.kSpacingMm());
    var expected = new float[box.columns() * box.slices()];
    for (int at = 0; at < expected.length; at++) {
      int k = box.lastK() - at / box.columns();
      int i = box.firstI() + at % box.columns();
      expected[at] = fill(geometry.point(k, j, i), priorPlane, plane, at);
    }
    return new MatchedLevel(0, 0, priorPlane, plane, expected);
  }

  private static MatchedPlane blank(int width, int height, double columnMm, double rowMm) {
    return MatchedPlane.blank(width, height, columnMm, rowMm);
  }

  private float fill(PatientPoint point, MatchedPlane priorPlane, MatchedPlane plane, int at) {
    var before = alignment.toPrior(point);
    current.fill(point, plane, at);
    prior.fill(before, priorPlane, at);
    double expansion =
        Math.max(SMALLEST_EXPANSION, alignment.expansion(before.x(), before.y(), before.z()));
    return (float) ((priorPlane.plane().hu()[at] - AIR_HU) / expansion + AIR_HU);
  }

  private int priorK(PatientPoint point) {
    return heightOf(priorView.geometry(), alignment.toPrior(point));
  }

  /** The height at which a point of the later date lies. */
  int heightOf(PatientPoint point) {
    return heightOf(view.geometry(), point);
  }

  private static int heightOf(VolumeGeometry geometry, PatientPoint point) {
    return Math.clamp(Math.round(geometry.index(point).k()), 0, geometry.slices() - 1);
  }
}
