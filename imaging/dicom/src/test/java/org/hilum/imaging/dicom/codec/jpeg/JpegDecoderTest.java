package org.hilum.imaging.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.junit.jupiter.api.Test;

class JpegDecoderTest {

  private static final int ROWS = 37;
  private static final int COLUMNS = 53;

  @Property(tries = 200)
  void lossless_samples_come_back_exactly(
      @ForAll @IntRange(min = 2, max = 16) int precision,
      @ForAll @IntRange(min = 1, max = 7) int predictor,
      @ForAll @IntRange(max = 4) int restartLines,
      @ForAll int seed) {
    var samples = new Random(seed).ints(9 * 11, 0, 1 << precision).toArray();
    var encoder = new LosslessJpegEncoder(9, 11, precision, predictor, restartLines);

    var decoded = JpegDecoder.decode(encoder.encode(samples), new FrameShape(9, 11, 16));

    for (int n = 0; n < samples.length; n++) {
      assertThat(decoded[n] & 0xFFFF).isEqualTo(samples[n]);
    }
  }

  @Property(tries = 2000)
  void a_damaged_codestream_is_decoded_or_refused(@ForAll int seed, @ForAll boolean progressive)
      throws IOException {
    var random = new Random(seed);
    var bytes =
        seed % 2 == 0
            ? new LosslessJpegEncoder(ROWS, COLUMNS, 12, 1, 5).encode(new int[ROWS * COLUMNS])
            : lossy(progressive);
    for (int n = 0; n < 5; n++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    try {
      assertThat(JpegDecoder.decode(bytes, new FrameShape(ROWS, COLUMNS, 16)))
          .hasSize(ROWS * COLUMNS);
    } catch (CodestreamException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  @Test
  void baseline_samples_are_those_of_another_decoder() throws IOException {
    assertCloseToOther(lossy(false));
  }

  @Test
  void progressive_samples_are_those_of_another_decoder() throws IOException {
    assertCloseToOther(lossy(true));
  }

  @Test
  void every_codestream_that_ends_early_is_refused() {
    var samples = new Random(1).ints(9 * 11, 0, 4096).toArray();
    var whole = new LosslessJpegEncoder(9, 11, 12, 1, 0).encode(samples);
    for (int length = 0; length < whole.length - 3; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> JpegDecoder.decode(cut, new FrameShape(9, 11, 16)))
          .as("cut after %d bytes", length)
          .isInstanceOf(CodestreamException.class);
    }
  }

  @Test
  void another_size_is_refused_before_anything_is_decoded() {
    var bytes = new LosslessJpegEncoder(9, 11, 12, 1, 0).encode(new int[99]);

    assertThatThrownBy(() -> JpegDecoder.decode(bytes, new FrameShape(11, 9, 16)))
        .hasMessageContaining("9 x 11");
    assertThatThrownBy(() -> JpegDecoder.decode(bytes, new FrameShape(9, 11, 8)))
        .hasMessageContaining("12 bits");
  }

  @Test
  void arithmetic_coding_is_refused_as_not_read() {
    var bytes = new LosslessJpegEncoder(9, 11, 12, 1, 0).encode(new int[99]);
    bytes[2 + 2 + 2 + 1 + 16 + 17 + 1] = (byte) 0xCB;

    assertThatThrownBy(() -> JpegDecoder.decode(bytes, new FrameShape(9, 11, 16)))
        .isInstanceOfSatisfying(
            CodestreamException.class,
            refused -> assertThat(refused.kind()).isEqualTo(CodestreamException.Kind.UNSUPPORTED));
  }

  private static void assertCloseToOther(byte[] bytes) throws IOException {
    Raster other = ImageIO.read(new ByteArrayInputStream(bytes)).getRaster();

    var decoded = JpegDecoder.decode(bytes, new FrameShape(ROWS, COLUMNS, 8));

    for (int n = 0; n < decoded.length; n++) {
      assertThat((int) decoded[n])
          .isBetween(
              other.getSample(n % COLUMNS, n / COLUMNS, 0) - 1,
              other.getSample(n % COLUMNS, n / COLUMNS, 0) + 1);
    }
  }

  /** Waves and noise as the JDK's own encoder writes them. */
  private static byte[] lossy(boolean progressive) throws IOException {
    var image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
    var random = new Random(5);
    for (int n = 0; n < ROWS * COLUMNS; n++) {
      double wave = 120 + 100 * Math.sin(n % COLUMNS / 7.0) * Math.cos(n / COLUMNS / 5.0);
      image.getRaster().setSample(n % COLUMNS, n / COLUMNS, 0, (int) wave + random.nextInt(20));
    }
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      var parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
