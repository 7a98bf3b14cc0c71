package org.hilum.imaging.comparison.limit;

import java.util.Collection;
import java.util.stream.IntStream;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.quantification.RegionCells;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The {@link Rim} of every lesion and region of a reading.
 *
 * <p>Out: in untrusted millimetres where the spacing is not known. Faces of voxels measure a
 * slanted surface too large, by up to 1.7 times; the limits' constants were fitted to faces.
 */
public final class Rims {
  private final double[] lesions;
  private final double[] cells;
  private final double voxelMl;

  private static final int VOXELS = 0;
  private static final int SURFACE = 1;
  private static final int SOFT = 2;
  private static final int FIELDS = 3;

  private Rims(int lesions, double voxelMl) {
    this.lesions = new double[FIELDS * (lesions + 1)];
    cells = new double[FIELDS * RegionCells.COUNT];
    this.voxelMl = voxelMl;
  }

  /** Looks at all opacity of a reading, and at what may be opacity. */
  public static Rims of(DatedReading reading, RegionCells cells) {
    int slices = reading.volume().geometry().slices();
    int parts = Math.min(slices, 4 * Runtime.getRuntime().availableProcessors());
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(
            part ->
                new Pass(reading, cells).slices(slices * part / parts, slices * (part + 1) / parts))
        .reduce(Rims::plus)
        .orElseThrow();
  }

  private Rims plus(Rims other) {
    IntStream.range(0, lesions.length).forEach(n -> lesions[n] += other.lesions[n]);
    IntStream.range(0, cells.length).forEach(n -> cells[n] += other.cells[n]);
    return this;
  }

  /** Of lesions together. */
  public Rim of(Collection<Integer> numbers) {
    return numbers.stream().map(number -> rim(lesions, number)).reduce(Rim.NONE, Rim::plus);
  }

  /** Of all opacity in a region; possible opacity outside of the mask counts as soft. */
  public Rim of(Region region) {
    return RegionCells.cellsOf(region).stream()
        .map(cell -> rim(cells, cell))
        .reduce(Rim.NONE, Rim::plus);
  }

  private Rim rim(double[] sums, int n) {
    int at = FIELDS * n;
    return new Rim(sums[at + VOXELS] * voxelMl, sums[at + SURFACE], sums[at + SOFT] * voxelMl);
  }

  /** One pass over some slices. */
  private static final class Pass {
    private final DatedReading reading;
    private final RegionCells cells;
    private final VolumeGeometry geometry;
    private final byte[][] opacity;
    private final double iFace;
    private final double jFace;
    private final double kFace;
    private final Rims sums;

    Pass(DatedReading reading, RegionCells cells) {
      this.reading = reading;
      this.cells = cells;
      geometry = reading.volume().geometry();
      opacity = reading.segmentation().opacity().labels();
      iFace = geometry.jSpacingMm() * geometry.normalSpacingMm();
      jFace = geometry.iSpacingMm() * geometry.normalSpacingMm();
      kFace = geometry.iSpacingMm() * geometry.jSpacingMm();
      sums = new Rims(reading.measurements().lesions().size(), geometry.voxelMl());
    }

    Rims slices(int from, int to) {
      for (int k = from; k < to; k++) {
        slice(k);
      }
      return sums;
    }

    private void slice(int k) {
      var labels = reading.measurements().lesionLabels()[k];
      var levels =
          reading.segmentation().uncertainty().isPresent()
              ? reading.segmentation().uncertainty().get().levels().labels()[k]
              : null;
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++) {
          int at = j * geometry.columns() + i;
          int level = levels == null ? OpacityUncertainty.PROBABLE : levels[at];
          if (opacity[k][at] != 0) {
            double soft = level < OpacityUncertainty.PROBABLE ? 1 : 0;
            double face = faces(k, j, i, at);
            add(sums.lesions, Short.toUnsignedInt(labels[at]), 1, face, soft);
            add(sums.cells, cells.cell(k, j, i), 1, face, soft);
          } else if (levels != null && level >= OpacityUncertainty.POSSIBLE) {
            add(sums.cells, cells.cell(k, j, i), 0, 0, 1);
          }
        }
      }
    }

    private static void add(double[] to, int n, double voxel, double surface, double soft) {
      if (n >= 0) {
        to[FIELDS * n + VOXELS] += voxel;
        to[FIELDS * n + SURFACE] += surface;
        to[FIELDS * n + SOFT] += soft;
      }
    }

    private double faces(int k, int j, int i, int at) {
      var slice = opacity[k];
      int columns = geometry.columns();
      double area = 0;
      area += i == 0 || slice[at - 1] == 0 ? iFace : 0;
      area += i == columns - 1 || slice[at + 1] == 0 ? iFace : 0;
      area += j == 0 || slice[at - columns] == 0 ? jFace : 0;
      area += j == geometry.rows() - 1 || slice[at + columns] == 0 ? jFace : 0;
      area += k == 0 || opacity[k - 1][at] == 0 ? kFace : 0;
      area += k == geometry.slices() - 1 || opacity[k + 1][at] == 0 ? kFace : 0;
      return area;
    }
  }
}
