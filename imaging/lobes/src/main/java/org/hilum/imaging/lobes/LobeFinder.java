package org.hilum.imaging.lobes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hilum.imaging.lobes.anatomy.FissureDrawing;
import org.hilum.imaging.lobes.grid.LungContrast;
import org.hilum.imaging.lobes.grid.LungGrids;
import org.hilum.imaging.lobes.painting.LobePainter;
import org.hilum.imaging.lobes.surface.FissureSearch;
import org.hilum.imaging.lobes.surface.FissureSurface;
import org.hilum.imaging.lobes.surface.FoundFissure;
import org.hilum.imaging.lobes.surface.Searched;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.FissureFinding;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Fissure;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.CtVolume;

/**
 * Parts the lungs into lobes where their fissures are seen.
 *
 * <p>In: a chest in HU and its lungs and opacities, of any orientation. <br>
 * Out: the same masks with the lobes of each lung whose fissures are seen clearly enough, and for
 * each fissure how clearly, see {@link FoundFissure#confidence}. A right lung of which only the
 * oblique fissure is seen has a lower lobe and no other. <br>
 * Source: docs/methods/lobes.md. Sheets between lobes by what surrounds them: Wiemker 2005,
 * doi:10.1016/j.ics.2005.03.130; with vessels and shape: Lassen 2013, doi:10.1109/TMI.2012.2219881.
 * <br>
 * Limits: not validated against readers; the confidence is a rule about one image, not a
 * probability. An accessory fissure may be taken for another. <br>
 * Cost: two lungs side by side, about 25 MB each for 5 L.
 */
public final class LobeFinder {

  /** Side of the cubes a lung is looked at in, in mm: finer shows more but costs its cube. */
  static final double CUBE_MM = 1.25;

  /** In mm along the slices' normal. A fissure that lies across fades in thicker slices. */
  static final double MOST_SLICE_SPACING_MM = 5;

  /**
   * Below these a surface is not used; why these numbers is told in docs/methods/lobes.md. A
   * horizontal fissure lies along the slices, and what is found of it changes more easily.
   */
  static final double LEAST_OBLIQUE_CONFIDENCE = 0.2;

  static final double LEAST_HORIZONTAL_CONFIDENCE = 0.3;

  /** In HU: the median of a lung of which a quarter is tissue; fissures fade in it. */
  static final float MOST_TYPICAL_HU = -750;

  /** A lung that is lower than this, in mm, is a cut piece of one. */
  private static final double LEAST_LUNG_MM = 80;

  /** The chest with its lobes. */
  public ChestSegmentation find(CtVolume volume, ChestSegmentation chest) {
    if (volume.geometry().normalSpacingMm() > MOST_SLICE_SPACING_MM) {
      return chest.withLobes(Optional.empty(), tooThick(volume));
    }
    // The same voxels in another order are averaged and sampled alike.
    var order = CanonicalOrder.of(volume.geometry());
    var lungs = order.toCanonical(chest.lungs());
    var grids =
        new LungGrids(
            order.toCanonical(volume), lungs, order.toCanonical(chest.opacity()), CUBE_MM);
    var painter = new LobePainter(lungs);
    var sides =
        Stream.of(Side.LEFT, Side.RIGHT)
            .parallel()
            .map(side -> new Search(side, grids, painter).part())
            .toList();
    var findings = sides.stream().flatMap(side -> side.findings.stream()).toList();
    boolean parted = sides.stream().anyMatch(side -> side.parted);
    return chest.withLobes(
        parted ? Optional.of(order.fromCanonical(painter.lobes())) : Optional.empty(), findings);
  }

  private static List<FissureFinding> tooThick(CtVolume volume) {
    var findings = new ArrayList<FissureFinding>();
    for (var fissure : Fissure.values()) {
      var words =
          String.format(
              Locale.ROOT,
              "The slices are %.1f mm apart, too far for a fissure to be seen: send a"
                  + " reconstruction of at most %.0f mm, or use the zones.",
              volume.geometry().normalSpacingMm(),
              MOST_SLICE_SPACING_MM);
      findings.add(notLookedFor(fissure, LobeReason.SLICES_TOO_THICK, words));
    }
    return findings;
  }

