package org.hilum.imaging.correction.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CorrectedReadings;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.Worklist;

/** The readings that a worklist keeps. */
public record WorklistReadings(Worklist worklist, CorrectedReadings corrected)
    implements CaseReadings {

  @Override
  public Optional<KeptResult> current(CaseKey key) {
    return find(key, StudyResult::isCurrent);
  }

  @Override
  public Optional<KeptResult> result(CaseKey key, long id) {
    return find(key, result -> result.id() == id);
  }

  private Optional<KeptResult> find(CaseKey key, Predicate<StudyResult> wanted) {
    return worklist.results(key).stream()
        .filter(result -> result.kind() == Kind.READING)
        .filter(wanted)
        .findFirst()
        .map(Of::new);
  }

  @Override
  public List<NamedFile> images(CaseKey key) {
    return corrected.images(key);
  }

  @Override
  public Optional<Long> keep(CaseKey key, long work, Path folder) throws IOException {
    return corrected.keep(key, work, folder).map(StudyResult::id);
  }

  @Override
  public boolean bringBack(CaseKey key, long id, Path folder) throws IOException {
    return corrected.bringBack(key, id, folder).isPresent();
  }

  private record Of(StudyResult result) implements KeptResult {

    @Override
    public long id() {
      return result.id();
    }

    @Override
    public int version() {
      return result.version();
    }

    @Override
    public Optional<Path> file(String path) {
      return result.files().stream()
          .filter(file -> file.path().equals(path))
          .findFirst()
          .map(ResultFile::file);
    }
  }
}
