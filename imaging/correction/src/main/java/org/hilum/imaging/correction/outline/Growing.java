package org.hilum.imaging.correction.outline;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepRequest;

/**
 * Grows a mark over lung of like HU that hangs together with it, over faces, in the same lung and
 * no farther than some millimetres from the middle of the mark.
 *
 * <p>Where no HU are named they are the mark's mean, {@value #DEVIATIONS} standard deviations to
 * either side, and at least {@value #LEAST_HU}.
 *
 * @param voxels the mark and what it grew over
 */
record Growing(BitSet voxels, int fromHu, int toHu, double reachMm) {

  private static final double DEVIATIONS = 2;
  private static final double LEAST_HU = 60;

  static Growing from(
      Outlines outlines, BitSet mark, StepRequest.Bounds bounds, CorrectionLimits limits)
      throws CorrectionRefusal {
    outlines.keepLung(mark);
    if (mark.isEmpty()) {
      throw new CorrectionRefusal(CorrectionReason.NO_EFFECT, "the mark lies outside the lungs");
    }
    double reach = bounds.reachMm().orElse(limits.growMm());
    if (!(reach > 0 && reach <= limits.mostGrowMm())) {
      throw new CorrectionRefusal(
          CorrectionReason.STEP_UNCLEAR,
          "a mark grows by more than 0 and at most " + limits.mostGrowMm() + " mm");
    }
    var hu = mark.stream().map(outlines::hu).summaryStatistics();
    double mean = hu.getAverage();
    double spread =
        Math.sqrt(
            mark.stream().mapToDouble(voxel -> Math.pow(outlines.hu(voxel) - mean, 2)).sum()
                / mark.cardinality());
    double half = Math.max(LEAST_HU, DEVIATIONS * spread);
    int fromHu = (int) Math.floor(bounds.fromHu().orElse(mean - half));
    int toHu = (int) Math.ceil(bounds.toHu().orElse(mean + half));
    if (fromHu > toHu) {
      throw new CorrectionRefusal(
          CorrectionReason.STEP_UNCLEAR, "the least HU are above the most: " + fromHu);
    }
    var growing = new Growing(mark, fromHu, toHu, reach);
    growing.grow(outlines);
    return growing;
  }

  private void grow(Outlines outlines) {
    var geometry = outlines.geometry();
    var neighbours = new Neighbours(geometry);
    int slice = geometry.sliceSize();
    int columns = geometry.columns();
    double k = voxels.stream().mapToDouble(voxel -> voxel / slice).average().orElseThrow();
    double j =
        voxels.stream().mapToDouble(voxel -> voxel % slice / columns).average().orElseThrow();
    double i = voxels.stream().mapToDouble(voxel -> voxel % columns).average().orElseThrow();
    var middle = geometry.point(k, j, i);
    var open = new ArrayDeque<Integer>();
    voxels.stream().forEach(open::add);
    while (!open.isEmpty()) {
      int at = open.remove();
      int lung = outlines.lung(at);
      neighbours.forEach6(
          at,
          near -> {
            if (!voxels.get(near)
                && outlines.lung(near) == lung
                && outlines.hu(near) >= fromHu
                && outlines.hu(near) <= toHu
                && geometry
                        .point(near / slice, near % slice / columns, near % columns)
                        .minus(middle)
                        .length()
                    <= reachMm) {
              voxels.set(near);
              open.add(near);
            }
          });
    }
  }
}
