package org.hilum.imaging.archive.picture;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Cuts, scales and writes pictures. */
public final class PictureFile {

  private PictureFile() {}

  /** A part of a picture; what lies outside of it is left out. */
  public static BufferedImage cut(BufferedImage picture, int x, int y, int width, int height) {
    int left = Math.clamp(x, 0, picture.getWidth() - 1);
    int top = Math.clamp(y, 0, picture.getHeight() - 1);
    return picture.getSubimage(
        left,
        top,
        Math.clamp(width, 1, picture.getWidth() - left),
        Math.clamp(height, 1, picture.getHeight() - top));
  }

  /** As large as fits into a frame, with the same shape. */
  public static BufferedImage fitted(BufferedImage picture, int width, int height) {
    double scale =
        Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int columns = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int rows = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    int type =
        picture.getType() == BufferedImage.TYPE_BYTE_GRAY
            ? BufferedImage.TYPE_BYTE_GRAY
            : BufferedImage.TYPE_INT_RGB;
    var fitted = new BufferedImage(columns, rows, type);
    var drawing = fitted.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        scale < 1
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.drawImage(picture, 0, 0, columns, rows, null);
    drawing.dispose();
    return fitted;
  }

  /** PNG. */
  public static byte[] png(BufferedImage picture) {
    return written(picture, "png", 0);
  }

  /**
   * JPEG.
   *
   * @param quality 1 to 100
   */
  public static byte[] jpeg(BufferedImage picture, int quality) {
    return written(picture, "jpeg", quality);
  }

  private static byte[] written(BufferedImage picture, String format, int quality) {
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream(64 * 1024);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var settings = writer.getDefaultWriteParam();
      if (quality > 0) {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality / 100f);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException never) {
      throw new UncheckedIOException("memory takes every byte", never);
    } finally {
      writer.dispose();
    }
  }
}
