package org.hilum.imaging.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.evaluation.statistics.Bootstrap;
import org.hilum.imaging.evaluation.statistics.Estimate;
import org.hilum.imaging.evaluation.statistics.Share;

/**
 * What came of an evaluation.
 *
 * @param outcomes one a case, in the order of the manifest
 * @param worst pictures of the cases that agree least
 */
public record Evaluation(List<CaseOutcome> outcomes, List<WorstPicture> worst) {

  public Evaluation {
    outcomes = List.copyOf(outcomes);
    worst = List.copyOf(worst);
  }

  /** The cases that were compared. */
  public List<CaseMeasured> measured() {
    return measured(outcomes);
  }

  private static List<CaseMeasured> measured(List<CaseOutcome> outcomes) {
    return outcomes.stream()
        .filter(CaseMeasured.class::isInstance)
        .map(CaseMeasured.class::cast)
        .toList();
  }

  /** Whether something failed that should not have. */
  public boolean hasFault() {
    return outcomes.stream().anyMatch(CaseFailed.class::isInstance);
  }

  /** Whether a case was refused. */
  public boolean hasRefusal() {
    return outcomes.stream().anyMatch(CaseRefused.class::isInstance);
  }

  /** Each named group in the order it first stands in the manifest, then all cases. */
  public List<GroupSummary> summaries() {
    var groups = new LinkedHashMap<String, List<CaseOutcome>>();
    for (var outcome : outcomes) {
      if (!outcome.row().group().isEmpty()) {
        groups.computeIfAbsent(outcome.row().group(), none -> new ArrayList<>()).add(outcome);
      }
    }
    var summaries = new ArrayList<GroupSummary>();
    groups.forEach((name, members) -> summaries.add(summary(name, members)));
    summaries.add(summary(GroupSummary.ALL, outcomes));
    return summaries;
  }

  private static GroupSummary summary(String name, List<CaseOutcome> members) {
    var measured = measured(members);
    var estimates = new EnumMap<Figure, Estimate>(Figure.class);
    for (var figure : Figure.values()) {
      Bootstrap.of(patients(figure, measured))
          .ifPresent(estimate -> estimates.put(figure, estimate));
    }
    Optional<Reliability> reliability =
        measured.stream().flatMap(each -> each.reliability().stream()).reduce(Reliability::plus);
    return new GroupSummary(name, members.size(), measured.size(), estimates, reliability);
  }

  /** One share a patient: the cases of one are never drawn apart. */
  private static List<Share> patients(Figure figure, List<CaseMeasured> cases) {
    var byPatient = new LinkedHashMap<String, List<Share>>();
    for (var each : cases) {
      each.figures()
          .share(figure)
          .ifPresent(
              share ->
                  byPatient
                      .computeIfAbsent(each.row().patient(), none -> new ArrayList<>())
                      .add(share));
    }
    return byPatient.values().stream().map(shares -> together(figure, shares)).toList();
  }

  private static Share together(Figure figure, List<Share> shares) {
    double part = shares.stream().mapToDouble(Share::part).sum();
    double whole = shares.stream().mapToDouble(Share::whole).sum();
    return figure.isPooled() ? new Share(part, whole) : Share.of(part / whole);
  }

  /** Figures that at least one case has, in the order of the catalogue. */
  public List<Figure> figuresKnown() {
    return List.of(Figure.values()).stream()
        .filter(
            figure ->
                measured().stream().anyMatch(each -> each.figures().share(figure).isPresent()))
        .toList();
  }

  /** The networks that were used, by identity, with how many cases each. */
  public Map<String, Integer> networks() {
    var networks = new LinkedHashMap<String, Integer>();
    measured()
        .forEach(
            each ->
                networks.merge(
                    "%s %s (SHA-256 %s…)"
                        .formatted(
                            each.network().name(),
                            each.network().version(),
                            each.network().sha256().substring(0, 12)),
                    1,
                    Integer::sum));
    return networks;
  }
}
