package org.hilum.imaging.quantification.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hilum.imaging.quantification.partition.IndexBox;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** Union-find over runs against a flood fill, voxel by voxel. */
class RunComponentsTest {
  private static final int SIZE = 7;

  @Property(tries = 400)
  void runs_hang_together_exactly_where_a_flood_reaches(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int filledPercent) {
    var random = new java.util.Random(seed);
    var geometry =
        new VolumeGeometry(
            new PatientPoint(0, 0, 0),
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, 1),
            1,
            1,
            1,
            SIZE,
            SIZE,
            SIZE);
    var lungs = LabelRaster.empty(geometry);
    var opacity = LabelRaster.empty(geometry);
    for (int k = 0; k < SIZE; k++) {
      for (int at = 0; at < SIZE * SIZE; at++) {
        lungs.labels()[k][at] = (byte) random.nextInt(1, 3);
        opacity.labels()[k][at] = (byte) (random.nextInt(100) < filledPercent ? 1 : 0);
      }
    }
    var masks =
        new ChestSegmentation(
            lungs, opacity, Optional.empty(), Optional.empty(), List.of(), List.of());
    assertThat(byRuns(masks)).isEqualTo(byFlood(masks));
  }

  /** For each voxel the first voxel, in scan order, that it hangs together with; -1 for none. */
  private static int[] byRuns(ChestSegmentation masks) {
    var runs = OpacityRuns.of(masks, new IndexBox(0, SIZE, 0, SIZE, 0, SIZE), Optional.empty());
    int[] first = RunComponents.firstRunOfEach(runs);
    var start = new int[runs.count()];
    var result = new int[SIZE * SIZE * SIZE];
    Arrays.fill(result, -1);
    for (int k = 0; k < SIZE; k++) {
      for (int j = 0; j < SIZE; j++) {
        for (int run = runs.firstOfRow(k, j); run < runs.endOfRow(k, j); run++) {
          int row = (k * SIZE + j) * SIZE;
          start[run] = row + runs.columnFrom(run);
          Arrays.fill(
              result, row + runs.columnFrom(run), row + runs.columnTo(run), start[first[run]]);
        }
      }
    }
    return result;
  }

  private static int[] byFlood(ChestSegmentation masks) {
    var result = new int[SIZE * SIZE * SIZE];
    Arrays.fill(result, -1);
    for (int voxel = 0; voxel < result.length; voxel++) {
      if (result[voxel] < 0 && label(masks.opacity(), voxel) != 0) {
        flood(masks, voxel, result);
      }
    }
    return result;
  }

  private static void flood(ChestSegmentation masks, int start, int[] result) {
    var queue = new ArrayDeque<Integer>(List.of(start));
    result[start] = start;
    while (!queue.isEmpty()) {
      int voxel = queue.remove();
      for (int step = 0; step < 27; step++) {
        int i = voxel % SIZE + step % 3 - 1;
        int j = voxel / SIZE % SIZE + step / 3 % 3 - 1;
        int k = voxel / SIZE / SIZE + step / 9 - 1;
        int next = (k * SIZE + j) * SIZE + i;
        boolean inside = i >= 0 && j >= 0 && k >= 0 && i < SIZE && j < SIZE && k < SIZE;
        if (inside
            && result[next] < 0
            && label(masks.opacity(), next) != 0
            && label(masks.lungs(), next) == label(masks.lungs(), start)) {
          result[next] = start;
          queue.add(next);
        }
      }
    }
  }

  private static int label(LabelRaster raster, int voxel) {
    return raster.labels()[voxel / (SIZE * SIZE)][voxel % (SIZE * SIZE)];
  }
}
