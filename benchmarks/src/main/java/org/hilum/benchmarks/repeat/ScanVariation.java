package org.hilum.benchmarks.repeat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * How a repeat scan of a chest differs from the first although the chest is the same.
 *
 * <p>Limits: made from one reconstruction, so nothing sharper or thinner than it can be made; noise
 * is Gaussian, correlated over 3 x 3 pixels; only depth of breath and table move.
 *
 * @param name short name in the table
 * @param noiseHu standard deviation of added noise
 * @param shiftMm of the table, against the grid of the voxels
 * @param thicker distance and thickness of slices over the first scan's
 * @param blurMm standard deviation of a softer kernel in the slice; negative: sharpened against a
 *     blur of so much
 * @param breath change of the lungs' height as a fraction
 */
record ScanVariation(
    String name, double noiseHu, Vector3 shiftMm, double thicker, double blurMm, double breath) {

  private static final Vector3 STILL = new Vector3(0, 0, 0);
  private static final Vector3 MOVED = new Vector3(0.62, -0.55, 0.9);

  /** How much of the difference from its blur a sharp kernel adds. */
  private static final double SHARPENING = 0.8;

  /** What is tried on every chest. */
  static final List<ScanVariation> ALL =
      List.of(
          new ScanVariation("noise 10", 10, STILL, 1, 0, 0),
          new ScanVariation("noise 30", 30, STILL, 1, 0, 0),
          new ScanVariation("shifted", 15, MOVED, 1, 0, 0),
          new ScanVariation("thicker", 10, MOVED, 1.5, 0, 0),
          new ScanVariation("softer", 10, STILL, 1, 0.9, 0),
          new ScanVariation("sharper", 25, STILL, 1, -0.9, 0),
          new ScanVariation("shallower", 15, MOVED, 1, 0, -0.05),
          new ScanVariation("deeper", 15, MOVED, 1, 0, 0.05));

  /** A scan and how its points moved. */
  record VariedScan(CtVolume volume, KnownMovement movement) {}

  /** Scans a chest again. */
  VariedScan applied(CtVolume first, LabelRaster lungs, long seed) {
    var movement = movement(lungs);
    var geometry = grid(first.geometry());
    var random = new SplittableRandom(seed);
    var seeds = random.longs(geometry.slices()).toArray();
    var hu = new short[geometry.slices()][];
    IntStream.range(0, geometry.slices())
        .parallel()
        .forEach(
            k -> {
              var slice = new Resampling(first, lungs, movement).slice(geometry, k, thicker);
              hu[k] = finished(slice, geometry, seeds[k]);
            });
    return new VariedScan(new CtVolume(geometry, hu, true), movement);
  }

  private KnownMovement movement(LabelRaster lungs) {
    var geometry = lungs.geometry();
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    for (int k = 0; k < geometry.slices(); k++) {
      for (byte label : lungs.labels()[k]) {
        if (label != 0) {
          double z = geometry.point(k, geometry.rows() / 2.0, geometry.columns() / 2.0).z();
          top = Math.max(top, z);
          bottom = Math.min(bottom, z);
          break;
        }
      }
    }
    return new KnownMovement(top, top - bottom, breath, shiftMm);
  }

  private VolumeGeometry grid(VolumeGeometry g) {
    int slices = (int) Math.floor((g.slices() - 1) / thicker) + 1;
    return new VolumeGeometry(
        new PatientPoint(g.origin().x(), g.origin().y(), g.origin().z()),
        g.iDirection(),
        g.jDirection(),
        g.kDirection(),
        g.iSpacingMm(),
        g.jSpacingMm(),
        g.kSpacingMm() * thicker,
        g.columns(),
        g.rows(),
        slices);
  }

  private short[] finished(float[] slice, VolumeGeometry geometry, long seed) {
    var pixels = slice;
    if (blurMm != 0) {
      var blurred = Blur.of(slice, geometry.columns(), Math.abs(blurMm) / geometry.iSpacingMm());
      pixels = blurMm > 0 ? blurred : sharpened(slice, blurred);
    }
    var noise = noise(geometry, seed);
    var out = new short[pixels.length];
    for (int at = 0; at < out.length; at++) {
      out[at] = (short) Math.clamp(Math.round(pixels[at] + noise[at]), -1024, 3071);
    }
    return out;
  }

  private static float[] sharpened(float[] slice, float[] blurred) {
    var out = new float[slice.length];
    for (int at = 0; at < out.length; at++) {
      out[at] = (float) (slice[at] + SHARPENING * (slice[at] - blurred[at]));
    }
    return out;
  }

  private float[] noise(VolumeGeometry geometry, long seed) {
    var random = new java.util.Random(seed);
    var white = new float[geometry.sliceSize()];
    for (int at = 0; at < white.length; at++) {
      white[at] = (float) random.nextGaussian();
    }
    var grain = Blur.of(white, geometry.columns(), 0.7);
    double squares = 0;
    for (float value : grain) {
      squares += value * value;
    }
    double scale = noiseHu / Math.sqrt(squares / grain.length);
    for (int at = 0; at < grain.length; at++) {
      grain[at] *= (float) scale;
    }
    return grain;
  }
}
