package org.hilum.imaging.phantom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hilum.imaging.phantom.scanner.Scanner;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.volume.LabelRaster;

/** What is true of a scan, counted from its voxels. */
final class DrawnTruth {

  private final Scanner.Slices slices;
  private final List<PhantomLesion> lesions;
  private final LesionPlacement placement;
  private final long[][] voxelsByLobe;
  private final double[] huSums;

  DrawnTruth(Scanner.Slices slices, List<PhantomLesion> lesions, LesionPlacement placement) {
    this.slices = slices;
    this.lesions = lesions;
    this.placement = placement;
    this.voxelsByLobe = new long[lesions.size()][Lobe.values().length];
    this.huSums = new double[lesions.size()];
  }

  PhantomScan scan(ScanProtocol protocol) {
    var opacity = LabelRaster.empty(slices.volume().geometry());
    for (int k = 0; k < opacity.labels().length; k++) {
      count(k, opacity.labels()[k]);
    }
    var truths = IntStream.range(0, lesions.size()).mapToObj(this::truth).toList();
    return new PhantomScan(
        slices.volume(), slices.lungs(), slices.lobes(), opacity, truths, protocol);
  }

  private void count(int k, byte[] opacity) {
    var indices = slices.opacities().labels()[k];
    for (int n = 0; n < indices.length; n++) {
      if (indices[n] != 0) {
        int lesion = indices[n] - 1;
        opacity[n] = (byte) (kind(lesions.get(lesion)).ordinal() + 1);
        voxelsByLobe[lesion][slices.lobes().labels()[k][n] - 1]++;
        huSums[lesion] += slices.volume().hu()[k][n];
      }
    }
  }

  private static OpacityKind kind(PhantomLesion lesion) {
    return lesion.look() == PhantomLesion.Look.CONSOLIDATION
        ? OpacityKind.CONSOLIDATION
        : OpacityKind.GROUND_GLASS;
  }

  private LesionTruth truth(int index) {
    var lesion = lesions.get(index);
    var byLobe = voxelsByLobe[index];
    long voxels = IntStream.range(0, byLobe.length).mapToLong(lobe -> byLobe[lobe]).sum();
    int most = IntStream.range(0, byLobe.length).reduce(0, (a, b) -> byLobe[b] > byLobe[a] ? b : a);
    return new LesionTruth(
        lesion.id(),
        kind(lesion),
        voxels == 0 ? Optional.empty() : Optional.of(Lobe.values()[most]),
        placement.centre(lesion),
        placement.ellipsoidMl(lesion),
        voxels * slices.volume().geometry().voxelMl(),
        voxels == 0 ? OptionalDouble.empty() : OptionalDouble.of(huSums[index] / voxels));
  }
}
