package org.hilum.imaging.quantification.lesion;

import static org.hilum.imaging.quantification.QuantityReason.SPACING_UNKNOWN;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A lesion before it is numbered.
 *
 * @param component number in order of discovery
 * @param zone zone that holds most of it
 * @param lobe lobe that holds most of it; its zone where no lobe is known
 */
record FoundLesion(
    int component, LesionTally tally, PatientPoint centre, Region zone, Region lobe) {

  /**
   * Largest first. Equal ones from head to feet, then from the patient's right to left, then from
   * front to back, so that the order does not depend on how the slices are stored.
   */
  static final Comparator<FoundLesion> LARGEST_FIRST =
      Comparator.comparingLong((FoundLesion lesion) -> -lesion.tally.voxels())
          .thenComparingDouble(lesion -> -lesion.centre.z())
          .thenComparingDouble(lesion -> lesion.centre.x())
          .thenComparingDouble(lesion -> lesion.centre.y());

  private static final double WATER = 1000;

  static FoundLesion of(int component, LesionTally tally, VolumeGeometry geometry) {
    var zones = new long[3];
    var lobes = new long[6];
    IntStream.range(0, RegionPartition.CELLS)
        .forEach(
            cell -> {
              zones[RegionPartition.zoneOf(cell)] += tally.voxelsOfCell(cell);
              lobes[RegionPartition.lobeOf(cell)] += tally.voxelsOfCell(cell);
            });
    lobes[0] = 0;
    int zone = indexOfMost(zones);
    int lobe = indexOfMost(lobes);
    var zoneRegion = RegionPartition.zoneRegion(tally.side(), zone);
    return new FoundLesion(
        component,
        tally,
        tally.centre(geometry),
        zoneRegion,
        lobes[lobe] == 0 ? zoneRegion : RegionPartition.lobeRegion(lobe));
  }

  private static int indexOfMost(long[] counts) {
    long most = Arrays.stream(counts).max().orElseThrow();
    return IntStream.range(0, counts.length)
        .filter(n -> counts[n] == most)
        .findFirst()
        .orElseThrow();
  }

  /** Whether most of it lies in a region. */
  boolean liesIn(Region region) {
    return switch (region.level()) {
      case BOTH -> true;
      case LUNG -> region.side().equals(zone.side());
      case LOBE -> region == lobe;
      case ZONE -> region == zone;
    };
  }

  /** The lesion with its number, in units. */
  Lesion numbered(int number, VolumeGeometry geometry, OptionalDouble voxelMl) {
    double voxels = tally.voxels();
    return new Lesion(
        number,
        lobe,
        centre,
        new Vector3(extentMm(geometry, 0), extentMm(geometry, 1), extentMm(geometry, 2)),
        tally.voxels(),
        inUnits(number, voxelMl, voxels),
        tally.hu() / voxels,
        inUnits(number, voxelMl, tally.mass() / WATER),
        kind(),
        100 * tally.consolidation() / voxels,
        2 * tally.peripheral() > tally.voxels(),
        tally.keySlice());
  }

  private double extentMm(VolumeGeometry geometry, int axis) {
    return tally.spanMm(axis) + LungExtent.voxelExtentMm(geometry, axis);
  }

  private static Measurement inUnits(int number, OptionalDouble voxelMl, double perMl) {
    return voxelMl.isPresent()
        ? new Measurement.Measured(perMl * voxelMl.getAsDouble())
        : SPACING_UNKNOWN.notMeasured("lesion " + number);
  }

  private OpacityKind kind() {
    if (2 * tally.groundGlass() > tally.voxels()) {
      return OpacityKind.GROUND_GLASS;
    }
    return 2 * tally.consolidation() > tally.voxels()
        ? OpacityKind.CONSOLIDATION
        : OpacityKind.UNDETERMINED;
  }
}
