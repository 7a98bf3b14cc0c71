package org.hilum.imaging.worklist.work;

import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult.Kind;
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

  void retire(CaseKey key, Kind kind, List<Uid> current) {
    results.results(key).stream()
        .filter(result -> result.kind() == kind && !result.isCurrent())
        .flatMap(result -> result.objects().stream())
        .map(Uid::new)
        .filter(series -> !current.contains(series))
        .distinct()
        .forEach(
            series ->
                archive.deleteSeries(
                    key.institution(),
                    key.studyInstanceUid(),
                    series,
                    "hilum",
                    "replaced by a later version of the result"));
  }
}
