package org.hilum.imaging.signing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture that stands for a key picture of a reading. */
public final class Pictures {

  private Pictures() {}

  public static byte[] chest() throws IOException {
    var image = new BufferedImage(512, 400, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillOval(20, 20, 470, 360);
    graphics.setColor(Color.BLACK);
    graphics.fillOval(70, 70, 160, 260);
    graphics.fillOval(280, 70, 160, 260);
    graphics.setColor(Color.ORANGE);
    graphics.drawOval(320, 220, 70, 70);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
