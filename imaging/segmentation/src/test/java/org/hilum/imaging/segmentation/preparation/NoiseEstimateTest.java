package org.hilum.imaging.segmentation.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoiseEstimateTest {

  private static final FrameRule RULE = new FrameRule(-1150, 150, 64, 60, -300, 4, 3);

  /** Soft tissue of 30 HU with a step to lung in the middle. */
  private static float[][] slices(double noiseHu) {
    var random = new Random(7);
    var grey = new float[9][64 * 64];
    for (var slice : grey) {
      for (int pixel = 0; pixel < slice.length; pixel++) {
        double hu = (pixel % 64 < 40 ? 30 : -850) + noiseHu * random.nextGaussian();
        slice[pixel] = (float) ((Math.clamp(hu, -1150, 150) + 1150) / 1300);
      }
    }
    return grey;
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 15, 30, 45})
  void is_the_standard_deviation_in_soft_tissue(double noiseHu) {
    assertThat(NoiseEstimate.hu(slices(noiseHu), RULE).orElseThrow())
        .isCloseTo(noiseHu, within(0.08 * noiseHu));
  }

  @Test
  void grows_on_beyond_what_soft_tissue_spans() {
    assertThat(NoiseEstimate.hu(slices(100), RULE).orElseThrow()).isGreaterThan(50);
  }

  @Test
  void is_not_known_without_soft_tissue() {
    assertThat(NoiseEstimate.hu(new float[9][64 * 64], RULE)).isEmpty();
  }
}
