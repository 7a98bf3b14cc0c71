package org.hilum.imaging.phantom;

import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/** The simplest volumes tests can count on: one body in a bath, a mask of it, a stair of HU. */
public final class PhantomShapes {

  private PhantomShapes() {}

  /** A body of one HU in surroundings of another. */
  public static CtVolume solid(VolumeGeometry geometry, Ellipsoid shape, int hu, int aroundHu) {
    var mask = mask(geometry, shape);
    var values = new short[geometry.slices()][geometry.sliceSize()];
    for (int k = 0; k < values.length; k++) {
      for (int voxel = 0; voxel < values[k].length; voxel++) {
        values[k][voxel] = (short) (mask.labels()[k][voxel] == 0 ? aroundHu : hu);
      }
    }
    return new CtVolume(geometry, values, true);
  }

  /** The voxels whose centres lie in a body, labelled 1. */
  public static LabelRaster mask(VolumeGeometry geometry, Ellipsoid shape) {
    var mask = LabelRaster.empty(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int voxel = 0; voxel < geometry.sliceSize(); voxel++) {
        var point = geometry.point(k, voxel / geometry.columns(), voxel % geometry.columns());
        mask.labels()[k][voxel] = (byte) (shape.contains(point) ? 1 : 0);
      }
    }
    return mask;
  }

  /** A stair of HU: column i has {@code firstHu + i * stepHu}, in every row and slice. */
  public static CtVolume stair(VolumeGeometry geometry, int firstHu, int stepHu) {
    var values = new short[geometry.slices()][geometry.sliceSize()];
    for (var slice : values) {
      for (int voxel = 0; voxel < slice.length; voxel++) {
        slice[voxel] = (short) (firstHu + voxel % geometry.columns() * stepHu);
      }
    }
    return new CtVolume(geometry, values, true);
  }
}
