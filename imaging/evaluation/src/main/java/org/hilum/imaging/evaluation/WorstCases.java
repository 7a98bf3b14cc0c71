package org.hilum.imaging.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.agreement.Mask;
import org.hilum.imaging.evaluation.picture.CasePicture;
import org.hilum.imaging.evaluation.reference.PlacedMask.Placed;

/**
 * Keeps pictures of the cases with the lowest Dice of opacity and of lungs; those of other cases
 * are never drawn, or dropped when a worse case comes.
 */
final class WorstCases {

  /** How many are kept of each structure. */
  static final int KEPT = 3;

  private final Map<Figure, List<WorstPicture>> worst = new EnumMap<>(Figure.class);

  void consider(CaseMeasured outcome, ComparedCase chest) {
    consider(Figure.OPACITY_DICE, outcome, chest, chest.drawnOpacity(), chest.opacity());
    consider(Figure.LUNG_DICE, outcome, chest, chest.drawnLungs(), chest.lungs());
  }

  private void consider(
      Figure figure,
      CaseMeasured outcome,
      ComparedCase chest,
      Optional<Placed> drawn,
      byte[][] found) {
    var value = outcome.figures().value(figure);
    var kept = worst.computeIfAbsent(figure, none -> new ArrayList<>());
    boolean isWorse =
        value.isPresent() && (kept.size() < KEPT || value.getAsDouble() < kept.getLast().value());
    if (!isWorse || drawn.isEmpty()) {
      return;
    }
    var picture =
        new CasePicture(
            chest.volume(),
            Mask.any(chest.lungs()),
            Mask.any(drawn.get().labels()),
            Mask.any(found),
            drawn.get().labelled());
    var title =
        String.format(
            Locale.ROOT, "%s: %s %.3f", outcome.row().id(), figure.words(), value.getAsDouble());
    kept.add(new WorstPicture(figure, outcome.row().id(), value.getAsDouble(), picture.png(title)));
    kept.sort(Comparator.comparingDouble(WorstPicture::value));
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
  }

  /** The pictures kept, by figure, the worst first. */
  List<WorstPicture> pictures() {
    return worst.values().stream().flatMap(List::stream).toList();
  }
}
