package org.hilum.imaging.quantification;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A chest of blocks for tests: two lungs of 10 x 10 x 12 voxels of 1 mL, filled by hand.
 *
 * <p>Columns grow to the patient's left, rows to the back, slices to the head; the right lung fills
 * columns 2 to 11, the left lung columns 14 to 23, both rows 2 to 11 and slices 2 to 13. Lobes,
 * when asked for: each left lobe six slices, each right lobe four, from the head down.
 */
public final class BlockChest {
  public static final int LUNG_HU = -850;
  public static final int ROWS = 14;
  public static final int COLUMNS = 26;
  public static final int SLICES = 16;

  /** Voxels of one lung. */
  public static final int LUNG_VOXELS = 10 * 10 * 12;

  private final VolumeGeometry geometry;
  private final short[][] hu;
  private final LabelRaster lungs;
  private final LabelRaster opacity;
  private final LabelRaster lobes;
  private boolean lobesKnown;
  private boolean spacingKnown = true;
  private Optional<OpacityUncertainty> uncertainty = Optional.empty();

  private BlockChest(VolumeGeometry geometry) {
    this.geometry = geometry;
    hu = new short[geometry.slices()][geometry.sliceSize()];
    lungs = LabelRaster.empty(geometry);
    opacity = LabelRaster.empty(geometry);
    lobes = LabelRaster.empty(geometry);
  }

  /** Both lungs, no opacity, voxels of 10 x 10 x 10 mm. */
  public static BlockChest healthy() {
    return empty().lung(Side.RIGHT).lung(Side.LEFT);
  }

  /** No lung at all. */
  public static BlockChest empty() {
    return new BlockChest(
        new VolumeGeometry(
            new PatientPoint(-125, -65, -75),
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, 1),
            10,
            10,
            10,
            COLUMNS,
            ROWS,
            SLICES));
  }

  /** First column of a lung. */
  public static int firstColumn(Side side) {
    return side == Side.RIGHT ? 2 : 14;
  }

  /** Draws one lung with its lobes. */
  public BlockChest lung(Side side) {
    int i = firstColumn(side);
    fill(lungs, LungLabel.of(side), 2, 14, 2, 12, i, i + 10);
    int slices = side == Side.LEFT ? 6 : 4;
    for (var lobe : Lobe.values()) {
      if (lobe.side() == side) {
        int fromHead = lobe.ordinal() - (side == Side.LEFT ? 0 : 2);
        int top = 14 - fromHead * slices;
        fill(lobes, lobe.ordinal() + 1, top - slices, top, 2, 12, i, i + 10);
      }
    }
    for (int k = 2; k < 14; k++) {
      for (int j = 2; j < 12; j++) {
        for (int n = i; n < i + 10; n++) {
          hu[k][j * COLUMNS + n] = LUNG_HU;
        }
      }
    }
    return this;
  }

  /** Top slice of a lobe. */
  public static int topSlice(Lobe lobe) {
    return 13 - (lobe.side() == Side.LEFT ? lobe.ordinal() * 6 : (lobe.ordinal() - 2) * 4);
  }

  /** Voxels of a lobe. */
  public static int voxels(Lobe lobe) {
    return lobe.side() == Side.LEFT ? 600 : 400;
  }

  /** Opacity of a kind and density in a box of voxels: from each first to before each last. */
  public BlockChest opacity(
      int label, int density, int kFrom, int kTo, int jFrom, int jTo, int iFrom, int iTo) {
    fill(opacity, label, kFrom, kTo, jFrom, jTo, iFrom, iTo);
    for (int k = kFrom; k < kTo; k++) {
      for (int j = jFrom; j < jTo; j++) {
        for (int i = iFrom; i < iTo; i++) {
          hu[k][j * COLUMNS + i] = (short) density;
        }
      }
    }
    return this;
  }

  /** Opacity in one voxel. */
  public BlockChest opacity(int label, int density, int k, int j, int i) {
    return opacity(label, density, k, k + 1, j, j + 1, i, i + 1);
  }

  /** Another HU in one voxel. */
  public BlockChest hu(int density, int k, int j, int i) {
    hu[k][j * COLUMNS + i] = (short) density;
    return this;
  }

  /** Another lung label in one voxel. */
  public BlockChest lungLabel(int label, int k, int j, int i) {
    lungs.labels()[k][j * COLUMNS + i] = (byte) label;
    return this;
  }

  /** Another lobe label in one voxel. */
  public BlockChest lobeLabel(int label, int k, int j, int i) {
    lobes.labels()[k][j * COLUMNS + i] = (byte) label;
    return this;
  }

  /** With fissures found. */
  public BlockChest withLobes() {
    lobesKnown = true;
    return this;
  }

  /** With an interval: opacity is probable, and so much around it is possible. */
  public BlockChest withInterval(NetworkCard.Interval interval, int columnsAround) {
    var levels = LabelRaster.empty(geometry);
    for (int k = 0; k < SLICES; k++) {
      for (int voxel = 0; voxel < ROWS * COLUMNS; voxel++) {
        if (opacity.labels()[k][voxel] != 0) {
          for (int at = voxel - columnsAround; at <= voxel + columnsAround; at++) {
            byte level =
                at == voxel || opacity.labels()[k][at] != 0
                    ? OpacityUncertainty.PROBABLE
                    : OpacityUncertainty.POSSIBLE;
            levels.labels()[k][at] = level;
          }
        }
      }
    }
    uncertainty = Optional.of(new OpacityUncertainty(levels, interval));
    return this;
  }

  /** With fissures found, but not those that bound a lobe: its voxels have no lobe. */
  public BlockChest withoutLobe(Lobe lobe) {
    for (var slice : lobes.labels()) {
      for (int voxel = 0; voxel < slice.length; voxel++) {
        slice[voxel] = slice[voxel] == lobe.ordinal() + 1 ? 0 : slice[voxel];
      }
    }
    return withLobes();
  }

  /** As from a source without trustworthy spacing. */
  public BlockChest withoutSpacing() {
    spacingKnown = false;
    return this;
  }

  private static void fill(
      LabelRaster raster, int label, int kFrom, int kTo, int jFrom, int jTo, int iFrom, int iTo) {
    for (int k = kFrom; k < kTo; k++) {
      for (int j = jFrom; j < jTo; j++) {
        for (int i = iFrom; i < iTo; i++) {
          raster.labels()[k][j * COLUMNS + i] = (byte) label;
        }
      }
    }
  }

  /** The CT. */
  public CtVolume volume() {
    return new CtVolume(geometry, hu, spacingKnown);
  }

  /** The masks. */
  public ChestSegmentation masks() {
    return new ChestSegmentation(
        lungs,
        opacity,
        lobesKnown ? Optional.of(lobes) : Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        uncertainty);
  }

  /** Everything measured of it. */
  public ChestMeasurements measured() {
    return new Quantifier().measure(volume(), masks());
  }
}
