package org.hilum.imaging.reporting.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.volume.PatientPoint;

/** What the last two dates say of one followed lesion. */
public record LesionLife(ComparedFindings findings, TrackedLesion lesion) {

  /** The life of a lesion. */
  public static LesionLife of(ComparedFindings findings, TrackedLesion lesion) {
    return new LesionLife(findings, lesion);
  }

  /** All that were there at one of the last two dates, the largest change first. */
  public static List<LesionLife> recent(ComparedFindings findings) {
    return findings.comparison().lesions().stream()
        .map(lesion -> of(findings, lesion))
        .filter(life -> life.prior().isPresent() || life.current().isPresent())
        .sorted(Comparator.comparingDouble(LesionLife::weight).reversed())
        .toList();
  }

  /** What it was at the date before the last. */
  public Optional<LesionState> prior() {
    return lesion.states().get(lesion.states().size() - 2);
  }

  /** What it is at the last date. */
  public Optional<LesionState> current() {
    return lesion.states().getLast();
  }

  /** Its step between the last two dates. */
  public Optional<LesionStep> lastStep() {
    return lesion.steps().stream()
        .filter(step -> step.step() == findings.lastPair().prior())
        .findFirst();
  }

  /** Its change of volume between the last two dates. */
  public Optional<Change.Compared> change() {
    return lastStep()
        .map(step -> step.changes().get(ComparedQuantity.VOLUME))
        .filter(Change.Compared.class::isInstance)
        .map(Change.Compared.class::cast);
  }

  /** Where it is on the last date's images, or where it was. */
  public PatientPoint place() {
    return current()
        .map(LesionState::centre)
        .orElseGet(() -> findings.lastPair().alignment().toCurrent(prior().orElseThrow().centre()));
  }

  /** What became of it, with its partner in a merge or split. */
  public String fate(Wording wording) {
    return lastStep().map(step -> fate(step, wording)).orElse("");
  }

  private static String fate(LesionStep step, Wording wording) {
    var partner = step.partner();
    if (partner.isPresent()) {
      return wording.text(
          step.fate() == LesionFate.MERGED ? Phrase.FATE_MERGED_INTO : Phrase.FATE_SPLIT_FROM,
          partner.get());
    }
    return wording.fate(step.fate());
  }

  private double weight() {
    return change().map(change -> Math.abs(change.difference())).orElse(0.0);
  }
}
