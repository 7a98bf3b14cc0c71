package org.hilum.imaging.intake.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/** Whether the instances of one series agree on patient, study and space, and which are repeats. */
final class SeriesRelations {

  private static final int IDS_NAMED = 4;
  private static final int LONGEST_ID = 64;

  private final List<Identified> objects;
  private final List<Identified> kept = new ArrayList<>();
  private final List<Reason> deviations = new ArrayList<>();
  private final List<Reason> refusals = new ArrayList<>();

  private SeriesRelations(List<Identified> objects) {
    this.objects = objects;
  }

  /**
   * Checks a series.
   *
   * @param objects in the order of their SOP Instance UIDs; all CT images, or none
   * @param shared SOP Instance UIDs that other series use too
   */
  static SeriesRelations of(List<Identified> objects, Set<Uid> shared) {
    var relations = new SeriesRelations(objects);
    if (relations.isCt()) {
      relations.requireOneOwner();
      relations.dropRepeats();
      relations.remark(shared);
    } else {
      relations.kept.addAll(objects);
      relations.refuseOtherKind();
    }
    return relations;
  }

  boolean isCt() {
    return objects.getFirst().isCt();
  }

  Uid study() {
    return objects.stream().map(Identified::studyInstanceUid).min(Uid::compareTo).orElseThrow();
  }

  String studyDate() {
    return objects.getFirst().studyDate();
  }

  List<String> patientIds() {
    return distinct(Identified::patientId);
  }

  private List<String> distinct(Function<Identified, String> id) {
    return objects.stream().map(id).distinct().sorted().toList();
  }

  private void requireOneOwner() {
    var patients = patientIds();
    if (patients.size() > 1) {
      refusals.add(twoPatients("the series", patients));
    }
    var studies = distinct(each -> each.studyInstanceUid().value());
    if (studies.size() > 1) {
      refuse(
          IntakeReason.TWO_STUDIES,
          "the series names "
              + studies.size()
              + " Study Instance UIDs ("
              + named(studies)
              + "): correct it in the PACS and send it again",
          "(0020,000D)");
    }
    var frames = distinct(Identified::frameOfReferenceUid);
    if (frames.stream().filter(uid -> !uid.isEmpty()).count() > 1) {
      refuse(
          IntakeReason.TWO_FRAMES_OF_REFERENCE,
          "the series names more than one Frame of Reference UID ("
              + named(frames)
              + "), so its slices do not share one space: send each acquisition by itself",
          "(0020,0052)");
    }
  }

  private static Reason twoPatients(String what, List<String> patients) {
    return new Reason(
        IntakeReason.TWO_PATIENTS,
        what
            + " names "
            + patients.size()
            + " Patient IDs ("
            + named(patients)
            + "): correct the identity in the PACS and send it again",
        "(0010,0020)");
  }

  /** The first few, each no longer than its value representation allows (PS3.5, LO and UI). */
  private static String named(List<String> ids) {
    var some =
        ids.stream()
            .limit(IDS_NAMED)
            .map(id -> id.isEmpty() ? "none" : id.substring(0, Math.min(LONGEST_ID, id.length())))
            .collect(Collectors.joining(", "));
    return ids.size() > IDS_NAMED ? some + ", …" : some;
  }

  private void dropRepeats() {
    int dropped = 0;
    for (var each : objects) {
      var before = kept.isEmpty() ? each : kept.getLast();
      if (kept.isEmpty() || !before.sopInstanceUid().equals(each.sopInstanceUid())) {
        kept.add(each);
      } else if (SameContent.of(before.instance(), each.instance())) {
        dropped++;
      } else {
        refuse(
            IntakeReason.DUPLICATE_DIFFERS,
            "SOP Instance UID "
                + each.sopInstanceUid()
                + " arrived twice with different content ("
                + before.instance().source().name()
                + ", "
                + each.instance().source().name()
                + "): find out which is right and send only that",
            "(0008,0018)");
      }
    }
    if (dropped > 0) {
      deviations.add(
          Reason.of(
              IntakeReason.DUPLICATE_DROPPED,
              dropped + " repeated instances with the same content were dropped"));
    }
  }

  private void remark(Set<Uid> shared) {
    long elsewhere = kept.stream().filter(each -> shared.contains(each.sopInstanceUid())).count();
    if (elsewhere > 0) {
      deviations.add(
          Reason.of(
              IntakeReason.SAME_INSTANCE_IN_TWO_SERIES,
              elsewhere + " SOP Instance UIDs of this series are used in another series too"));
    }
    var others =
        distinct(Identified::modality).stream().filter(name -> !name.equals("CT")).toList();
    if (!others.isEmpty()) {
      deviations.add(
          new Reason(
              IntakeReason.MODALITY_DISAGREES,
              "the SOP Class says CT, the modality says \""
                  + named(others)
                  + "\"; the SOP Class is believed",
              "(0008,0060)"));
    }
  }

  private void refuseOtherKind() {
    var first = objects.getFirst();
    refuse(
        IntakeReason.NOT_CT,
        "recognised as "
            + SopClass.name(first.sopClassUid(), first.modality())
            + ", not CT images: left alone",
        first.instance().source().name());
  }

  private void refuse(IntakeReason code, String message, String where) {
    refusals.add(new Reason(code, message, where));
  }

  /** The series when its study names several patients. */
  ArrivedSeries refusedFor(List<String> patients) {
    refusals.add(twoPatients("the study", patients));
    return arrived();
  }

  ArrivedSeries arrived() {
    var first = objects.getFirst();
    List<Instance> instances =
        isCt() ? kept.stream().map(Identified::instance).toList() : List.of();
    return new ArrivedSeries(
        first.seriesInstanceUid(),
        first.modality(),
        first.description(),
        first.seriesNumber(),
        kept.size(),
        instances,
        deviations,
        refusals);
  }
}
