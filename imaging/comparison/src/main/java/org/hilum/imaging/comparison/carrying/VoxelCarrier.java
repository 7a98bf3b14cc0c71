package org.hilum.imaging.comparison.carrying;

import java.util.stream.IntStream;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.quantification.RegionCells;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.jspecify.annotations.Nullable;

/**
 * Carries the opacity of one date to another and sees what lies there.
 *
 * <p>Of a lesion of {@value #THINNED_FROM} voxels or more only every second to fourth voxel along
 * each axis is carried, about {@value #THINNED_MM} mm apart, and stands for its neighbours. <br>
 * Cost: one evaluation of the alignment for each voxel carried; nothing is allocated for a voxel.
 */
public final class VoxelCarrier {

  private static final int THINNED_FROM = 4000;

  /** The movement is smooth over a few centimetres, so 1.5 mm lose nothing. */
  private static final double THINNED_MM = 1.5;

  private final DatedReading from;
  private final DatedReading to;
  private final Movement movement;
  private final RegionCells cells;
  private final VoxelPlaces fromPlaces;
  private final VoxelPlaces toPlaces;
  private final int[] strides = new int[3];
  private final boolean[] thinned;

  /**
   * Prepares to carry.
   *
   * @param movement from the first date to the second
   * @param cells of the first date
   */
  public VoxelCarrier(DatedReading from, DatedReading to, Movement movement, RegionCells cells) {
    this.from = from;
    this.to = to;
    this.movement = movement;
    this.cells = cells;
    var geometry = from.volume().geometry();
    fromPlaces = new VoxelPlaces(geometry);
    toPlaces = new VoxelPlaces(to.volume().geometry());
    strides[0] = stride(geometry.iSpacingMm());
    strides[1] = stride(geometry.jSpacingMm());
    strides[2] = stride(geometry.kSpacingMm());
    var lesions = from.measurements().lesions();
    thinned = new boolean[lesions.size() + 1];
    lesions.forEach(lesion -> thinned[lesion.number()] = lesion.voxels() >= THINNED_FROM);
  }

  private static int stride(double spacingMm) {
    return Math.clamp(Math.round(THINNED_MM / spacingMm), 1, 4);
  }

  /** Carries all of it. */
  public Carried carry() {
    int slices = from.volume().geometry().slices();
    int parts = Math.min(slices, 4 * Runtime.getRuntime().availableProcessors());
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> slab(slices * part / parts, slices * (part + 1) / parts))
        .reduce(Carried::plus)
        .orElseGet(() -> Carried.nothing(from));
  }

  private Carried slab(int kFrom, int kTo) {
    var tally = new Tally(Carried.nothing(from));
    var geometry = from.volume().geometry();
    for (int k = kFrom; k < kTo; k++) {
      var opacity = from.segmentation().opacity().labels()[k];
      var lesions = from.measurements().lesionLabels()[k];
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++) {
          int at = j * geometry.columns() + i;
          if (opacity[at] != 0) {
            carry(tally, k, j, i, Short.toUnsignedInt(lesions[at]));
          }
        }
      }
    }
    tally.flush();
    return tally.carried;
  }

  private void carry(Tally tally, int k, int j, int i, int lesion) {
    double weight = 1;
    if (thinned[lesion]) {
      if (i % strides[0] != 0 || j % strides[1] != 0 || k % strides[2] != 0) {
        return;
      }
      weight = (double) strides[0] * strides[1] * strides[2];
    }
    int cell = cells.cell(k, j, i);
    if (cell < 0) {
      return;
    }
    double x = fromPlaces.mm(0, i, j, k);
    double y = fromPlaces.mm(1, i, j, k);
    double z = fromPlaces.mm(2, i, j, k);
    movement.move(x, y, z, tally.place);
    double expanded = weight * movement.expansion(x, y, z);
    tally.carried.weights()[lesion] += weight;
    tally.carried.expanded()[lesion] += expanded;
    tally.carried.cellWeights()[cell] += weight;
    tally.carried.cellExpanded()[cell] += expanded;
    look(tally, lesion, weight);
  }

  private void look(Tally tally, int lesion, double weight) {
    int i = toPlaces.index(0, tally.place);
    int j = toPlaces.index(1, tally.place);
    int k = toPlaces.index(2, tally.place);
    if (!toPlaces.holds(i, j, k)) {
      tally.carried.outside()[lesion] += weight;
      return;
    }
    int at = j * toPlaces.columns() + i;
    byte @Nullable [] levels =
        to.segmentation().uncertainty().isPresent()
            ? to.segmentation().uncertainty().get().levels().labels()[k]
            : null;
    boolean opaque = to.segmentation().opacity().labels()[k][at] != 0;
    if (opaque || levels != null && levels[at] >= OpacityUncertainty.POSSIBLE) {
      tally.carried.suspected()[lesion] += weight;
    }
    tally.meets(lesion, Short.toUnsignedInt(to.measurements().lesionLabels()[k][at]), weight);
  }

  /** Neighbouring voxels mostly meet the same lesion, so meetings are booked in runs. */
  private static final class Tally {
    private final Carried carried;
    private final double[] place = new double[3];
    private int lesion;
    private int met;
    private double weight;

    Tally(Carried carried) {
      this.carried = carried;
    }

    void meets(int lesionHere, int metHere, double weightHere) {
      if (lesionHere != lesion || metHere != met) {
        flush();
        lesion = lesionHere;
        met = metHere;
      }
      weight += weightHere;
    }

    void flush() {
      if (lesion != 0 && met != 0 && weight > 0) {
        carried.overlaps().merge(new Carried.Pairing(lesion, met), weight, Double::sum);
      }
      weight = 0;
    }
  }
}
