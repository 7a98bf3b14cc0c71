package org.hilum.imaging.correction.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.correction.CorrectionStep;
import org.hilum.imaging.correction.StepKind;
import org.hilum.imaging.correction.sql.EntryRow;

/**
 * What all that was done to a correction amounts to.
 *
 * @param done steps in force, in their order
 * @param undone steps that can be done again, the next one last
 * @param last what was done last; empty before anything was
 */
record History(List<EntryRow> done, List<EntryRow> undone, Optional<EntryRow> last) {

  static History of(List<EntryRow> entries) {
    var done = new ArrayList<EntryRow>();
    var undone = new ArrayList<EntryRow>();
    for (var entry : entries) {
      switch (entry.kind()) {
        case EntryRow.UNDO -> undone.add(done.removeLast());
        case EntryRow.REDO -> done.add(undone.removeLast());
        case EntryRow.DISCARD -> {
          done.clear();
          undone.clear();
        }
        default -> {
          done.add(entry);
          undone.clear();
        }
      }
    }
    return new History(
        List.copyOf(done),
        List.copyOf(undone),
        entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast()));
  }

  int revision() {
    return last.map(EntryRow::revision).orElse(0);
  }

  List<CorrectionStep> steps() {
    return done.stream()
        .map(
            each ->
                new CorrectionStep(
                    each.revision(),
                    StepKind.valueOf(each.kind()),
                    each.by(),
                    each.at(),
                    each.note()))
        .toList();
  }
}
