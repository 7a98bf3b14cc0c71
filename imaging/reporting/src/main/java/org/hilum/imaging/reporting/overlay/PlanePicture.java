package org.hilum.imaging.reporting.overlay;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A plane as a picture in the lung window with thin outlines.
 *
 * <p>In: a plane whose left is the patient's right. Out: pixels of one size in millimetres, however
 * long and wide the voxels are.
 */
final class PlanePicture {

  private PlanePicture() {}

  /** Height in pixels of a plane drawn so wide. */
  static int height(Plane plane, int width) {
    return Math.max(1, (int) Math.round(width * plane.aspect()));
  }

  /** The picture, so many pixels wide; lines are thicker on larger pictures. */
  static BufferedImage of(OutlinedPlane outlined, int width) {
    var plane = outlined.plane();
    var image = new BufferedImage(width, height(plane, width), BufferedImage.TYPE_INT_RGB);
    grey(plane, image);
    lines(outlined, image, Math.max(1, width / 520.0));
    return image;
  }

  /** Bilinear between the centres of voxels. */
  private static void grey(Plane plane, BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] left = new int[width];
    float[] right = new float[width];
    positions(plane.width(), left, right);
    int[] above = new int[height];
    float[] below = new float[height];
    positions(plane.height(), above, below);
    short[] hu = plane.hu();
    for (int y = 0; y < height; y++) {
      int upper = above[y] * plane.width();
      int lower = Math.min(above[y] + 1, plane.height() - 1) * plane.width();
      for (int x = 0; x < width; x++) {
        int west = left[x];
        int east = Math.min(west + 1, plane.width() - 1);
        float top = hu[upper + west] + right[x] * (hu[upper + east] - hu[upper + west]);
        float bottom = hu[lower + west] + right[x] * (hu[lower + east] - hu[lower + west]);
        pixels[y * width + x] = LungWindow.grey(top + below[y] * (bottom - top)) * 0x010101;
      }
    }
  }

  /** For each pixel the voxel before its centre, and how far on towards the next, 0 to 1. */
  private static void positions(int voxels, int[] before, float[] share) {
    for (int n = 0; n < before.length; n++) {
      double at = (n + 0.5) * voxels / before.length - 0.5;
      double inside = Math.clamp(at, 0, voxels - 1.0);
      before[n] = (int) inside;
      share[n] = (float) (inside - before[n]);
    }
  }

  private static void lines(OutlinedPlane outlined, BufferedImage image, double thickness) {
    var graphics = smooth(image);
    var plane = outlined.plane();
    var scale =
        AffineTransform.getScaleInstance(
            image.getWidth() / (double) plane.width(), image.getHeight() / (double) plane.height());
    for (var line : outlined.lines()) {
      graphics.setColor(line.colour());
      graphics.setStroke(
          new BasicStroke(
              (float) (line.width() * thickness), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(scale.createTransformedShape(line.path()));
    }
    graphics.dispose();
  }

  static Graphics2D smooth(BufferedImage image) {
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }
}
