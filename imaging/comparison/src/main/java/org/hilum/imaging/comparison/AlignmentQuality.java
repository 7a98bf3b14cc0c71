package org.hilum.imaging.comparison;

/**
 * How well the lungs of two dates lie on each other.
 *
 * @param overlapBefore Dice of the lungs after the affine part only, 0 to 1
 * @param overlap Dice of the lungs after alignment, 0 to 1
 * @param residualBeforeHu median absolute difference of smoothed HU in both lungs, affine part only
 * @param residualHu the same after alignment, corrected for the density that inflation changes
 * @param foldedPercent percent of lung points at which the movement folds (Jacobian not above 0)
 * @param smallestExpansion smallest Jacobian determinant in the lungs
 * @param largestExpansion largest Jacobian determinant in the lungs
 * @param inverseErrorMm mean distance of a lung point from where it lands after going there and
 *     back
 * @param meanMovementMm mean length of the movement beyond the affine part, in the lungs
 */
public record AlignmentQuality(
    double overlapBefore,
    double overlap,
    double residualBeforeHu,
    double residualHu,
    double foldedPercent,
    double smallestExpansion,
    double largestExpansion,
    double inverseErrorMm,
    double meanMovementMm) {}
