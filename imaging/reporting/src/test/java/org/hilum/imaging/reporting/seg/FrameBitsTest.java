package org.hilum.imaging.reporting.seg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameBitsTest {

  @Test
  void the_first_pixel_is_the_lowest_bit() {
    assertThat(packed((byte) 1, new byte[] {1, 0, 0, 1, 0, 0, 0, 0, 1}))
        .containsExactly(0b0000_1001, 0b0000_0001);
  }

  @Test
  void a_frame_begins_in_the_byte_the_one_before_it_ends_in() {
    assertThat(packed((byte) 1, new byte[] {1, 1, 0}, new byte[] {0, 1, 1}, new byte[] {1, 0, 1}))
        .containsExactly(0b0111_0011, 0b0000_0001);
  }

  @ParameterizedTest
  @CsvSource({"1, 4095", "7, 4095", "5, 4096", "3, 5", "9, 64", "2, 1", "11, 77"})
  void every_bit_stands_where_the_standard_counts_it(int frames, int pixels) {
    var labels = new ArrayList<byte[]>();
    var random = new Random(frames * 31L + pixels);
    for (int frame = 0; frame < frames; frame++) {
      var slice = new byte[pixels];
      for (int n = 0; n < pixels; n++) {
        slice[n] = (byte) random.nextInt(-2, 4);
      }
      labels.add(slice);
    }
    for (byte label = -2; label < 4; label++) {
      var bytes = packed(label, labels.toArray(byte[][]::new));
      assertThat(bytes.length % 2).isZero();
      for (int bit = 0; bit < frames * pixels; bit++) {
        boolean set = (bytes[bit / 8] >> bit % 8 & 1) == 1;
        assertThat(set)
            .as("pixel %d of frame %d for label %d", bit % pixels, bit / pixels, label)
            .isEqualTo(labels.get(bit / pixels)[bit % pixels] == label);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 7, 8, 15, 16})
  void one_voxel_is_found_wherever_it_lies(int where) {
    var labels = new byte[17];
    labels[where] = 2;
    assertThat(FrameBits.contains(labels, (byte) 2)).isTrue();
    assertThat(FrameBits.contains(labels, (byte) 1)).isFalse();
  }

  private static byte[] packed(byte label, byte[]... frames) {
    var bits = new FrameBits(frames.length, frames[0].length);
    // In any order; where frames are apart, at once.
    var backwards = IntStream.range(0, frames.length).map(n -> frames.length - 1 - n);
    (bits.areApart() ? backwards.parallel() : backwards)
        .forEach(frame -> bits.put(frame, frames[frame], label));
    return bits.bytes();
  }
}
