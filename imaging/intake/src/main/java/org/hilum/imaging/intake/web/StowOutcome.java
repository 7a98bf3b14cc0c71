package org.hilum.imaging.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;

/** What became of the objects of a request, and how it is told (PS3.18 10.5.3, annex I). */
final class StowOutcome {

  /** Failure reasons of PS3.18 table I.2-2. */
  private static final int OUT_OF_RESOURCES = 0xA700;

  private static final int CANNOT_UNDERSTAND = 0xC000;
  private static final int OTHER_STUDY = 0xC409;
  private static final int DUPLICATE = 0x0111;
  private static final int PROCESSING_FAILURE = 0x0110;

  private static final int LONGEST_COMMENT = 64;

  private final String base;
  private final List<DataSet> accepted = new ArrayList<>();
  private final List<DataSet> failed = new ArrayList<>();
  private final Set<String> studies = new LinkedHashSet<>();

  /**
   * Of a request.
   *
   * @param base address of DICOMweb, below which objects are fetched
   */
  StowOutcome(String base) {
    this.base = base;
  }

  void add(Receipt receipt) {
    switch (receipt) {
      case Receipt.Accepted done -> accept(done);
      case Receipt.TurnedAway away -> fail(away);
    }
  }

  private void accept(Receipt.Accepted done) {
    studies.add(done.studyInstanceUid().value());
    var address =
        "%s/studies/%s/series/%s/instances/%s"
            .formatted(
                base, done.studyInstanceUid(), done.seriesInstanceUid(), done.sopInstanceUid());
    accepted.add(
        DataSet.builder()
            .uid(Tag.REFERENCED_SOP_CLASS_UID, done.sopClassUid())
            .uid(Tag.REFERENCED_SOP_INSTANCE_UID, done.sopInstanceUid())
            .text(Tag.RETRIEVE_URL, Vr.UR, address)
            .build());
  }

  private void fail(Receipt.TurnedAway away) {
    var item = DataSet.builder();
    away.sopClassUid().ifPresent(uid -> item.uid(Tag.REFERENCED_SOP_CLASS_UID, uid));
    away.sopInstanceUid().ifPresent(uid -> item.uid(Tag.REFERENCED_SOP_INSTANCE_UID, uid));
    var first = away.reasons().getFirst();
    item.unsignedShort(Tag.FAILURE_REASON, failure(first.code()));
    comment(item, String.join("; ", away.reasons().stream().map(Reason::toString).toList()));
    failed.add(item.build());
  }

  /** Short where the standard has a place for it, and whole beside it. */
  private static void comment(DataSetBuilder item, String words) {
    var text = words.replace('\\', '/');
    item.text(
        Tag.ERROR_COMMENT,
        Vr.LO,
        text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) : text);
    item.text(Tag.TEXT_VALUE, Vr.UT, words);
  }

  private static int failure(ReasonCode code) {
    return switch (code) {
      case IntakeReason.OBJECT_TOO_LARGE -> OUT_OF_RESOURCES;
      case IntakeReason.STORAGE_FULL -> OUT_OF_RESOURCES;
      case IntakeReason.OTHER_STUDY -> OTHER_STUDY;
      case IntakeReason.NOT_KEPT -> PROCESSING_FAILURE;
      case ArchiveReason.LIES_ELSEWHERE -> DUPLICATE;
      case ArchiveReason archive -> PROCESSING_FAILURE;
      default -> CANNOT_UNDERSTAND;
    };
  }

  boolean isEmpty() {
    return accepted.isEmpty() && failed.isEmpty();
  }

  int acceptedCount() {
    return accepted.size();
  }

  int failedCount() {
    return failed.size();
  }

  /** Studies to which something came. */
  List<String> studies() {
    return List.copyOf(studies);
  }

  /** 200 when all came in, 202 when some did, 409 when none did. */
  int status() {
    return failed.isEmpty() ? 200 : accepted.isEmpty() ? 409 : 202;
  }

  /**
   * The answer.
   *
   * @param brokenOff why not all of the request was read
   */
  DataSet dataSet(Optional<Reason> brokenOff) {
    var answer = DataSet.builder();
    if (studies.size() == 1) {
      answer.text(Tag.RETRIEVE_URL, Vr.UR, base + "/studies/" + studies.iterator().next());
    } else {
      answer.empty(Tag.RETRIEVE_URL, Vr.UR);
    }
    if (!failed.isEmpty()) {
      answer.items(Tag.FAILED_SOP_SEQUENCE, failed);
    }
    if (!accepted.isEmpty()) {
      answer.items(Tag.REFERENCED_SOP_SEQUENCE, accepted);
    }
    brokenOff.ifPresent(reason -> comment(answer, reason.toString()));
    return answer.build();
  }
}
