package org.hilum.imaging.reporting.overlay;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.VolumeGeometry;

/** How many voxels of lung and of opacity lie at each height k, and where the lungs end. */
public final class Levels {

  /** Around the lungs a picture shows this much more, as far as the volume goes. */
  private static final double MARGIN_MM = 18;

  /** Less than a single voxel of opacity: decides only where there is none. */
  private static final double NO_OPACITY = 1e-3;

  private static final int KINDS = OpacityKind.values().length;

  private final VolumeGeometry geometry;
  private final int[][] lung;
  private final int[][][] opacity;
  private final int[][] lungAcross;
  private final int[] lungByDepth;
  private final int[] opacityByDepth;
  private int firstI = Integer.MAX_VALUE;
  private int lastI = -1;
  private int firstJ = Integer.MAX_VALUE;
  private int lastJ = -1;

  Levels(VolumeGeometry geometry) {
    this.geometry = geometry;
    lung = new int[Side.values().length][geometry.slices()];
    opacity = new int[Side.values().length][KINDS][geometry.slices()];
    lungAcross = new int[Side.values().length][geometry.columns()];
    lungByDepth = new int[geometry.rows()];
    opacityByDepth = new int[geometry.rows()];
  }

  void add(int k, int j, int i, byte lungLabel, byte opacityLabel) {
    int side = (lungLabel == LungLabel.LEFT ? Side.LEFT : Side.RIGHT).ordinal();
    lung[side][k]++;
    lungAcross[side][i]++;
    lungByDepth[j]++;
    firstI = Math.min(firstI, i);
    lastI = Math.max(lastI, i);
    firstJ = Math.min(firstJ, j);
    lastJ = Math.max(lastJ, j);
    if (opacityLabel != 0) {
      opacity[side][kind(opacityLabel).ordinal()][k]++;
      opacityByDepth[j]++;
    }
  }

  private static OpacityKind kind(byte label) {
    return switch (label) {
      case OpacityLabel.GROUND_GLASS -> OpacityKind.GROUND_GLASS;
      case OpacityLabel.CONSOLIDATION -> OpacityKind.CONSOLIDATION;
      default -> OpacityKind.UNDETERMINED;
    };
  }

  void addAll(Levels other) {
    for (var side : Side.values()) {
      addAll(lung[side.ordinal()], other.lung[side.ordinal()]);
      addAll(lungAcross[side.ordinal()], other.lungAcross[side.ordinal()]);
      for (int kind = 0; kind < KINDS; kind++) {
        addAll(opacity[side.ordinal()][kind], other.opacity[side.ordinal()][kind]);
      }
    }
    addAll(lungByDepth, other.lungByDepth);
    addAll(opacityByDepth, other.opacityByDepth);
    firstI = Math.min(firstI, other.firstI);
    lastI = Math.max(lastI, other.lastI);
    firstJ = Math.min(firstJ, other.firstJ);
    lastJ = Math.max(lastJ, other.lastJ);
  }

  private static void addAll(int[] to, int[] from) {
    for (int n = 0; n < to.length; n++) {
      to[n] += from[n];
    }
  }

  /** Number of heights. */
  public int count() {
    return geometry.slices();
  }

  /** Distance between heights along the normal of the slices, mm. */
  public double spacingMm() {
    return geometry.normalSpacingMm();
  }

  /** Voxels of a lung at a height. */
  public int lung(Side side, int k) {
    return lung[side.ordinal()][k];
  }

  /** Voxels of a kind of opacity in a lung at a height. */
  public int opacity(Side side, OpacityKind kind, int k) {
    return opacity[side.ordinal()][kind.ordinal()][k];
  }

  /** Voxels of any opacity in both lungs at a height. */
  public int opacity(int k) {
    int sum = 0;
    for (var side : Side.values()) {
      for (var kind : OpacityKind.values()) {
        sum += opacity(side, kind, k);
      }
    }
    return sum;
  }

  /** The kinds of opacity that are there; ground-glass and consolidation are always named. */
  public List<OpacityKind> kinds() {
    boolean undetermined =
        Arrays.stream(opacity)
            .flatMapToInt(side -> Arrays.stream(side[OpacityKind.UNDETERMINED.ordinal()]))
            .anyMatch(count -> count > 0);
    return undetermined
        ? List.of(OpacityKind.values())
        : List.of(OpacityKind.GROUND_GLASS, OpacityKind.CONSOLIDATION);
  }

  /** The lowest height with lung; -1 when there is no lung at all. */
  public int firstLung() {
    for (int k = 0; k < count(); k++) {
      if (lung(Side.LEFT, k) + lung(Side.RIGHT, k) > 0) {
        return k;
      }
    }
    return -1;
  }

  /** The highest height with lung; -1 when there is no lung at all. */
  public int lastLung() {
    for (int k = count() - 1; k >= 0; k--) {
      if (lung(Side.LEFT, k) + lung(Side.RIGHT, k) > 0) {
        return k;
      }
    }
    return -1;
  }

  /**
   * The depth j whose coronal plane tells most: much opacity, and much lung to see it in; the one
   * with most lung when there is no opacity.
   */
  public int fullestDepth() {
    int best = geometry.rows() / 2;
    double most = 0;
    for (int j = 0; j < lungByDepth.length; j++) {
      double worth = (opacityByDepth[j] + NO_OPACITY) * lungByDepth[j];
      if (worth > most) {
        best = j;
        most = worth;
      }
    }
    return best;
  }

  /** The column i at the middle of a lung: half of it lies to either side; empty without one. */
  public OptionalInt middle(Side side) {
    int[] across = lungAcross[side.ordinal()];
    long all = Arrays.stream(across).asLongStream().sum();
    long seen = 0;
    for (int i = 0; i < across.length; i++) {
      seen += across[i];
      if (seen > 0 && 2 * seen >= all) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The lungs with a margin; the whole volume when there is no lung. */
  public Box box() {
    if (lastI < 0) {
      return new Box(0, geometry.columns() - 1, 0, geometry.rows() - 1, 0, geometry.slices() - 1);
    }
    int i = (int) Math.round(MARGIN_MM / geometry.iSpacingMm());
    int j = (int) Math.round(MARGIN_MM / geometry.jSpacingMm());
    int k = (int) Math.round(MARGIN_MM / geometry.kSpacingMm());
    return new Box(
        Math.max(0, firstI - i),
        Math.min(geometry.columns() - 1, lastI + i),
        Math.max(0, firstJ - j),
        Math.min(geometry.rows() - 1, lastJ + j),
        Math.max(0, firstLung() - k),
        Math.min(geometry.slices() - 1, lastLung() + k));
  }
}
