package org.hilum.imaging.volume;

/**
 * A chest CT as one block of Hounsfield units with its place in the patient.
 *
 * <p>In: {@code hu[k][j * columns + i]}, whole HU; the block is not changed after construction.
 *
 * @param geometry where the voxels are
 * @param hu one array a slice
 * @param spacingKnown false when the source gives no trustworthy spacing (some NIfTI files): then
 *     percentages stand and millilitres are not measured
 */
public record CtVolume(VolumeGeometry geometry, short[][] hu, boolean spacingKnown) {

  public CtVolume {
    if (hu.length != geometry.slices()) {
      throw new IllegalArgumentException("one array a slice is needed");
    }
    for (var slice : hu) {
      if (slice.length != geometry.sliceSize()) {
        throw new IllegalArgumentException("every slice has rows x columns voxels");
      }
    }
  }
}
