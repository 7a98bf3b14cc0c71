package org.hilum.imaging.correction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.correction.work.WorklistReadings;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CorrectedReadings;
import org.hilum.imaging.worklist.Worklist;

/** The readings of cases, as a correction needs them. */
public interface CaseReadings {

  /** The reading of a case that counts now. */
  Optional<KeptResult> current(CaseKey key);

  /** A reading of a case, replaced or not. */
  Optional<KeptResult> result(CaseKey key, long id);

  /** The images of a case. */
  List<NamedFile> images(CaseKey key);

  /**
   * Keeps a corrected reading as the one that counts.
   *
   * @param work number of the work that made it; keeping it once more under the same replaces it
   * @param folder what was written
   * @return its result; empty where the case is not one that was read, any more
   */
  Optional<Long> keep(CaseKey key, long work, Path folder) throws IOException;

  /**
   * An earlier reading counts again.
   *
   * @param id of its result
   * @param folder what it wrote, written once more
   * @return whether it does; not where the case is not one that was read, any more
   */
  boolean bringBack(CaseKey key, long id, Path folder) throws IOException;

  /** Those of a worklist. */
  static CaseReadings of(Worklist worklist, CorrectedReadings corrected) {
    return new WorklistReadings(worklist, corrected);
  }

  /** A kept reading. */
  interface KeptResult {
    long id();

    int version();

    /** A file of its folder. */
    Optional<Path> file(String path);
  }
}
