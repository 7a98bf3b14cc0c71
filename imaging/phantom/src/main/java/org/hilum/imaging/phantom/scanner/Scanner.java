package org.hilum.imaging.phantom.scanner;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hilum.imaging.phantom.anatomy.Skeleton;
import org.hilum.imaging.phantom.shape.Capsules;
import org.hilum.imaging.phantom.tree.LungTrees;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/** Scans a chest: slices in HU, and what is truly where. */
public final class Scanner {

  private static final short LOWEST_HU = -1024;
  private static final short HIGHEST_HU = 3071;

  /** Thickness each sampled plane stands for: large parts, and the fine ones painted over them. */
  private static final double COARSE_PLANE_MM = 2.5;

  private static final double FINE_PLANE_MM = 1.25;

  private final VolumeGeometry geometry;
  private final Acquisition acquisition;
  private final ChestSampler sampler;
  private final TruthSampler truth;
  private final ScannerNoise noise;
  private final List<CapsulePainter> painters;
  private final CapsulePainter hilar;

  /** A scanner set up for a chest. */
  public Scanner(Chest chest, VolumeGeometry geometry, Acquisition acquisition) {
    this.geometry = geometry;
    this.acquisition = acquisition;
    double pixel = Math.max(geometry.iSpacingMm(), geometry.jSpacingMm());
    double edge = Math.max(acquisition.kernel().edgeMm(), pixel);
    this.sampler = new ChestSampler(chest, edge, acquisition.prone());
    this.truth = new TruthSampler(chest);
    this.noise =
        new ScannerNoise(acquisition.noiseSeed(), acquisition.noiseHu(), acquisition.kernel());
    var bones = new Skeleton(chest.thorax(), chest.frame());
    var trees = new LungTrees(chest.thorax(), chest.frame(), chest.seed());
    this.painters =
        Stream.of(
                bones.cartilage(),
                bones.cortex(),
                bones.marrow(),
                trees.vessels(),
                trees.walls(),
                trees.lumens())
            .map(rods -> painter(rods, edge))
            .toList();
    this.hilar = painter(trees.hilar(), edge);
  }

  private CapsulePainter painter(Capsules rods, double edge) {
    return new CapsulePainter(geometry, rods, edge, acquisition.thicknessMm() / 2);
  }

  /**
   * What came of a scan.
   *
   * @param lungs 1 = left, 2 = right
   * @param lobes 1 = LUL, 2 = LLL, 3 = RUL, 4 = RML, 5 = RLL
   * @param opacities 1 + index of the opacity a voxel belongs to
   */
  public record Slices(
      CtVolume volume, LabelRaster lungs, LabelRaster lobes, LabelRaster opacities) {}

  /** Takes all slices, on all cores. */
  public Slices scan() {
    var hu = new short[geometry.slices()][geometry.sliceSize()];
    var slices =
        new Slices(
            new CtVolume(geometry, hu, true),
            LabelRaster.empty(geometry),
            LabelRaster.empty(geometry),
            LabelRaster.empty(geometry));
    IntStream.range(0, geometry.slices())
        .parallel()
        .forEach(
            k -> {
              expose(k, hu[k]);
              label(k, slices);
            });
    return slices;
  }

  private void expose(int k, short[] slice) {
    double thickness = acquisition.thicknessMm();
    int coarse = (int) Math.max(1, Math.ceil(thickness / COARSE_PLANE_MM - 0.01));
    int fine = (int) Math.max(1, Math.ceil(thickness / coarse / FINE_PLANE_MM - 0.01));
    var sum = new float[slice.length];
    var plane = new float[slice.length];
    for (int c = 0; c < coarse; c++) {
      var tissue = new float[slice.length];
      gather(k, ((c + 0.5) / coarse - 0.5) * thickness, tissue);
      for (int f = 0; f < fine; f++) {
        double offset = ((c * fine + f + 0.5) / (coarse * fine) - 0.5) * thickness;
        System.arraycopy(tissue, 0, plane, 0, plane.length);
        painters.forEach(painter -> painter.paint(k, offset, plane));
        for (int n = 0; n < sum.length; n++) {
          sum[n] += plane[n];
        }
      }
    }
    for (int n = 0; n < sum.length; n++) {
      sum[n] /= coarse * fine;
    }
    noise.add(sum, geometry.columns(), k);
    for (int n = 0; n < sum.length; n++) {
      slice[n] = (short) Math.clamp(Math.round(sum[n]), LOWEST_HU, HIGHEST_HU);
    }
  }

  private void gather(int k, double offsetMm, float[] tissue) {
    var normal = geometry.iDirection().cross(geometry.jDirection()).normalised();
    var across = geometry.iDirection().scaled(geometry.iSpacingMm());
    for (int j = 0; j < geometry.rows(); j++) {
      var start = geometry.point(k, j, 0).plus(normal, offsetMm);
      for (int i = 0; i < geometry.columns(); i++) {
        tissue[j * geometry.columns() + i] =
            (float)
                sampler.hu(
                    start.x() + i * across.x(),
                    start.y() + i * across.y(),
                    start.z() + i * across.z());
      }
    }
  }

  private void label(int k, Slices slices) {
    var excluded = new byte[geometry.sliceSize()];
    hilar.mark(k, excluded);
    for (int n = 0; n < excluded.length; n++) {
      var point = geometry.point(k, n / geometry.columns(), n % geometry.columns());
      int lobe = excluded[n] == 1 ? 0 : truth.lobe(point);
      if (lobe != 0) {
        slices.lobes.labels()[k][n] = (byte) lobe;
        slices.lungs.labels()[k][n] = (byte) (lobe <= 2 ? 1 : 2);
        slices.opacities.labels()[k][n] = (byte) truth.opacity(point);
      }
    }
  }
}
