package org.hilum.imaging.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.choice.Candidate;
import org.hilum.imaging.volume.choice.Preference;
import org.hilum.imaging.volume.stack.PlanResult;
import org.hilum.imaging.volume.stack.StackPlanner;

/**
 * Which series of a study is read, and why not the others.
 *
 * <p>In: all CT series of one study, headers only. <br>
 * Out: told by geometry, kernel and contrast, never by description or order; the rule is {@link
 * Preference}. <br>
 * Limits: pixels are not looked at; when building the chosen one refuses, try the next in rank.
 *
 * @param ranked those that can be stacked, the one to read first
 * @param notChosen why each other series is not read, by Series Instance UID
 * @param refusals every reason of the series that cannot be stacked, by Series Instance UID
 */
public record SeriesChoice(
    List<CtSeries> ranked, Map<Uid, Reason> notChosen, Map<Uid, List<Reason>> refusals) {

  public SeriesChoice {
    ranked = List.copyOf(ranked);
    notChosen = Map.copyOf(notChosen);
    refusals = Map.copyOf(refusals);
  }

  /** The series to read, if any can be. */
  public Optional<CtSeries> chosen() {
    return ranked.stream().findFirst();
  }

  /** Weighs the CT series of a study. */
  public static SeriesChoice of(List<CtSeries> series) {
    var candidates = new ArrayList<Candidate>();
    var notChosen = new TreeMap<Uid, Reason>();
    var refusals = new TreeMap<Uid, List<Reason>>();
    for (var each : series) {
      switch (StackPlanner.plan(each.instances())) {
        case PlanResult.Planned(var plan) -> candidates.add(new Candidate(each, plan));
        case PlanResult.PlanRefused(var reasons) -> {
          notChosen.put(each.seriesInstanceUid(), reasons.getFirst());
          refusals.put(each.seriesInstanceUid(), reasons);
        }
      }
    }
    candidates.sort(Preference.ORDER);
    for (int n = 1; n < candidates.size(); n++) {
      notChosen.put(
          candidates.get(n).series().seriesInstanceUid(),
          Preference.whyNot(candidates.get(n), candidates.getFirst()));
    }
    return new SeriesChoice(
        candidates.stream().map(Candidate::series).toList(), notChosen, refusals);
  }
}
