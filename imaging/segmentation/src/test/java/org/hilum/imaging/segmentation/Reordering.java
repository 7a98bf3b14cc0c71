package org.hilum.imaging.segmentation;

import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** Puts the voxels of an upright axial volume in another order, found by their place alone. */
final class Reordering {

  private Reordering() {}

  /** The same voxels with slices in another plane. */
  static CtVolume of(CtVolume upright, SlicePlane plane) {
    var from = upright.geometry();
    var to = geometry(from, plane);
    var hu = new short[to.slices()][to.sliceSize()];
    for (int k = 0; k < to.slices(); k++) {
      for (int voxel = 0; voxel < to.sliceSize(); voxel++) {
        var at = index(from, to.point(k, voxel / to.columns(), voxel % to.columns()));
        hu[k][voxel] = upright.hu()[at[2]][at[1] * from.columns() + at[0]];
      }
    }
    return new CtVolume(to, hu, upright.spacingKnown());
  }

  /** Labels in the order of an upright volume. */
  static byte[][] back(LabelRaster raster, VolumeGeometry upright) {
    var from = raster.geometry();
    var labels = new byte[upright.slices()][upright.sliceSize()];
    for (int k = 0; k < upright.slices(); k++) {
      for (int voxel = 0; voxel < upright.sliceSize(); voxel++) {
        var at =
            index(from, upright.point(k, voxel / upright.columns(), voxel % upright.columns()));
        labels[k][voxel] = raster.labels()[at[2]][at[1] * from.columns() + at[0]];
      }
    }
    return labels;
  }

  private static VolumeGeometry geometry(VolumeGeometry from, SlicePlane plane) {
    int[] counts = {from.columns(), from.rows(), from.slices()};
    double[] spacings = {from.iSpacingMm(), from.jSpacingMm(), from.kSpacingMm()};
    Vector3[] axes = {plane.iDirection(), plane.jDirection(), plane.kDirection()};
    int[] corner = new int[3];
    int[] size = new int[3];
    double[] spacing = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      for (int component = 0; component < 3; component++) {
        double along = axes[axis].component(component);
        if (along != 0) {
          size[axis] = counts[component];
          spacing[axis] = spacings[component];
          corner[component] = along < 0 ? counts[component] - 1 : 0;
        }
      }
    }
    return new VolumeGeometry(
        from.point(corner[2], corner[1], corner[0]),
        axes[0],
        axes[1],
        axes[2],
        spacing[0],
        spacing[1],
        spacing[2],
        size[0],
        size[1],
        size[2]);
  }

  private static int[] index(VolumeGeometry geometry, PatientPoint point) {
    var origin = geometry.point(0, 0, 0);
    var way = new Vector3(point.x() - origin.x(), point.y() - origin.y(), point.z() - origin.z());
    return new int[] {
      (int) Math.round(way.dot(geometry.iDirection()) / geometry.iSpacingMm()),
      (int) Math.round(way.dot(geometry.jDirection()) / geometry.jSpacingMm()),
      (int) Math.round(way.dot(geometry.kDirection()) / geometry.kSpacingMm())
    };
  }
}
