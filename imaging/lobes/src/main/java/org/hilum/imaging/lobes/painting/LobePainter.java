package org.hilum.imaging.lobes.painting;

import java.util.stream.IntStream;
import org.hilum.imaging.lobes.surface.FissureSurface;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Gives every voxel of a lung the lobe its centre lies in.
 *
 * <p>Out: 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL; 0 outside the lungs and where a fissure is not known.
 */
public final class LobePainter {

  /** What stands for a part of a lung whose fissure is not known. */
  private static final byte UNKNOWN = 0;

  private final LabelRaster lungs;
  private final LabelRaster lobes;

  /** A painter of the lungs of a volume. */
  public LobePainter(LabelRaster lungs) {
    this.lungs = lungs;
    this.lobes = LabelRaster.empty(lungs.geometry());
  }

  /** What has been painted. */
  public LabelRaster lobes() {
    return lobes;
  }

  /** Parts the left lung in two. */
  public void left(FissureSurface oblique) {
    paint(
        LungLabel.of(Side.LEFT),
        (x, y, z) -> LobeLabel.of(oblique.above(x, y, z) > 0 ? Lobe.LUL : Lobe.LLL));
  }

  /** Parts the right lung in three. */
  public void right(FissureSurface oblique, FissureSurface horizontal) {
    paint(
        LungLabel.of(Side.RIGHT),
        (x, y, z) -> {
          if (oblique.above(x, y, z) <= 0) {
            return LobeLabel.of(Lobe.RLL);
          }
          return LobeLabel.of(horizontal.above(x, y, z) > 0 ? Lobe.RUL : Lobe.RML);
        });
  }

  /** Parts the lower lobe from a right lung whose upper and middle lobe cannot be told apart. */
  public void right(FissureSurface oblique) {
    paint(
        LungLabel.of(Side.RIGHT),
        (x, y, z) -> oblique.above(x, y, z) <= 0 ? LobeLabel.of(Lobe.RLL) : UNKNOWN);
  }

  private void paint(byte lung, LobeOfPlace lobeOf) {
    IntStream.range(0, lungs.geometry().slices())
        .parallel()
        .forEach(k -> paintSlice(k, lung, lobeOf));
  }

  /** Numeric kernel. */
  private void paintSlice(int k, byte lung, LobeOfPlace lobeOf) {
    VolumeGeometry geometry = lungs.geometry();
    var from = lungs.labels()[k];
    var to = lobes.labels()[k];
    double dx = geometry.iDirection().x() * geometry.iSpacingMm();
    double dy = geometry.iDirection().y() * geometry.iSpacingMm();
    double dz = geometry.iDirection().z() * geometry.iSpacingMm();
    for (int j = 0; j < geometry.rows(); j++) {
      var start = geometry.point(k, j, 0);
      int row = j * geometry.columns();
      for (int i = 0; i < geometry.columns(); i++) {
        if (from[row + i] == lung) {
          to[row + i] = lobeOf.at(start.x() + i * dx, start.y() + i * dy, start.z() + i * dz);
        }
      }
    }
  }

  /** Says which lobe a place of the patient lies in. */
  private interface LobeOfPlace {
    byte at(double x, double y, double z);
  }
}
