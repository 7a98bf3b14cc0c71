package org.hilum.imaging.worklist.work;

import java.util.List;
import java.util.Set;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.sql.ResultTable;

/**
 * Takes the objects of earlier readings out of the archive once a newer one has taken their place,
 * so that nobody is shown two answers; their files stay with the earlier version of the result.
 */
public final class EarlierObjects {

  private final Archive archive;
  private final ResultTable results;

  public EarlierObjects(Archive archive, ResultTable results) {
    this.archive = archive;
    this.results = results;
  }

  /** What a newer result does not write itself; attempts that were cut off are earlier too. */
  void retire(CaseKey key, Kind kind, List<Uid> current) {
    var stay = Set.copyOf(current.stream().map(Uid::value).toList());
    for (var outdated : results.outdated(key, kind)) {
      outdated.objects().stream()
          .filter(series -> !stay.contains(series))
          .forEach(series -> remove(key, new Uid(series), "replaced by a later result"));
      results.retired(outdated);
    }
  }

  /** Nothing takes the place of what was there. */
  void retireAll(CaseKey key, Kind kind) {
    results.noneIsCurrent(key, kind);
    retire(key, kind, List.of());
  }

  /** The study was deleted while its objects were written. */
  void takeBack(CaseKey key, List<Uid> series) {
    series.forEach(each -> remove(key, each, "the study was deleted while it was read"));
    results.forget(key);
  }

  private void remove(CaseKey key, Uid series, String why) {
    archive.deleteSeries(key.institution(), key.studyInstanceUid(), series, Urgency.PROGRAM, why);
  }
}
