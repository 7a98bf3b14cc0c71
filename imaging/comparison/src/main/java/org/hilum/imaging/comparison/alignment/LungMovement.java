package org.hilum.imaging.comparison.alignment;

import java.util.List;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.DisplacementGrid;
import org.hilum.imaging.vocabulary.Reason;

/**
 * The movement of the lungs from prior to current: to the frame between both, along the smooth
 * movement there, and on to the current.
 *
 * @param frame the affine parts
 * @param forth the smooth movement from prior to current, in the middle frame
 * @param back its inverse
 * @param priorLungs how far the prior's lungs reach
 * @param currentLungs how far the current's lungs reach
 * @param gridMm spacing of the grids that are given out
 * @param remarks what limits it
 */
record LungMovement(
    MiddleFrame frame,
    OneWay forth,
    OneWay back,
    LungExtent priorLungs,
    LungExtent currentLungs,
    double gridMm,
    AlignmentQuality quality,
    List<Reason> remarks)
    implements Alignment {

  @Override
  public void toCurrent(double x, double y, double z, double[] out) {
    forth.carry(x, y, z, out);
  }

  @Override
  public void toPrior(double x, double y, double z, double[] out) {
    back.carry(x, y, z, out);
  }

  @Override
  public double expansion(double x, double y, double z) {
    return forth.expansion(x, y, z);
  }

  @Override
  public double[] affine() {
    return frame.priorToCurrent().matrix();
  }

  @Override
  public DisplacementGrid displacements() {
    return forth.grid(priorLungs, gridMm);
  }

  @Override
  public DisplacementGrid inverseDisplacements() {
    return back.grid(currentLungs, gridMm);
  }

  @Override
  public LungMovement swapped() {
    var swapped =
        new AlignmentQuality(
            quality.overlapBefore(),
            quality.overlap(),
            quality.residualBeforeHu(),
            quality.residualHu(),
            quality.foldedPercent(),
            1 / quality.largestExpansion(),
            1 / quality.smallestExpansion(),
            quality.inverseErrorMm(),
            quality.meanMovementMm());
    return new LungMovement(
        frame.swapped(), back, forth, currentLungs, priorLungs, gridMm, swapped, remarks);
  }
}
