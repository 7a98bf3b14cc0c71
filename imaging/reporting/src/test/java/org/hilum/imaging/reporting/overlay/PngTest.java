package org.hilum.imaging.reporting.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PngTest {

  @Test
  void another_reader_gets_every_pixel_back() throws IOException {
    var image = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 31; x++) {
        image.setRGB(x, y, (x * 8 << 16) | (y * 15 << 8) | (x * y & 0xFF));
      }
    }
    var read = ImageIO.read(new ByteArrayInputStream(Png.of(image)));
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 31; x++) {
        assertThat(read.getRGB(x, y)).as("pixel %d, %d", x, y).isEqualTo(image.getRGB(x, y));
      }
    }
  }

  @Test
  void it_carries_the_notice() {
    var file = Png.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("Research and education. Not a medical device.");
  }
}
