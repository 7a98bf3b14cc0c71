package org.hilum.imaging.lobes.grid;

import java.util.stream.IntStream;

/**
 * One lung on cubes along the patient's axes.
 *
 * @param box how far the lung reaches
 * @param hu HU in the lung, {@value #OPAQUE} in its opacities, {@value #OUTSIDE} elsewhere
 */
@SuppressWarnings("ArrayRecordComponent")
public record LungGrid(Lattice lattice, PatientBox box, float[] hu) {

  /** What stands for "not this lung"; no HU. */
  public static final float OUTSIDE = -32768;

  /** What stands for an opacity, in which nothing can be seen; no HU. */
  public static final float OPAQUE = -32767;

  static LungGrid of(ReducedVolume volume, PatientBox box, byte label, double stepMm) {
    var lattice = Lattice.around(box, stepMm);
    var hu = new float[lattice.size()];
    IntStream.range(0, lattice.layers())
        .parallel()
        .forEach(z -> volume.sample(lattice, z, label, hu));
    return new LungGrid(lattice, box, hu);
  }

  /** Whether a cube lies in the lung. */
  public boolean inside(int cube) {
    return hu[cube] != OUTSIDE;
  }
}
