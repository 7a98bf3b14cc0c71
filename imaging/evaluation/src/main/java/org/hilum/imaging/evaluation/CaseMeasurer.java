package org.hilum.imaging.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.evaluation.agreement.LesionMatch;
import org.hilum.imaging.evaluation.agreement.LesionMatches;
import org.hilum.imaging.evaluation.agreement.Mask;
import org.hilum.imaging.evaluation.agreement.Overlap;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.evaluation.agreement.SurfaceDice;
import org.hilum.imaging.evaluation.reference.PlacedMask.Placed;
import org.hilum.imaging.segmentation.LungLabel;

/**
 * Measures how a case agrees with its reference: every {@link Figure} but the seconds and the
 * calibration error.
 *
 * <p>Limits: involvement and false opacity count opacity of the whole mask, as a reading does; a
 * lesion is a connected part from {@value #SMALLEST_ML} mL on, or from {@value #SMALLEST_VOXELS}
 * voxels where spacing is not known, as in a reading.
 */
final class CaseMeasurer {

  /** Tolerance of the surface Dice, mm: about what two readers of lungs differ by. */
  static final double TOLERANCE_MM = 3;

  /** Smaller parts of a mask are specks, mL. */
  static final double SMALLEST_ML = 0.1;

  /** Smaller parts of a mask are specks where millilitres are not known, voxels. */
  static final long SMALLEST_VOXELS = 50;

  private static final double MEDIUM_ML = 1;
  private static final double LARGE_ML = 10;

  private final ComparedCase chest;
  private final CaseFigures.Builder figures = new CaseFigures.Builder();

  CaseMeasurer(ComparedCase chest) {
    this.chest = chest;
  }

  CaseFigures.Builder measure() {
    chest.drawnLungs().ifPresent(this::lungs);
    chest.drawnOpacity().ifPresent(this::opacity);
    involvement();
    if (chest.lesionFree()) {
      falseOpacity();
    }
    return figures;
  }

  private boolean spacingKnown() {
    return chest.volume().spacingKnown();
  }

  private double voxelMl() {
    return chest.volume().geometry().voxelMl();
  }

  private void lungs(Placed drawn) {
    var all = Mask.any(drawn.labels());
    var found = Mask.any(chest.lungs());
    var overlap = Overlap.of(all, found, drawn.labelled());
    figures
        .put(Figure.LUNG_DICE, overlap.dice())
        .put(Figure.LUNG_BIAS_PERCENT, overlap.biasPercent());
    if (drawn.sided()) {
      figures
          .put(Figure.LEFT_LUNG_DICE, lung(drawn, LungLabel.LEFT).dice())
          .put(Figure.RIGHT_LUNG_DICE, lung(drawn, LungLabel.RIGHT).dice());
    }
    if (spacingKnown()) {
      figures
          .put(Figure.LUNG_BIAS_ML, (overlap.found() - overlap.drawn()) * voxelMl())
          .put(Figure.LUNG_SURFACE_DICE, surface(all, found, drawn.labelled()));
    }
  }

  private Overlap lung(Placed drawn, byte label) {
    return Overlap.of(
        new Mask(drawn.labels(), label), new Mask(chest.lungs(), label), drawn.labelled());
  }

  private java.util.OptionalDouble surface(Mask drawn, Mask found, BitSet slices) {
    return SurfaceDice.of(chest.volume().geometry(), drawn, found, slices, TOLERANCE_MM);
  }

  private void opacity(Placed drawn) {
    var all = Mask.any(drawn.labels());
    var found = Mask.any(chest.opacity());
    var overlap = Overlap.of(all, found, drawn.labelled());
    figures
        .put(Figure.OPACITY_DICE, overlap.dice())
        .put(Figure.OPACITY_BIAS_PERCENT, overlap.biasPercent());
    if (spacingKnown()) {
      figures
          .put(Figure.OPACITY_BIAS_ML, (overlap.found() - overlap.drawn()) * voxelMl())
          .put(Figure.OPACITY_SURFACE_DICE, surface(all, found, drawn.labelled()));
    }
    lesions(all, found, drawn.labelled());
  }

