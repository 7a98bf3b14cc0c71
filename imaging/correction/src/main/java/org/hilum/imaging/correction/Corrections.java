package org.hilum.imaging.correction;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.hilum.imaging.correction.training.TrainingCases;
import org.hilum.imaging.correction.work.KeptCorrections;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.worklist.CaseKey;

/**
 * Corrects the outlines of readings.
 *
 * <p>Every step is safe in the database before it is answered, as the voxels it changes: whatever
 * stops, the correction is what it was. What the network outlined is never touched.
 */
public interface Corrections extends AutoCloseable {

  /** Where the scripts that make its tables lie on the class path. */
  String TABLES = "org/hilum/imaging/correction/sql";

  /**
   * How results are written.
   *
   * @param workFolder for files under way
   */
  record Settings(
      CorrectionLimits limits, Language language, Path workFolder, SoftwareIdentity software) {}

  /** Those of a database. */
  static Corrections in(DataSource tables, CaseReadings readings, Settings settings, Clock clock)
      throws IOException {
    return new KeptCorrections(tables, readings, settings, clock);
  }

  /** How the correction of a case stands. */
  CorrectionState state(CaseKey key) throws CorrectionRefusal;

  /** Gets a case ready, so that the first step is as quick as the others. */
  void prepare(CaseKey key);

  /** Does a step. */
  CorrectionState step(CaseKey key, StepRequest request, String by) throws CorrectionRefusal;

  /** The last step in force is so no more. */
  CorrectionState undo(CaseKey key, int revision, String by) throws CorrectionRefusal;

  /** The step undone last is in force again. */
  CorrectionState redo(CaseKey key, int revision, String by) throws CorrectionRefusal;

  /** No step is in force any more; what was done stays on record. */
  CorrectionState discard(CaseKey key, int revision, String by) throws CorrectionRefusal;

  /** Writes a new result of the case, the one that counts from now on. */
  CorrectionState apply(CaseKey key, int revision, String by) throws CorrectionRefusal, IOException;

  /** The network's reading counts again; its steps stay, and may be put in force once more. */
  CorrectionState withdraw(CaseKey key, int revision, String by)
      throws CorrectionRefusal, IOException;

  /**
   * Writes the mask of a revision, on exactly the grid of the network's.
   *
   * @param revision the latest where it is empty
   * @param file whose name ends in {@code .nii.gz}
   */
  void writeMask(CaseKey key, OptionalInt revision, Path file)
      throws CorrectionRefusal, IOException;

  /** Says whether a case may be used for training. */
  void setMayTrain(CaseKey key, boolean mayTrain, String by);

  /** What may be used for training. */
  TrainingCases training();

  /** A study was deleted: its corrections go with it. */
  void forget(CaseKey key);

  @Override
  void close();
}
