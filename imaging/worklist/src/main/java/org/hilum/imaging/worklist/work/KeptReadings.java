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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up the readings of cases that count now, with what people corrected of them. */
public record KeptReadings(ResultTable results, StudyFiles images) {

  private static final Logger LOG = LoggerFactory.getLogger(KeptReadings.class);

  /** Whether a person corrected the reading of a case that counts now. */
  boolean isCorrected(CaseKey key) throws IOException {
    var json = file(current(key), ReadingJson.FILE_NAME);
    return json.isPresent() && SummaryReader.isCorrected(json.get());
  }

  /** Whether two cases were read by the same program with the same networks. */
  boolean areAlike(CaseKey one, CaseKey other) throws IOException {
    var first = file(current(one), ReadingJson.FILE_NAME);
    var second = file(current(other), ReadingJson.FILE_NAME);
    return first.isPresent()
        && second.isPresent()
        && SummaryReader.madeBy(first.get()).equals(SummaryReader.madeBy(second.get()));
  }

  /** The readings of cases, in their order; empty where one of them cannot be taken up. */
  Optional<List<ReadingFindings>> of(List<CaseKey> keys) throws IOException {
    var readings = new ArrayList<ReadingFindings>();
    for (var key : keys) {
      of(key).ifPresent(readings::add);
    }
    return readings.size() == keys.size() ? Optional.of(readings) : Optional.empty();
  }

  private Optional<ReadingFindings> of(CaseKey key) throws IOException {
    var kept = current(key);
    return switch (KeptReading.open(
        images.of(key), key.studyInstanceUid(), path -> file(kept, path))) {
      case KeptReadingResult.Opened(var findings, _) -> Optional.of(findings);
      case KeptReadingResult.Refused(var reasons) -> {
        LOG.info("case {}: its reading cannot be taken up, {}", key.subject(), reasons);
        yield Optional.empty();
      }
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