  private static FissureFinding notLookedFor(Fissure fissure, LobeReason why, String words) {
    return new FissureFinding(
        fissure, OptionalDouble.empty(), Optional.of(new Reason(why, words, fissure.name())));
  }

  /** The search in one lung; paints its lobes, and no voxel of the other lung. */
  private static final class Search {

    private final Side side;
    private final LungGrids grids;
    private final LobePainter painter;
    private final List<FissureFinding> findings = new ArrayList<>();
    private boolean parted;

    Search(Side side, LungGrids grids, LobePainter painter) {
      this.side = side;
      this.grids = grids;
      this.painter = painter;
    }

    Search part() {
      lung().ifPresent(side == Side.LEFT ? this::left : this::right);
      return this;
    }

    private void left(Searched lung) {
      var oblique = oblique(lung);
      parted = oblique.isPresent();
      oblique.ifPresent(painter::left);
    }

    private void right(Searched lung) {
      var oblique = oblique(lung);
      if (oblique.isEmpty()) {
        var why = LobeReason.OBLIQUE_NOT_SEEN;
        findings.add(notLookedFor(Fissure.RIGHT_HORIZONTAL, why, why.meaning()));
        return;
      }
      parted = true;
      horizontal(lung, oblique.get())
          .ifPresentOrElse(
              horizontal -> painter.right(oblique.get(), horizontal),
              () -> painter.right(oblique.get()));
    }

    /** The lung; where nothing can be looked for in it, that is said. */
    private Optional<Searched> lung() {
      var lung = grids.of(LungLabel.of(side)).filter(grid -> grid.box().extent(2) >= LEAST_LUNG_MM);
      if (lung.isEmpty()) {
        notLookedInto(LobeReason.NO_LUNG);
        return Optional.empty();
      }
      if (LungContrast.typicalHu(lung.get()) > MOST_TYPICAL_HU) {
        notLookedInto(LobeReason.LUNG_TOO_DENSE);
        return Optional.empty();
      }
      return lung.map(grid -> Searched.all(grid, LungContrast.of(grid)));
    }

    private void notLookedInto(LobeReason why) {
      for (var fissure : Fissure.values()) {
        if (fissure.side() == side) {
          findings.add(notLookedFor(fissure, why, why.meaning()));
        }
      }
    }

    private Optional<FissureSurface> oblique(Searched lung) {
      var found = FissureSearch.find(lung, FissureDrawing.oblique(side, lung.grid().box()));
      double lower = Plausibility.partBelow(lung.grid(), found.surface());
      return judged(Fissure.oblique(side), found, Plausibility.isLowerLobe(lower));
    }

    private Optional<FissureSurface> horizontal(Searched lung, FissureSurface oblique) {
      var front = lung.inFrontOf(oblique);
      var found = FissureSearch.find(front, FissureDrawing.horizontal(lung.grid().box()));
      double middle = Plausibility.partBetween(lung.grid(), oblique, found.surface());
      return judged(Fissure.RIGHT_HORIZONTAL, found, Plausibility.isMiddleLobe(middle));
    }

    private Optional<FissureSurface> judged(
        Fissure fissure, FoundFissure found, boolean plausible) {
      var why = objection(fissure, found, plausible);
      findings.add(
          new FissureFinding(
              fissure,
              OptionalDouble.of(found.confidence()),
              why.map(reason -> new Reason(reason, reason.meaning(), fissure.name()))));
      return why.isPresent() ? Optional.empty() : Optional.of(found.surface());
    }

    private static double least(Fissure fissure) {
      return fissure == Fissure.RIGHT_HORIZONTAL
          ? LEAST_HORIZONTAL_CONFIDENCE
          : LEAST_OBLIQUE_CONFIDENCE;
    }

    private static Optional<LobeReason> objection(
        Fissure fissure, FoundFissure found, boolean plausible) {
      if (found.confidence() < least(fissure)) {
        return Optional.of(LobeReason.FISSURE_NOT_SEEN);
      }
      return plausible ? Optional.empty() : Optional.of(LobeReason.IMPLAUSIBLE_LOBES);
    }
  }
}
