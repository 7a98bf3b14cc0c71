package org.hilum.imaging.segmentation.scope;

import java.util.OptionalDouble;

/**
 * Where air and soft tissue lie on the grey scale of a scan.
 *
 * <p>Out: HU, the commonest mean of the blocks of each kind; empty where there are too few blocks.
 * Air is what is under -850 HU and no lung; soft tissue is what is from -30 to 160 HU beside the
 * lungs' height and even. <br>
 * Source: air is -1000 HU and water 0 HU by definition; muscle, blood and liver without contrast
 * lie between 30 and 70 HU. <br>
 * Limits: a shift of less than {@link #AIR_TOLERANCE_HU} is not seen. In a scanner's own 12 bits
 * air cannot lie under -1024 HU, so a shift downwards shows in soft tissue only.
 *
 * @param airHu air outside the lungs
 * @param softHu soft tissue
 */
public record GreyLevels(OptionalDouble airHu, OptionalDouble softHu) {

  /**
   * How far air may lie from -1000 HU. Ours: in the 21 chests of docs/scope.md it lay between -1000
   * and -990 HU.
   */
  public static final double AIR_TOLERANCE_HU = 35;

  /** Soft tissue of a chest lies above this. Ours: 27 to 58 HU in the same chests. */
  public static final double SOFT_LEAST_HU = 0;

  /** Soft tissue of a chest without contrast medium lies below this. Ours, see above. */
  public static final double SOFT_MOST_HU = 85;

  private static final int AIR_LOWEST_HU = -1350;
  private static final int AIR_END_HU = -850;
  private static final int SOFT_LOWEST_HU = -30;
  private static final int SOFT_END_HU = 160;

  /** What lies outside the scanner's field is read as this, without noise: no measurement. */
  private static final int PADDING_HU = -1024;

  /** A block more uneven than this is an edge. */
  private static final int EVEN_HU = 60;

  /** 50 blocks of 4 mm are 3 mL: fewer say nothing. */
  private static final long FEWEST_BLOCKS = 50;

  /** The levels of a scan. */
  public static GreyLevels of(ScanBlocks blocks) {
    var box = LungBox.of(blocks);
    var air = new BlockHistogram(AIR_LOWEST_HU, AIR_END_HU);
    var soft = new BlockHistogram(SOFT_LOWEST_HU, SOFT_END_HU);
    for (int k = 0; k < blocks.slices(); k++) {
      boolean beside = k >= box.firstSlice() && k <= box.lastSlice();
      add(blocks, k, beside, air, soft);
    }
    return new GreyLevels(air.mode(FEWEST_BLOCKS), soft.mode(FEWEST_BLOCKS));
  }

  private static void add(
      ScanBlocks blocks, int k, boolean beside, BlockHistogram air, BlockHistogram soft) {
    var mean = blocks.meanHu(k);
    for (int block = 0; block < mean.length; block++) {
      int hu = mean[block];
      boolean padding = hu == PADDING_HU && blocks.spreadHu(k)[block] == 0;
      if (blocks.lung(k)[block] != 0 || blocks.spreadHu(k)[block] > EVEN_HU || padding) {
        continue;
      }
      if (hu < AIR_END_HU) {
        air.add(hu);
      } else if (beside && hu >= SOFT_LOWEST_HU) {
        soft.add(hu);
      }
    }
  }

  /** Whether air does not lie where it should. */
  public boolean airIsOff() {
    return airHu.isPresent() && Math.abs(airHu.getAsDouble() + 1000) > AIR_TOLERANCE_HU;
  }

  /** Whether soft tissue is too dark; contrast medium cannot make it so. */
  public boolean softIsDark() {
    return softHu.isPresent() && softHu.getAsDouble() < SOFT_LEAST_HU;
  }

  /** Whether soft tissue is too bright, as contrast medium, too, can make it. */
  public boolean softIsBright() {
    return softHu.isPresent() && softHu.getAsDouble() > SOFT_MOST_HU;
  }
}
