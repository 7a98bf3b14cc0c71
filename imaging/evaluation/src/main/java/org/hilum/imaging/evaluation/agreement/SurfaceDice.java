package org.hilum.imaging.evaluation.agreement;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Normalised surface Dice: which part of both surfaces lies within a tolerance of the other.
 *
 * <p>In: two masks on one geometry, the slices that count. <br>
 * Out: (area of A's surface within the tolerance of B's + area of B's within that of A's) / (area
 * of A's + area of B's), 0 to 1; absent where nothing was drawn; 0 where nothing was found. <br>
 * Source: Nikolov et al. 2021, J Med Internet Res 23(7), e26151, arXiv 1809.04430, equation of the
 * surface DSC. As there, surface elements lie between eight voxels and distances are taken between
 * them; areas are those of the mean gradient instead of a table of triangles. <br>
 * Limits: elements lie within half a voxel of the surface, so that the tolerance is in effect up to
 * a voxel wider; areas of a binary ball come out up to a tenth too large, of both masks alike.
 * Where a mask is cut off at the edge of the volume or by a slice that is not labelled there is no
 * surface. <br>
 * Cost: the elements and one bit for each voxel of the box around both masks; no distance is
 * computed farther away than the tolerance.
 */
public final class SurfaceDice {

  private SurfaceDice() {}

  /** Compares two masks. */
  public static OptionalDouble of(
      VolumeGeometry geometry, Mask drawn, Mask found, BitSet slices, double toleranceMm) {
    var lattice = Lattice.around(geometry, drawn, found, slices);
    if (lattice.isTooLarge()) {
      return OptionalDouble.empty();
    }
    var areas = Surface.areas(geometry);
    var ofDrawn = Surface.of(drawn, lattice, geometry.columns(), slices);
    var ofFound = Surface.of(found, lattice, geometry.columns(), slices);
    double drawnArea = ofDrawn.area(areas);
    if (drawnArea == 0) {
      return OptionalDouble.empty();
    }
    var ball = Ball.of(geometry, toleranceMm);
    double near =
        ofDrawn.areaWithin(ofFound.neighbourhood(ball), areas)
            + ofFound.areaWithin(ofDrawn.neighbourhood(ball), areas);
    return OptionalDouble.of(near / (drawnArea + ofFound.area(areas)));
  }

  /** Area of a mask's surface, mm2. */
  static double areaMm2(VolumeGeometry geometry, Mask mask, BitSet slices) {
    var lattice = Lattice.around(geometry, mask, mask, slices);
    return Surface.of(mask, lattice, geometry.columns(), slices).area(Surface.areas(geometry));
  }
}
