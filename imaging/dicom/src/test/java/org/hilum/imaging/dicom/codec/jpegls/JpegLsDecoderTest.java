package org.hilum.imaging.dicom.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JpegLsDecoderTest {

  private static final FrameShape SHAPE = new FrameShape(4, 4, 8);

  /** The worked example of ITU-T T.87 annex H.3. */
  private static final String EXAMPLE =
      "FFD8 FFF7 000B 08 0004 0004 01 01 11 00 FFDA 0008 01 01 00 00 00 00"
          + "C000 006C 8020 8E01 C000 0057 4000 006E E600 0001 BC18 0000 05D8 0000 9160 FFD9";

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Test
  void decodes_the_worked_example_of_the_standard() {
    assertThat(JpegLsDecoder.decode(bytes(EXAMPLE), SHAPE))
        .containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
  }

  @Test
  void refuses_every_codestream_that_ends_early() {
    var whole = bytes(EXAMPLE);
    for (int length = 0; length < whole.length - 3; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> JpegLsDecoder.decode(cut, SHAPE))
          .as("cut after %d bytes", length)
          .isInstanceOf(CodestreamException.class);
    }
  }

  @Test
  void refuses_another_size_another_depth_colour_and_other_processes() {
    refuses(EXAMPLE.replace("0004 0004", "0004 0005"), CodestreamException.Kind.DISAGREES);
    refuses(EXAMPLE.replace("000B 08", "000B 0C"), CodestreamException.Kind.DISAGREES);
    refuses(EXAMPLE.replace("0004 01 01", "0004 03 01"), CodestreamException.Kind.IN_COLOUR);
    refuses(EXAMPLE.replace("FFF7", "FFC3"), CodestreamException.Kind.BROKEN);
  }

  @Test
  void refuses_mapping_tables_and_impossible_parameters() {
    refuses(
        EXAMPLE.replace("FFDA 0008", "FFF8 0005 020101 FFDA 0008"),
        CodestreamException.Kind.UNSUPPORTED);
    refuses(
        EXAMPLE.replace("FFDA 0008", "FFF8 000D 01 00FF 0050 0010 0015 0040 FFDA 0008"),
        CodestreamException.Kind.BROKEN);
  }

  @Test
  void takes_the_default_parameters_also_when_they_are_written_out() {
    var written = EXAMPLE.replace("FFDA 0008", "FFF8 000D 01 00FF 0003 0007 0015 0040 FFDA 0008");

    assertThat(JpegLsDecoder.decode(bytes(written), SHAPE))
        .isEqualTo(JpegLsDecoder.decode(bytes(EXAMPLE), SHAPE));
  }

  private static void refuses(String hex, CodestreamException.Kind kind) {
    assertThatThrownBy(() -> JpegLsDecoder.decode(bytes(hex), SHAPE))
        .isInstanceOfSatisfying(
            CodestreamException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }
}
