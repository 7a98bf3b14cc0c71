package org.hilum.imaging.segmentation.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.segmentation.preparation.Frame;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A frame of 8 x 8 pixels of 4 mm on slices of 32 x 32 pixels of 1 mm, 5 slices, every second run.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MaskPainterTest {

  private static final int SIZE = 8;
  private static final int COLUMNS = 32;
  private static final VolumeGeometry SCAN = ScanGrid.axial(COLUMNS, COLUMNS, 5, 1, 1).geometry();
  private static final SliceSteps STEPS = new SliceSteps(5, 2);
  private static final Frame FRAME = new Frame(15.5, 15.5, 4, SIZE);

  private static final SurenessScale PLAIN = new SurenessScale(0, 1);

  private final Workers workers = new Workers(2);
  private final byte[][] side = new byte[3][SIZE * SIZE];
  private final float[][] lung = new float[3][SIZE * SIZE];
  private final float[][] opacity = new float[3][SIZE * SIZE];
  private final float[][] sureness = new float[3][SIZE * SIZE];
  private final float[][] dense = new float[3][0];
  private final boolean[] opaque = new boolean[3];

  MaskPainterTest() {
    for (int run = 0; run < 3; run++) {
      java.util.Arrays.fill(lung[run], -1);
      java.util.Arrays.fill(opacity[run], -1);
      java.util.Arrays.fill(sureness[run], -1);
    }
  }

  @AfterEach
  void close() {
    workers.close();
  }

  private PaintedMasks paint(SurenessPainting wanted) {
    var layers = new FrameLayers(SIZE, side, lung, opacity, sureness, opaque, dense);
    return new MaskPainter(layers, FRAME, STEPS, SCAN, new MaskLabels((byte) 1, (byte) 2))
        .paint(workers, wanted);
  }

  private PaintedMasks paint(boolean withProbability) {
    return paint(new SurenessPainting(PLAIN, withProbability, Optional.empty()));
  }

  /** Lung in the columns from the fourth on, in all rows but the first and last. */
  private void drawLung(int run, byte label) {
    for (int row = 1; row < SIZE - 1; row++) {
      for (int column = 4; column < SIZE; column++) {
        lung[run][row * SIZE + column] = 1;
        side[run][row * SIZE + column] = label;
      }
    }
  }

  @Test
  void the_outline_lies_half_way_between_pixels_of_opposite_sign() {
    drawLung(0, (byte) 1);

    var row = java.util.Arrays.copyOfRange(paint(false).lungs()[0], 16 * COLUMNS, 17 * COLUMNS);

    // Frame columns 3 and 4 lie at 13.5 and 17.5 mm: zero is at 15.5.
    assertThat(row[15]).isZero();
    assertThat(row[16]).isEqualTo((byte) 1);
  }

  @Test
  void a_slice_between_two_runs_takes_their_mean() {
    drawLung(0, (byte) 1);
    for (float[] slice : java.util.List.of(lung[0])) {
      for (int pixel = 0; pixel < slice.length; pixel++) {
        slice[pixel] *= 3;
      }
    }

    var lungs = paint(false).lungs();

    assertThat(lungs[1][16 * COLUMNS + 25]).as("(3 - 1) / 2 is inside").isEqualTo((byte) 1);
    assertThat(lungs[2][16 * COLUMNS + 25]).as("the next run is outside").isZero();
  }

  @Test
  void a_slice_between_lungs_of_two_labels_takes_the_nearer() {
    drawLung(1, (byte) 2);
    drawLung(2, (byte) 2);

    assertThat(paint(false).lungs()[3][16 * COLUMNS + 25]).isEqualTo((byte) 2);
  }

  @Test
  void opacity_is_ground_glass_or_consolidation_by_its_density() {
    drawLung(0, (byte) 1);
    opacity[0] = lung[0].clone();
    opaque[0] = true;
    dense[0] = new float[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      java.util.Arrays.fill(dense[0], row * SIZE + 4, row * SIZE + 6, -50);
      java.util.Arrays.fill(dense[0], row * SIZE + 6, row * SIZE + 8, 50);
    }

    var found = paint(false).opacity()[0];

    assertThat(found[16 * COLUMNS + 19]).isEqualTo((byte) 1);
    assertThat(found[16 * COLUMNS + 27]).isEqualTo((byte) 2);
    assertThat(found[16 * COLUMNS + 10]).isZero();
  }

  @Test
  void probability_is_painted_inside_the_lungs_when_asked_for() {
    drawLung(0, (byte) 1);

    assertThat(paint(false).probability()).isEmpty();
    var probability = paint(true).probability().orElseThrow()[0];
    assertThat(probability[16 * COLUMNS + 25] & 0xFF).as("1 / (1 + e)").isEqualTo(69);
    assertThat(probability[16 * COLUMNS + 5]).isZero();
  }

  @Test
  void probability_is_that_of_the_logit_without_its_shift_over_the_temperature() {
    drawLung(0, (byte) 1);

    var wanted = new SurenessPainting(new SurenessScale(-0.5, 3), true, Optional.empty());
    var probability = paint(wanted).probability().orElseThrow()[0];

    // 255 / (1 + exp((1 + 0.5) / 3)) = 96.3
    assertThat(probability[16 * COLUMNS + 25] & 0xFF).isEqualTo(96);
  }

  @Test
  void levels_say_what_may_be_opacity_and_what_probably_is() {
    drawLung(0, (byte) 1);
    for (int row = 0; row < SIZE; row++) {
      sureness[0][row * SIZE + 6] = 1;
      sureness[0][row * SIZE + 7] = 4;
    }
    var levels = new SurenessPainting.Levels(0.25, 0.75);

    var painted = paint(new SurenessPainting(new SurenessScale(0, 2), false, Optional.of(levels)));
    var found = painted.levels().orElseThrow();

    // At temperature 2, 0.25 is a logit of -2.2, 0.75 one of 2.2; frame columns are 4 mm apart.
    assertThat(found[0][16 * COLUMNS + 17]).isEqualTo((byte) 1);
    assertThat(found[0][16 * COLUMNS + 26]).as("1.4").isEqualTo((byte) 1);
    assertThat(found[0][16 * COLUMNS + 28]).as("2.9").isEqualTo((byte) 2);
    assertThat(found[0][16 * COLUMNS + 5]).as("not lung").isZero();
    assertThat(painted.probability()).isEmpty();
  }

  @Test
  void voxels_beside_the_frame_stay_empty() {
    for (int run = 0; run < 3; run++) {
      java.util.Arrays.fill(lung[run], 1);
      java.util.Arrays.fill(side[run], (byte) 1);
    }

    var found = paint(false).lungs()[0];

    // The frame's outer pixels lie at 1.5 and 29.5 mm.
    assertThat(found[16 * COLUMNS + 1]).isZero();
    assertThat(found[16 * COLUMNS + 2]).isEqualTo((byte) 1);
    assertThat(found[16 * COLUMNS + 29]).isEqualTo((byte) 1);
    assertThat(found[16 * COLUMNS + 30]).isZero();
  }
}
