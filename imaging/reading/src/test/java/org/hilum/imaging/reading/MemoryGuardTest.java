package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MemoryGuardTest {

  private static final double SLICE = 512.0 * 512;

  @Test
  void three_hundred_slices_fit_into_a_gigabyte() {
    assertThat(MemoryGuard.tooLarge(300 * SLICE, 1L << 30)).isEmpty();
  }

  @Test
  void a_series_larger_than_the_memory_is_refused_with_what_to_do() {
    assertThat(MemoryGuard.tooLarge(3000 * SLICE, 1L << 30))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.code()).isEqualTo(ReadingReason.MEMORY_TOO_SMALL);
              assertThat(reason.message()).contains("6.6 GB").contains("2 mm");
            });
  }
}
