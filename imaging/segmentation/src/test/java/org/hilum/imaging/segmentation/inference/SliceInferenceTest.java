package org.hilum.imaging.segmentation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SliceInferenceTest {

  private static final double[] HALF = {0.5, 0.5};

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  /** Takes a slice's first value for its number: lung from one slice to another. */
  private static final class Numbered implements SliceNetwork {
    private final int firstLung;
    private final int lastLung;
    private final Set<Integer> asked = Collections.synchronizedSet(new TreeSet<>());

    Numbered(int firstLung, int lastLung) {
      this.firstLung = firstLung;
      this.lastLung = lastLung;
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public void run(Neighbours slices, float[] lung, float[] opacity) {
      int number = (int) slices.slice()[0];
      asked.add(number);
      java.util.Arrays.fill(lung, number >= firstLung && number <= lastLung ? 1 : -1);
      opacity[0] = slices.below()[0];
      opacity[1] = slices.above()[0];
    }

    @Override
    public void close() {}
  }

  private static float[][] numbered(int slices) {
    var grey = new float[slices][4];
    for (int run = 0; run < slices; run++) {
      grey[run][0] = run;
    }
    return grey;
  }

  private FrameFields run(Numbered network, int slices, double spacingMm) {
    return new SliceInference(network, workers, HALF, spacingMm)
        .run(numbered(slices), new SliceSteps(slices, 1), done -> {});
  }

  @Test
  void each_slice_is_seen_with_its_neighbours() {
    var fields = run(new Numbered(0, 9), 10, 2);

    assertThat(fields.opacity()[5]).startsWith(4, 6);
    assertThat(fields.opacity()[0]).startsWith(0, 1);
    assertThat(fields.opacity()[9]).startsWith(8, 9);
  }

  @Test
  void slices_far_from_any_lung_are_left_out() {
    var network = new Numbered(17, 22);

    var fields = run(network, 41, 2);

    assertThat(network.asked)
        .containsExactly(0, 4, 8, 12, 16, 17, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36, 40);
    assertThat(fields.lung()[22]).containsOnly(1);
    assertThat(fields.lung()[26]).containsOnly(-20);
  }

  @Test
  void slices_far_apart_are_all_run() {
    var network = new Numbered(3, 4);

    run(network, 8, 10);

    assertThat(network.asked).hasSize(8);
  }

  @Test
  void slices_after_the_last_coarse_one_are_run() {
    var network = new Numbered(6, 6);

    run(network, 7, 2);

    assertThat(network.asked).contains(5, 6);
  }

  @Test
  void logits_are_shifted_so_that_zero_is_the_threshold() {
    var fields =
        new SliceInference(new Numbered(0, 0), workers, new double[] {0.8, 0.5}, 2)
            .run(numbered(1), new SliceSteps(1, 1), done -> {});

    assertThat(fields.lung()[0][0]).isCloseTo((float) (1 - Math.log(4)), within(1e-6f));
  }
}
