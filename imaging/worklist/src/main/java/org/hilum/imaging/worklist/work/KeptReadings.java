package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.KeptReadingResult;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.platform.jobs.JobFailedException;

/** Takes up the readings of cases that count now, with what people corrected of them. */
public record KeptReadings(ResultTable results, StudyFiles images) {

  /** Whether a person corrected the reading of a case that counts now. */
  boolean isCorrected(CaseKey key) throws IOException {
    var json = file(current(key), ReadingJson.FILE_NAME);
    return json.isPresent() && SummaryReader.isCorrected(json.get());
  }

  /** The readings of cases, in their order. */
  List<ReadingFindings> of(List<CaseKey> keys) throws IOException, JobFailedException {
    var readings = new ArrayList<ReadingFindings>();
    for (var key : keys) {
      readings.add(of(key));
    }
    return readings;
  }

  private ReadingFindings of(CaseKey key) throws IOException, JobFailedException {
    var kept = current(key);
    return switch (KeptReading.open(
        images.of(key), key.studyInstanceUid(), path -> file(kept, path))) {
      case KeptReadingResult.Opened(var findings, _) -> findings;
      case KeptReadingResult.Refused(var reasons) ->
          throw new JobFailedException(
              "the reading of "
                  + key.studyInstanceUid().value()
                  + " cannot be taken up: "
                  + reasons,
              false);
    };
  }

  private Optional<StudyResult> current(CaseKey key) {
    return results.results(key).stream()
        .filter(result -> result.kind() == Kind.READING && result.isCurrent())
        .findFirst();
  }

  private static Optional<Path> file(Optional<StudyResult> result, String path) {
    return result.stream()
        .flatMap(each -> each.files().stream())
        .filter(each -> each.path().equals(path))
        .findFirst()
        .map(ResultFile::file);
  }
}