  private void lesions(Mask drawn, Mask found, BitSet slices) {
    var geometry = chest.volume().geometry();
    var lesions = sizeable(LesionMatches.of(geometry, drawn, found, slices));
    detected(Figure.LESION_SENSITIVITY, lesions, 0, Double.POSITIVE_INFINITY);
    if (spacingKnown()) {
      detected(Figure.SMALL_LESION_SENSITIVITY, lesions, 0, MEDIUM_ML);
      detected(Figure.MEDIUM_LESION_SENSITIVITY, lesions, MEDIUM_ML, LARGE_ML);
      detected(Figure.LARGE_LESION_SENSITIVITY, lesions, LARGE_ML, Double.POSITIVE_INFINITY);
    }
    figures.put(
        Figure.FALSE_LESIONS,
        sizeable(LesionMatches.of(geometry, found, drawn, slices)).stream()
            .filter(lesion -> !lesion.isMatched())
            .count());
  }

  private List<LesionMatch> sizeable(List<LesionMatch> all) {
    double least = spacingKnown() ? SMALLEST_ML / voxelMl() : SMALLEST_VOXELS;
    return all.stream().filter(lesion -> lesion.voxels() >= least).toList();
  }

  private void detected(Figure figure, List<LesionMatch> lesions, double fromMl, double toMl) {
    var ofSize =
        lesions.stream()
            .filter(lesion -> lesion.voxels() * voxelMl() >= fromMl)
            .filter(lesion -> lesion.voxels() * voxelMl() < toMl)
            .toList();
    figures.putShare(figure, ofSize.stream().filter(LesionMatch::isMatched).count(), ofSize.size());
  }

  /** Percent of the lungs, on the slices whose lungs and opacities are both labelled. */
  private void involvement() {
    if (chest.drawnLungs().isEmpty() || chest.drawnOpacity().isEmpty()) {
      return;
    }
    var slices = chest.labelled();
    var lungs =
        Overlap.of(Mask.any(chest.drawnLungs().get().labels()), Mask.any(chest.lungs()), slices);
    var opacity =
        Overlap.of(
            Mask.any(chest.drawnOpacity().get().labels()), Mask.any(chest.opacity()), slices);
    if (lungs.drawn() > 0 && lungs.found() > 0) {
      double drawn = 100.0 * opacity.drawn() / lungs.drawn();
      double found = 100.0 * opacity.found() / lungs.found();
      figures
          .put(Figure.INVOLVEMENT_DRAWN, drawn)
          .put(Figure.INVOLVEMENT_FOUND, found)
          .put(Figure.INVOLVEMENT_ERROR, Math.abs(found - drawn));
    }
  }

  /** On all slices: that there is no opacity is known of every one. */
  private void falseOpacity() {
    var slices = new BitSet();
    slices.set(0, chest.volume().geometry().slices());
    var found = Overlap.of(Mask.any(chest.lungs()), Mask.any(chest.opacity()), slices);
    if (found.drawn() > 0) {
      figures.put(Figure.FALSE_OPACITY_PERCENT, 100.0 * found.found() / found.drawn());
    }
    if (spacingKnown()) {
      figures.put(Figure.FALSE_OPACITY_ML, found.found() * voxelMl());
    }
  }

  /** Probability against what was drawn, in the lungs drawn or found, on labelled slices. */
  Optional<Reliability> reliability() {
    if (chest.probability().isEmpty() || chest.drawnOpacity().isEmpty()) {
      return Optional.empty();
    }
    var probability = chest.probability().get();
    var opacity = chest.drawnOpacity().get().labels();
    var reliability = Reliability.none();
    var slices = chest.labelled();
    for (int k = slices.nextSetBit(0); k >= 0; k = slices.nextSetBit(k + 1)) {
      for (int at = 0; at < probability[k].length; at++) {
        if (!chest.isSetAside(k, at) && (chest.lungs()[k][at] != 0 || isDrawnLung(k, at))) {
          reliability.add(probability[k][at], opacity[k][at] != 0);
        }
      }
    }
    return Optional.of(reliability);
  }

  private boolean isDrawnLung(int k, int at) {
    return chest.drawnLungs().isPresent() && chest.drawnLungs().get().labels()[k][at] != 0;
  }
}
