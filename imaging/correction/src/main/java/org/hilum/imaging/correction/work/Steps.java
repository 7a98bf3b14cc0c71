package org.hilum.imaging.correction.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.correction.outline.OutlineChange;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.correction.sql.EntryRow;
import org.hilum.imaging.dicom.Uid;

/** Does steps in memory, and takes them back. */
record Steps(CorrectionTable table, CorrectionLimits limits) {

  private static final byte[] NOTHING = new byte[0];

  /**
   * What was done in memory and is to be kept.
   *
   * @param change of a step; none for the others
   */
  record Done(String kind, int of, String note, byte[] change, History history) {}

  /** A new step. */
  Done step(Subject subject, OpenCorrection correction, StepRequest request)
      throws CorrectionRefusal {
    int next = subject.history().revision() + 1;
    var made = correction.make(request, limits);
    correction.step(next, made.change(), Opening.naming(subject, next));
    return new Done(
        request.kind().name(), 0, made.note(), made.change().bytes(), subject.history());
  }

  /** The last step in force is so no more. */
  Done undo(Subject subject, OpenCorrection correction) throws CorrectionRefusal {
    var history = subject.history();
    if (history.done().isEmpty()) {
      throw nothing("there is no step to undo");
    }
    var step = history.done().getLast();
    var before = history.done().subList(0, history.done().size() - 1);
    back(subject, correction, List.of(step), before);
    var undone = new ArrayList<>(history.undone());
    undone.add(step);
    return new Done(
        EntryRow.UNDO,
        step.revision(),
        step.kind(),
        NOTHING,
        new History(before, undone, history.last()));
  }

  /** The step undone last is in force again. */
  Done redo(Subject subject, OpenCorrection correction) throws CorrectionRefusal {
    var history = subject.history();
    if (history.undone().isEmpty()) {
      throw nothing("there is no step to do again");
    }
    var step = history.undone().getLast();
    var kept = table.kept(subject.row().orElseThrow().id(), step.revision());
    int next = history.revision() + 1;
    correction.restore(
        next,
        List.of(OutlineChange.of(kept.change())),
        KeptText.lesions(kept.lesions()),
        Opening.naming(subject, next));
    var done = new ArrayList<>(history.done());
    done.add(step);
    return new Done(
        EntryRow.REDO,
        step.revision(),
        step.kind(),
        NOTHING,
        new History(
            done, history.undone().subList(0, history.undone().size() - 1), history.last()));
  }

  /** No step is in force any more. */
  Done discard(Subject subject, OpenCorrection correction) throws CorrectionRefusal {
    var history = subject.history();
    if (history.done().isEmpty()) {
      throw nothing("there is no step to discard");
    }
    back(subject, correction, history.done().reversed(), List.of());
    return new Done(
        EntryRow.DISCARD,
        0,
        history.done().size() + " steps",
        NOTHING,
        new History(List.of(), List.of(), history.last()));
  }

  /** Takes steps back, the last first; lesions are then what they were after those before. */
  private void back(
      Subject subject, OpenCorrection correction, List<EntryRow> steps, List<EntryRow> before) {
    long id = subject.row().orElseThrow().id();
    int next = subject.history().revision() + 1;
    Map<Uid, Integer> lesions =
        before.isEmpty()
            ? correction.network()
            : KeptText.lesions(table.kept(id, before.getLast().revision()).lesions());
    correction.restore(
        next,
        steps.stream()
            .map(each -> OutlineChange.of(table.kept(id, each.revision()).change()).inverse())
            .toList(),
        lesions,
        Opening.naming(subject, next));
  }

  private static CorrectionRefusal nothing(String words) {
    return new CorrectionRefusal(CorrectionReason.NOTHING_TO_UNDO, words);
  }
}
