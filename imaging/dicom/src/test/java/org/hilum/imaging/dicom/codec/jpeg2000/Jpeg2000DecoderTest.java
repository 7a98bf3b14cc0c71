package org.hilum.imaging.dicom.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Jpeg2000DecoderTest {

  private static final FrameShape SHAPE = new FrameShape(40, 56, 16);
  private static final int[] SAMPLES = new Random(3).ints(40 * 56, 0, 65536).toArray();

  /** A lossless JP2 file, with boxes, as jai-imageio writes it. */
  private static byte[] file() throws IOException {
    var image = new BufferedImage(56, 40, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 56, 40, SAMPLES);
    var writer = new J2KImageWriterSpi().createWriterInstance(null);
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      var parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
      parameters.setLossless(true);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static void assertSamples(short[] decoded) {
    for (int n = 0; n < SAMPLES.length; n++) {
      assertThat(decoded[n] & 0xFFFF).isEqualTo(SAMPLES[n]);
    }
  }

  @Test
  void decodes_losslessly_with_and_without_boxes() throws IOException {
    var file = file();

    assertSamples(Jpeg2000Decoder.decode(file, SHAPE));
    assertSamples(Jpeg2000Decoder.decode(CodestreamHeader.withoutBoxes(file), SHAPE));
  }

  @Test
  void decodes_the_same_without_OpenJPEG() throws IOException {
    assertSamples(JavaJpeg2000.decode(CodestreamHeader.withoutBoxes(file()), SHAPE));
  }

  @Test
  void decodes_the_same_with_OpenJPEG() throws IOException {
    var library = OpenJpeg.installed();
    Assumptions.assumeTrue(
        library.isPresent(), "skipped: OpenJPEG is not installed (Debian package libopenjp2-7)");

    assertSamples(library.orElseThrow().decode(CodestreamHeader.withoutBoxes(file()), SHAPE));
  }

  @Test
  void refuses_what_is_cut_short_before_its_first_tile() throws IOException {
    var codestream = CodestreamHeader.withoutBoxes(file());
    for (int length = 0; length < 80; length++) {
      var cut = Arrays.copyOf(codestream, length);
      assertThatThrownBy(() -> Jpeg2000Decoder.decode(cut, SHAPE))
          .isInstanceOf(CodestreamException.class);
      assertThatThrownBy(() -> JavaJpeg2000.decode(cut, SHAPE))
          .isInstanceOf(CodestreamException.class);
    }
  }

  @Test
  void refuses_another_size_and_impossible_tiles() throws IOException {
    var codestream = CodestreamHeader.withoutBoxes(file());
    var noTiles = codestream.clone();
    Arrays.fill(noTiles, 24, 28, (byte) 0);

    assertThatThrownBy(() -> Jpeg2000Decoder.decode(codestream, new FrameShape(56, 40, 16)))
        .hasMessageContaining("40 x 56");
    assertThatThrownBy(() -> Jpeg2000Decoder.decode(noTiles, SHAPE)).hasMessageContaining("tiles");
  }

  @Test
  void decodes_or_refuses_what_is_damaged_without_OpenJPEG() throws IOException {
    var codestream = CodestreamHeader.withoutBoxes(file());
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var damaged = codestream.clone();
      for (int n = 0; n < 4; n++) {
        damaged[45 + random.nextInt(damaged.length - 45)] = (byte) random.nextInt();
      }
      try {
        assertThat(JavaJpeg2000.decode(damaged, SHAPE)).hasSize(SHAPE.pixels());
      } catch (CodestreamException refused) {
        assertThat(refused.kind()).isEqualTo(CodestreamException.Kind.BROKEN);
      }
    }
  }
}
