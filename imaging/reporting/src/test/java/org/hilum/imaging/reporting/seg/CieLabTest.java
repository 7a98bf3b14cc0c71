package org.hilum.imaging.reporting.seg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CieLabTest {

  /** One unit of L*, a* or b* is 655, 257 and 257 steps. */
  private static final int A_TENTH = 66;

  @Test
  void black_and_white_have_no_colour() {
    assertClose(CieLab.ofRgb(0x000000), 0, 32896, 32896);
    assertClose(CieLab.ofRgb(0xFFFFFF), 65535, 32896, 32896);
  }

  /** L* 54.29, a* 80.81, b* 69.89 by the published sRGB to D50 conversion. */
  @Test
  void red_is_the_red_of_the_colour_charts() {
    assertClose(
        CieLab.ofRgb(0xFF0000),
        (int) (54.29 / 100 * 65535),
        (int) ((80.81 + 128) / 255 * 65535),
        (int) ((69.89 + 128) / 255 * 65535));
  }

  private static void assertClose(CieLab colour, int lightness, int a, int b) {
    assertThat(colour.lightness()).as("L*").isCloseTo(lightness, within(A_TENTH));
    assertThat(colour.a()).as("a*").isCloseTo(a, within(A_TENTH));
    assertThat(colour.b()).as("b*").isCloseTo(b, within(A_TENTH));
  }
}
