package org.hilum.imaging.dicom.codec.rle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RleDecoderTest {

  private static final FrameShape SHAPE = new FrameShape(2, 3, 16);

  /** High bytes: a run of six 01; low bytes: a literal of four, nothing, a run of two. */
  private static byte[] frame() {
    var frame = new byte[64 + 2 + 8];
    frame[0] = 2;
    frame[4] = 64;
    frame[8] = 66;
    byte[] segments = {-5, 1, 3, 10, 20, 30, 40, -128};
    System.arraycopy(segments, 0, frame, 64, segments.length);
    frame[72] = -1;
    frame[73] = (byte) 0xFF;
    return frame;
  }

  @Test
  void reads_runs_and_literals_of_the_high_and_the_low_bytes() {
    assertThat(RleDecoder.decode(frame(), SHAPE))
        .containsExactly(0x010A, 0x0114, 0x011E, 0x0128, 0x01FF, 0x01FF);
  }

  @Test
  void refuses_every_frame_that_ends_early() {
    for (int length = 0; length < frame().length; length++) {
      var cut = Arrays.copyOf(frame(), length);
      assertThatThrownBy(() -> RleDecoder.decode(cut, SHAPE))
          .isInstanceOf(CodestreamException.class);
    }
  }

  @Test
  void refuses_segments_outside_of_the_frame() {
    var frame = frame();
    frame[11] = (byte) 0x80;

    assertThatThrownBy(() -> RleDecoder.decode(frame, SHAPE))
        .isInstanceOf(CodestreamException.class);
  }

  @Test
  void refuses_more_segments_than_the_pixel_has_bytes() {
    assertThatThrownBy(() -> RleDecoder.decode(frame(), new FrameShape(2, 3, 8)))
        .isInstanceOfSatisfying(
            CodestreamException.class,
            refused -> assertThat(refused.kind()).isEqualTo(CodestreamException.Kind.DISAGREES));
  }
}
