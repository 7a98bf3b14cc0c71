package org.hilum.imaging.correction.work;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.CorrectionState;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.worklist.CaseKey;

/** Finds what the correction of a case is of, and tells how it stands. */
record Subjects(CorrectionTable table, CaseReadings readings) {

  /** The correction of the reading that counts, or of the one that it came of. */
  Subject of(CaseKey key) throws CorrectionRefusal {
    var current =
        readings
            .current(key)
            .orElseThrow(
                () ->
                    new CorrectionRefusal(
                        CorrectionReason.NO_READING, "the case has no reading to correct"));
    var row = table.of(key, current.id());
    var network = Optional.of(current);
    if (row.isEmpty()) {
      row = table.appliedAs(key, current.id());
      network = row.isEmpty() ? network : readings.result(key, row.get().result());
    }
    return new Subject(
        key,
        network.orElseThrow(
            () ->
                new CorrectionRefusal(
                    CorrectionReason.NO_READING, "the network's reading is not kept any more")),
        row,
        History.of(row.map(each -> table.entries(each.id())).orElse(List.of())),
        row.flatMap(each -> table.appliedAs(each.id(), current.id())));
  }

  /** How a correction stands that is kept. */
  CorrectionState state(Subject subject) throws CorrectionRefusal {
    var history = subject.history();
    return state(subject, numbers(subject), history);
  }

  /** How it stands after what was done last. */
  CorrectionState state(Subject subject, ReadingJson.Measured numbers, History history) {
    return new CorrectionState(
        subject.network().id(),
        subject.network().version(),
        history.revision(),
        history.steps(),
        !history.done().isEmpty(),
        !history.undone().isEmpty(),
        numbers.measurements(),
        numbers.lesions(),
        subject.applied().map(each -> OptionalLong.of(each.result())).orElse(OptionalLong.empty()),
        subject.applied().filter(each -> each.revision() == history.revision()).isPresent(),
        table.mayTrain(subject.key()));
  }

  private ReadingJson.Measured numbers(Subject subject) throws CorrectionRefusal {
    if (subject.row().isPresent() && subject.history().last().isPresent()) {
      return KeptText.numbers(
          table.kept(subject.row().get().id(), subject.history().revision()).numbers());
    }
    try {
      var file = subject.network().file(ReadingJson.FILE_NAME);
      var numbers =
          file.isPresent()
              ? ReadingJson.measured(file.get())
              : Optional.<ReadingJson.Measured>empty();
      return numbers.orElseThrow(
          () ->
              new CorrectionRefusal(
                  CorrectionReason.NO_READING, "the reading of the case was refused"));
    } catch (IOException gone) {
      throw new CorrectionRefusal(
          CorrectionReason.NO_READING, "the files of the reading are not there any more");
    }
  }
}
