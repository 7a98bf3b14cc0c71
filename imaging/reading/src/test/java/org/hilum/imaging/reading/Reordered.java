package org.hilum.imaging.reading;

import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeGeometry;

/** The very voxels of a scan, laid down in the order of another plane. */
final class Reordered {

  private Reordered() {}

  /**
   * Moves each voxel to where its point lies in the other geometry, which must hold the same
   * points.
   */
  static PhantomScan of(PhantomScan scan, VolumeGeometry target) {
    var source = scan.volume().geometry();
    var hu = new short[target.slices()][target.sliceSize()];
    for (int k = 0; k < target.slices(); k++) {
      for (int j = 0; j < target.rows(); j++) {
        for (int i = 0; i < target.columns(); i++) {
          var away = target.point(k, j, i).minus(source.origin());
          int fromI = (int) Math.round(away.dot(source.iDirection()) / source.iSpacingMm());
          int fromJ = (int) Math.round(away.dot(source.jDirection()) / source.jSpacingMm());
          int fromK = (int) Math.round(away.dot(source.kDirection()) / source.kSpacingMm());
          hu[k][j * target.columns() + i] =
              scan.volume().hu()[fromK][fromJ * source.columns() + fromI];
        }
      }
    }
    return new PhantomScan(
        new CtVolume(target, hu, true),
        scan.lungs(),
        scan.lobes(),
        scan.opacity(),
        scan.lesions(),
        scan.protocol());
  }
}
