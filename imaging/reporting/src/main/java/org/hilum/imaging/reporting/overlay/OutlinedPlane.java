package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;

/**
 * A plane and the lines on it, found once for pictures of any size.
 *
 * @param lines from the lowest to the topmost
 */
record OutlinedPlane(Plane plane, List<Line> lines) {

  private static final double LUNG_WIDTH = 0.7;
  private static final double FISSURE_WIDTH = 0.9;
  private static final double OPACITY_WIDTH = 1.4;
  private static final double CONSOLIDATION_WIDTH = 1.9;

  /** Each of these borders the lobe beside it, so that no border is drawn twice but the last. */
  private static final List<Lobe> BORDERED = List.of(Lobe.LUL, Lobe.RUL, Lobe.RLL);

  /**
   * A line in voxels of the plane.
   *
   * @param width in units of the thinnest line of a picture
   */
  record Line(Path2D path, Color colour, double width) {}

  /** The lungs, the fissures that part them, and each kind of opacity. */
  static OutlinedPlane of(Plane plane) {
    byte[] lungs = plane.lungs();
    byte[] lobes = plane.lobes();
    byte[] opacity = plane.opacity();
    var lines = new ArrayList<Line>();
    for (var lobe : BORDERED) {
      byte label = LobeLabel.of(lobe);
      byte lung = LungLabel.of(lobe.side());
      lines.add(
          new Line(
              Outline.within(plane, at -> lungs[at] == lung, at -> lobes[at] == label),
              Palette.FISSURE,
              FISSURE_WIDTH));
    }
    lines.add(lung(plane, at -> lungs[at] == LungLabel.LEFT));
    lines.add(lung(plane, at -> lungs[at] == LungLabel.RIGHT));
    for (var kind : OpacityKind.values()) {
      byte label = OpacityLabel.of(kind);
      lines.add(
          new Line(
              Outline.round(plane, at -> opacity[at] == label),
              Palette.of(kind),
              kind == OpacityKind.CONSOLIDATION ? CONSOLIDATION_WIDTH : OPACITY_WIDTH));
    }
    return new OutlinedPlane(plane, lines);
  }

  private static Line lung(Plane plane, Outline.Inside lung) {
    return new Line(Outline.round(plane, lung), Palette.LUNG, LUNG_WIDTH);
  }
}
