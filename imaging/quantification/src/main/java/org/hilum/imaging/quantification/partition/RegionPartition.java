package org.hilum.imaging.quantification.partition;

import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.vocabulary.ZoneHeight;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Tells which cell a lung voxel lies in: the finest division into side, lobe and zone, of which
 * every {@link Region} is a union.
 *
 * <p>Zones are thirds of each lung's own height along the patient's z axis, from the upper face of
 * its highest voxel to the lower face of its lowest, in any orientation of the slices; a voxel
 * belongs to the zone its centre lies in. <br>
 * Limits: publications that read six zones cut them at the carina and the inferior pulmonary veins;
 * thirds are a stand-in that needs no landmark. A lobe label on the other side's lung is not
 * counted as that lobe.
 */
public final class RegionPartition {
  private static final int ZONES = ZoneHeight.values().length;

  /** Five lobes and "no lobe known". */
  private static final int LOBES = 6;

  private static final int FIRST_RIGHT_LOBE = 3;

  /** Number of cells. */
  public static final int CELLS = 2 * LOBES * ZONES;

  private final VolumeGeometry geometry;
  private final double[] upperFrom = new double[2];
  private final double[] lowerTo = new double[2];

  /** Divides lungs of a known extent. */
  public RegionPartition(VolumeGeometry geometry, LungExtent extent) {
    this.geometry = geometry;
    for (var side : Side.values()) {
      double low = extent.from(side, 2);
      double high = extent.to(side, 2);
      upperFrom[side.ordinal()] = high - (high - low) / 3;
      lowerTo[side.ordinal()] = low + (high - low) / 3;
    }
  }

  /** Number of a side: 0 left, 1 right, negative or above 1 for a label that is not lung. */
  public static int side(byte lungLabel) {
    return lungLabel - LungLabel.LEFT;
  }

  /** Lobe label on a side, 0 when it is none or belongs to the other lung. */
  public static int lobe(int side, byte lobeLabel) {
    boolean right = lobeLabel >= FIRST_RIGHT_LOBE;
    return lobeLabel > 0 && lobeLabel < LOBES && right == (side == 1) ? lobeLabel : 0;
  }

  /** Patient z of the first voxel of a row, in mm. */
  public double zOfRow(int k, int j) {
    return geometry.point(k, j, 0).z();
  }

  /** How much patient z grows from one column to the next, in mm. */
  public double zPerColumn() {
    return geometry.iDirection().z() * geometry.iSpacingMm();
  }

  /** Zone at a height in the lung of a side: ordinal of {@link ZoneHeight}. */
  public int zone(int side, double z) {
    return z > upperFrom[side] ? 0 : z < lowerTo[side] ? 2 : 1;
  }

  /** Number of a cell. */
  public static int cell(int side, int lobe, int zone) {
    return (side * LOBES + lobe) * ZONES + zone;
  }

  /** Side of a cell. */
  public static int sideOf(int cell) {
    return cell / (LOBES * ZONES);
  }

  /** Lobe label of a cell, 0 when no lobe is known. */
  public static int lobeOf(int cell) {
    return cell / ZONES % LOBES;
  }

  /** Zone of a cell. */
  public static int zoneOf(int cell) {
    return cell % ZONES;
  }

  /** Whether a region holds a cell. */
  public static boolean holds(Region region, int cell) {
    boolean sideFits =
        region.side().map(side -> side.ordinal() == sideOf(cell)).orElse(Boolean.TRUE);
    return sideFits
        && switch (region.level()) {
          case BOTH, LUNG -> true;
          case LOBE -> lobeOf(cell) != 0 && region == lobeRegion(lobeOf(cell));
          case ZONE -> region == zoneRegion(sideOf(cell), zoneOf(cell));
        };
  }

  /** Region of a zone. */
  public static Region zoneRegion(int side, int zone) {
    return Region.zone(Side.values()[side], ZoneHeight.values()[zone]);
  }

  /** Region of a lobe label, which must not be 0. */
  public static Region lobeRegion(int lobe) {
    return Region.of(org.hilum.imaging.vocabulary.Lobe.values()[lobe - 1]);
  }
}
