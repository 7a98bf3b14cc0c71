package org.hilum.imaging.phantom;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Which voxels a drawn scan has: a block of slices about a centre, in any plane, tilted or not.
 *
 * <p>Limits: gantry tilt turns axial slices about the patient's left-right axis; the table moves
 * straight on, so the block is sheared as a real tilted scan is.
 *
 * @param plane how the slices lie
 * @param columns voxels along a row
 * @param rows voxels along a column
 * @param slices number of slices
 * @param iSpacingMm between columns
 * @param jSpacingMm between rows
 * @param kSpacingMm between slices, along the way the table moves
 * @param tiltDegrees gantry tilt; 0 for upright
 * @param centre middle of the block
 */
public record ScanGrid(
    SlicePlane plane,
    int columns,
    int rows,
    int slices,
    double iSpacingMm,
    double jSpacingMm,
    double kSpacingMm,
    double tiltDegrees,
    PatientPoint centre) {

  public ScanGrid {
    if (tiltDegrees != 0 && !plane.isAxial()) {
      throw new IllegalArgumentException("only axial slices have a gantry tilt");
    }
    if (!(Math.abs(tiltDegrees) <= 30)) {
      throw new IllegalArgumentException("a gantry tilts by at most 30 degrees");
    }
  }

  /** Axial slices, head first and supine, about the origin; spacing in millimetres. */
  public static ScanGrid axial(
      int columns, int rows, int slices, double inPlaneSpacingMm, double sliceSpacingMm) {
    return new ScanGrid(
        SlicePlane.HEAD_FIRST_SUPINE,
        columns,
        rows,
        slices,
        inPlaneSpacingMm,
        inPlaneSpacingMm,
        sliceSpacingMm,
        0,
        new PatientPoint(0, 0, 0));
  }

  /** The same block of voxels with its slices in another plane. */
  public ScanGrid in(SlicePlane other) {
    return new ScanGrid(
        other, columns, rows, slices, iSpacingMm, jSpacingMm, kSpacingMm, tiltDegrees, centre);
  }

  /** The same block with the gantry tilted. */
  public ScanGrid tilted(double degrees) {
    return new ScanGrid(
        plane, columns, rows, slices, iSpacingMm, jSpacingMm, kSpacingMm, degrees, centre);
  }

  /** The same block about another centre. */
  public ScanGrid about(PatientPoint middle) {
    return new ScanGrid(
        plane, columns, rows, slices, iSpacingMm, jSpacingMm, kSpacingMm, tiltDegrees, middle);
  }

  /** Where the voxels lie. */
  public VolumeGeometry geometry() {
    double tilt = Math.toRadians(tiltDegrees);
    var upright = plane.jDirection();
    var jDirection =
        new Vector3(
            upright.x(),
            upright.y() * Math.cos(tilt) - upright.z() * Math.sin(tilt),
            upright.y() * Math.sin(tilt) + upright.z() * Math.cos(tilt));
    var origin =
        centre
            .plus(plane.iDirection(), -iSpacingMm * (columns - 1) / 2)
            .plus(jDirection, -jSpacingMm * (rows - 1) / 2)
            .plus(plane.kDirection(), -kSpacingMm * (slices - 1) / 2);
    return new VolumeGeometry(
        origin,
        plane.iDirection(),
        jDirection,
        plane.kDirection(),
        iSpacingMm,
        jSpacingMm,
        kSpacingMm,
        columns,
        rows,
        slices);
  }
}
