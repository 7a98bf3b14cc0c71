package org.hilum.benchmarks.alignment;

import java.util.stream.IntStream;
import org.hilum.imaging.volume.CtVolume;

/** A volume with another number of slices over the same height. */
final class Resliced {

  private Resliced() {}

  static CtVolume of(CtVolume volume, int slices) {
    var geometry = KnownBreath.resliced(volume.geometry(), slices);
    var out = new CtVolume(geometry, new short[slices][geometry.sliceSize()], true);
    double ratio = (volume.geometry().slices() - 1.0) / (slices - 1);
    IntStream.range(0, slices)
        .parallel()
        .forEach(
            k -> {
              int columns = geometry.columns();
              for (int n = 0; n < geometry.sliceSize(); n++) {
                out.hu()[k][n] =
                    (short)
                        Math.round(Interpolation.hu(volume, k * ratio, n / columns, n % columns));
              }
            });
    return out;
  }
}
