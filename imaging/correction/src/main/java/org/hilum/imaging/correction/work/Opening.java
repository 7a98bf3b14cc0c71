package org.hilum.imaging.correction.work;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.outline.KnownLesions;
import org.hilum.imaging.correction.outline.OutlineChange;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.KeptReadingResult;
import org.hilum.imaging.reporting.ReadingFindings;

/** Brings corrections into memory as they are kept. */
final class Opening {

  private final CorrectionTable table;
  private final CaseReadings readings;
  private final OpenCorrections open;

  /** Two volumes that come into memory at once would need room for both. */
  private final ReentrantLock opening = new ReentrantLock();

  Opening(CorrectionTable table, CaseReadings readings, OpenCorrections open) {
    this.table = table;
    this.readings = readings;
    this.open = open;
  }

  /** The correction in memory, at the revision that is kept. */
  OpenCorrection opened(Subject subject, Instant now) throws CorrectionRefusal {
    var known = open.get(subject.which(), now);
    if (known.filter(each -> each.revision() == subject.history().revision()).isPresent()) {
      return known.get();
    }
    open.drop(subject.which());
    opening.lock();
    try {
      var correction = new OpenCorrection(read(subject));
      open.makeRoom(correction.bytes());
      if (subject.history().last().isPresent()) {
        restore(correction, subject);
      }
      open.put(subject.which(), correction, now);
      return correction;
    } finally {
      opening.unlock();
    }
  }

  /** The network's reading as it was, for writing it once more. */
  ReadingFindings network(Subject subject) throws CorrectionRefusal {
    opening.lock();
    try {
      return read(subject).findings();
    } finally {
      opening.unlock();
    }
  }

  private KeptReadingResult.Opened read(Subject subject) throws CorrectionRefusal {
    try {
      var images = readings.images(subject.key());
      var network = subject.network();
      return switch (KeptReading.open(images, subject.key().studyInstanceUid(), network::file)) {
        case KeptReadingResult.Opened opened -> opened;
        case KeptReadingResult.Refused(var reasons) ->
            throw new CorrectionRefusal(
                CorrectionReason.NOT_OPENED,
                reasons.isEmpty()
                    ? "the reading cannot be taken up"
                    : reasons.getFirst().message());
      };
    } catch (IOException gone) {
      throw new CorrectionRefusal(
          CorrectionReason.NOT_OPENED, "files of the reading are not there any more");
    }
  }

  private void restore(OpenCorrection correction, Subject subject) {
    long id = subject.row().orElseThrow().id();
    var history = subject.history();
    var changes =
        history.done().stream()
            .map(each -> OutlineChange.of(table.kept(id, each.revision()).change()))
            .toList();
    var lesions = KeptText.lesions(table.kept(id, history.revision()).lesions());
    correction.restore(history.revision(), changes, lesions, naming(subject, history.revision()));
  }

  /** How lesions are named that a revision brought. */
  static KnownLesions.Naming naming(Subject subject, int revision) {
    return number ->
        Uid.derived(
            "corrected lesion",
            subject.key().subject(),
            Long.toString(subject.network().id()),
            subject.row().map(row -> row.begunAt().toString()).orElse(""),
            Integer.toString(revision),
            Integer.toString(number));
  }
}
