package org.hilum.imaging.segmentation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SliceInferenceTest {

  private static final double[] HALF = {0.5, 0.5};

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  private static final int SIZE = 128;

  /** What the network was asked for: a slice, and the part of its frame. */
  private record Asked(int slice, FrameWindow window) {}

  /** Takes a slice's first value for its number: a square of lung from one slice to another. */
  private static class Numbered implements SliceNetwork {
    private final int firstLung;
    private final int lastLung;
    private final boolean windows;
    private final IntUnaryOperator growth;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    Numbered(int firstLung, int lastLung, boolean windows, IntUnaryOperator growth) {
      this.firstLung = firstLung;
      this.lastLung = lastLung;
      this.windows = windows;
      this.growth = growth;
    }

    Numbered(int firstLung, int lastLung) {
      this(firstLung, lastLung, false, slice -> 0);
    }

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public boolean takesWindows() {
      return windows;
    }

    /** Lung is a square of 8 pixels from row 56, column 40, to the right by the slice's growth. */
    @Override
    public float[] run(Neighbours slices, FrameWindow window, float[] lung, float[] opacity) {
      int number = (int) slices.slice()[0];
      asked.add(new Asked(number, window));
      for (int row = window.firstRow(); row < window.firstRow() + window.rows(); row++) {
        int from = row * SIZE + window.firstColumn();
        java.util.Arrays.fill(lung, from, from + window.columns(), -1);
        java.util.Arrays.fill(opacity, from, from + window.columns(), -1);
        for (int column = 40; column < 48 + growth.applyAsInt(number); column++) {
          boolean inside = column >= window.firstColumn();
          inside &= column < window.firstColumn() + window.columns();
          if (isLung(number) && row >= 56 && row < 64 && inside) {
            lung[row * SIZE + column] = 1;
          }
        }
      }
      if (window.isWhole(SIZE)) {
        opacity[0] = -slices.below()[0] - 1;
        opacity[1] = -slices.above()[0] - 1;
      }
      return new float[] {number, 1};
    }

    boolean isLung(int number) {
      return number >= firstLung && number <= lastLung;
    }

    List<Integer> slicesAsked() {
      return asked.stream().map(Asked::slice).distinct().sorted().toList();
    }

    @Override
    public void close() {}
  }

  private static float[][] numbered(int slices) {
    var grey = new float[slices][SIZE * SIZE];
    for (int run = 0; run < slices; run++) {
      grey[run][0] = run;
    }
    return grey;
  }

  private FrameFields run(Numbered network, int slices, double spacingMm) {
    return new SliceInference(network, workers, HALF, spacingMm)
        .run(numbered(slices), new SliceSteps(slices, 1), done -> {});
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void each_slice_is_seen_with_its_neighbours() {
    var fields = run(new Numbered(0, 9), 10, 2);

    assertThat(fields.opacity()[5]).startsWith(-5, -7);
    assertThat(fields.opacity()[0]).startsWith(-1, -2);
    assertThat(fields.opacity()[9]).startsWith(-9, -10);
  }

  @Nested
  class slices {

    @Test
    void far_from_any_lung_are_left_out() {
      var network = new Numbered(20, 28);

      var fields = run(network, 62, 2);

      var expected = new ArrayList<>(List.of(0, 6, 12, 36, 42, 48, 54, 60, 61));
      expected.addAll(numbers(18, 30));
      assertThat(network.slicesAsked()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(fields.lung()[28][56 * SIZE + 40]).isEqualTo(1);
      assertThat(fields.lung()[33]).containsOnly(-20);
    }

    @Test
    void far_apart_are_all_run() {
      var network = new Numbered(3, 4);

      run(network, 8, 12);

      assertThat(network.slicesAsked()).hasSize(8);
    }

    @ParameterizedTest(name = "lung from slice {0} to {1}")
    @CsvSource({"0, 5", "36, 40", "7, 33", "6, 30", "6, 35", "13, 24", "12, 12"})
    void with_lung_are_all_run(int first, int last) {
      var network = new Numbered(first, last);

      var fields = run(network, 41, 2);

      assertThat(network.slicesAsked()).containsAll(numbers(first, last));
      for (int slice = 0; slice < 41; slice++) {
        assertThat(fields.lung()[slice][60 * SIZE + 44] > 0)
            .as("lung in slice %d", slice)
            .isEqualTo(slice >= first && slice <= last);
      }
    }

    @Test
    void with_lung_behind_a_scout_that_shows_none_are_run() {
      var network =
          new Numbered(6, 16) {
            @Override
            boolean isLung(int number) {
              return super.isLung(number) && number != 12;
            }
          };

      run(network, 41, 2);

      assertThat(network.slicesAsked()).containsAll(numbers(6, 17)).doesNotContain(19, 20);
    }
  }

  @Nested
  class a_network_that_takes_windows {

    @Test
    void sees_the_lung_with_a_margin_and_scouts_the_whole() {
      var network = new Numbered(0, 40, true, slice -> 0);

      run(network, 41, 2);

      // Rows 56 to 63 with 24 around: 32 to 87, in steps of 16 from 32 to 96; columns 16 to 80.
      var window = new FrameWindow(32, 16, 64, 64);
      assertThat(network.asked)
          .allSatisfy(
              asked ->
                  assertThat(asked.window())
                      .isEqualTo(
                          asked.slice() % 6 == 0 || asked.slice() == 40
                              ? FrameWindow.whole(SIZE)
                              : window));
    }

    @Test
    void sees_the_whole_where_the_lung_is_larger_than_its_scouts_say() {
      var network = new Numbered(0, 40, true, slice -> slice == 20 ? 30 : 0);

      var fields = run(network, 41, 2);

      assertThat(network.asked)
          .filteredOn(asked -> asked.slice() == 20)
          .extracting(Asked::window)
          .containsExactly(new FrameWindow(32, 16, 64, 64), FrameWindow.whole(SIZE));
      assertThat(fields.lung()[20][60 * SIZE + 77]).isEqualTo(1);
    }

    @Test
    void says_nothing_outside_its_windows() {
      var fields = run(new Numbered(0, 40, true, slice -> 0), 41, 2);

      assertThat(fields.lung()[20][31 * SIZE + 40]).isEqualTo(-20);
      assertThat(fields.lung()[20][32 * SIZE + 40]).isEqualTo(-1);
      assertThat(fields.opacity()[20][60 * SIZE + 80]).isEqualTo(-20);
    }
  }

  @Test
  void features_are_the_mean_over_scouts_with_lung() {
    var fields = run(new Numbered(11, 31), 41, 2);

    assertThat(fields.features()).containsExactly((12 + 18 + 24 + 30) / 4f, 1);
  }

  @Test
  void without_lung_there_are_no_features() {
    assertThat(run(new Numbered(50, 50), 41, 2).features()).isEmpty();
  }

  @Test
  void logits_are_shifted_so_that_zero_is_the_threshold() {
    var fields =
        new SliceInference(new Numbered(0, 0), workers, new double[] {0.8, 0.5}, 2)
            .run(numbered(1), new SliceSteps(1, 1), done -> {});

    assertThat(fields.lung()[0][60 * SIZE + 44])
        .isCloseTo((float) (1 - Math.log(4)), within(1e-6f));
  }
}
