package org.hilum.benchmarks.alignment;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hilum.imaging.comparison.Acquisition;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.PatientIdentity;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * A real chest, and the same chest breathed out by a known movement: what leaves is air, so what
 * stays is denser. Both get noise of their own.
 */
record BreathPair(DatedReading prior, DatedReading current, KnownBreath breath) {

  /** Standard deviation of the noise added to each date, in HU. */
  private static final double NOISE_HU = 20;

  private static final double AIR_HU = -1000;

  /** Makes a pair; the masks of the current are those of the prior, moved. */
  static BreathPair of(String name, CtVolume volume, ChestSegmentation chest, double peakMm) {
    return of(name, volume, chest, peakMm, Optional.empty());
  }

  /** Makes a pair; the masks of the current are found in its image where a finder is given. */
  static BreathPair of(
      String name,
      CtVolume volume,
      ChestSegmentation chest,
      double peakMm,
      Optional<MaskFinder> masks) {
    var breath = new KnownBreath(chest, peakMm, name.hashCode());
    var moved = moved(volume, chest, breath);
    var priorVolume = noisy(volume, 1);
    var currentVolume = noisy(moved.volume, 2);
    var current = masks.map(finder -> finder.find(currentVolume)).orElse(moved.chest);
    return new BreathPair(
        reading(name, priorVolume, chest), reading(name + "-out", currentVolume, current), breath);
  }

  static DatedReading reading(String key, CtVolume volume, ChestSegmentation chest) {
    return new DatedReading(
        key,
        PatientIdentity.UNKNOWN,
        Optional.empty(),
        Acquisition.UNKNOWN,
        volume,
        chest,
        new Quantifier().measure(volume, chest));
  }

  private record Moved(CtVolume volume, ChestSegmentation chest) {}

  private static Moved moved(CtVolume volume, ChestSegmentation chest, KnownBreath breath) {
    var geometry = volume.geometry();
    var out = new CtVolume(geometry, new short[geometry.slices()][geometry.sliceSize()], true);
    var lungs = LabelRaster.empty(geometry);
    var opacity = LabelRaster.empty(geometry);
    IntStream.range(0, geometry.slices())
        .parallel()
        .forEach(
            k -> {
              var source = new double[3];
              for (int n = 0; n < geometry.sliceSize(); n++) {
                var at = geometry.point(k, n / geometry.columns(), n % geometry.columns());
                breath.toPrior(at.x(), at.y(), at.z(), source);
                var index = geometry.index(new PatientPoint(source[0], source[1], source[2]));
                int nearK = Math.clamp(Math.round(index.k()), 0, geometry.slices() - 1);
                int nearJ = Math.clamp(Math.round(index.j()), 0, geometry.rows() - 1);
                int nearI = Math.clamp(Math.round(index.i()), 0, geometry.columns() - 1);
                int near = nearJ * geometry.columns() + nearI;
                lungs.labels()[k][n] = chest.lungs().labels()[nearK][near];
                opacity.labels()[k][n] = chest.opacity().labels()[nearK][near];
                double hu = Interpolation.hu(volume, index.k(), index.j(), index.i());
                if (lungs.labels()[k][n] != 0) {
                  hu = AIR_HU + (hu - AIR_HU) * breath.expansion(at.x(), at.y(), at.z());
                }
                out.hu()[k][n] = (short) Math.round(hu);
              }
            });
    return new Moved(
        out,
        new ChestSegmentation(
            lungs, opacity, Optional.empty(), Optional.empty(), List.of(), List.of()));
  }

  private static CtVolume noisy(CtVolume volume, long seed) {
    var noisy =
        new CtVolume(
            volume.geometry(),
            new short[volume.geometry().slices()][volume.geometry().sliceSize()],
            volume.spacingKnown());
    IntStream.range(0, volume.geometry().slices())
        .parallel()
        .forEach(
            k -> {
              var random = new SplittableRandom(seed * 10_007 + k);
              for (int n = 0; n < volume.geometry().sliceSize(); n++) {
                noisy.hu()[k][n] =
                    (short) (volume.hu()[k][n] + Math.round(NOISE_HU * random.nextGaussian()));
              }
            });
    return noisy;
  }

  /** Finds lungs and opacities in a volume. */
  interface MaskFinder {
    ChestSegmentation find(CtVolume volume);
  }
}
