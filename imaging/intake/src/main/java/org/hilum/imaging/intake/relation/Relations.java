package org.hilum.imaging.intake.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/** Which studies and series the objects form, and whether their identifiers agree. */
public final class Relations {

  private Relations() {}

  /** The index of a disc among the objects, said once each. */
  public static List<Reason> discIndices(List<Identified> objects) {
    return objects.stream()
        .filter(Identified::isDiscIndex)
        .map(
            each ->
                new Reason(
                    IntakeReason.DISC_INDEX,
                    "the index of a disc; the files beside it were looked at one by one",
                    each.instance().source().name()))
        .toList();
  }

  /** The studies, in the order of patient, date and UID. */
  public static List<ArrivedStudy> studies(List<Identified> objects) {
    var ordered =
        objects.stream()
            .filter(each -> !each.isDiscIndex())
            .sorted(
                Comparator.comparing(Identified::sopInstanceUid)
                    .thenComparing(each -> each.instance().source().name()))
            .toList();
    var shared = usedInSeveralSeries(ordered);
    var byStudy = new TreeMap<Uid, List<SeriesRelations>>();
    for (var series : bySeries(ordered).values()) {
      var relations = SeriesRelations.of(series, shared);
      byStudy.computeIfAbsent(relations.study(), uid -> new ArrayList<>()).add(relations);
    }
    return byStudy.entrySet().stream()
        .map(each -> study(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(ArrivedStudy::patientId)
                .thenComparing(ArrivedStudy::studyDate)
                .thenComparing(ArrivedStudy::studyInstanceUid))
        .toList();
  }

  /** By series UID, CT images apart from other kinds that share their series. */
  private static Map<String, List<Identified>> bySeries(List<Identified> objects) {
    var series = new TreeMap<String, List<Identified>>();
    for (var each : objects) {
      var key = each.seriesInstanceUid() + (each.isCt() ? " CT" : " other");
      series.computeIfAbsent(key, uid -> new ArrayList<>()).add(each);
    }
    return series;
  }

  private static TreeSet<Uid> usedInSeveralSeries(List<Identified> objects) {
    var first = new LinkedHashMap<Uid, Uid>();
    var several = new TreeSet<Uid>();
    for (var each : objects) {
      var series = first.putIfAbsent(each.sopInstanceUid(), each.seriesInstanceUid());
      if (series != null && !series.equals(each.seriesInstanceUid())) {
        several.add(each.sopInstanceUid());
      }
    }
    return several;
  }

  private static ArrivedStudy study(Uid uid, List<SeriesRelations> all) {
    var patients = distinct(all, each -> each.isCt() ? each.patientIds() : List.of());
    var series = new ArrayList<ArrivedSeries>();
    for (var each : all) {
      boolean contradicted = each.isCt() && patients.size() > 1 && each.patientIds().size() == 1;
      series.add(contradicted ? each.refusedFor(patients) : each.arrived());
    }
    var first = all.stream().filter(SeriesRelations::isCt).findFirst().orElse(all.getFirst());
    return new ArrivedStudy(first.patientIds().getFirst(), uid, first.studyDate(), series);
  }

  private static List<String> distinct(
      List<SeriesRelations> all, Function<SeriesRelations, List<String>> ids) {
    return all.stream().flatMap(each -> ids.apply(each).stream()).distinct().sorted().toList();
  }
}
