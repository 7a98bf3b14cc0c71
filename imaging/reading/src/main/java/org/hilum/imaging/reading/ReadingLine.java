package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.intake.Inventory;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;

/**
 * Reads every study that lies at a place: the whole line on one page.
 *
 * <pre>
 * intake          what arrived: studies, series, what is left alone
 *   for each study
 * volume          the series to read, as one volume in HU
 * segmentation    lungs, left and right, and opacities
 * lobes           the lungs parted where their fissures are seen
 * quantification  millilitres, percent, HU, lesions, scores
 * reporting       pages, masks, DICOM objects, reading.json
 *   put in place as a whole
 * </pre>
 *
 * <p>One bad study never stops the others. Reading the same images again gives the same results.
 */
public final class ReadingLine {

  private final ReadingTools tools;

  public ReadingLine(ReadingTools tools) {
    this.tools = tools;
  }

  /**
   * Reads what lies at a path and keeps every outcome, volumes and all: for a few studies.
   *
   * @param input folder, zip, DICOMDIR, DICOM file or NIfTI file
   * @param out where each study gets a folder
   */
  public ReadingResult read(
      Path input, Path out, ReadingSettings settings, ReadingListener listener) throws IOException {
    var outcomes = new ArrayList<StudyOutcome>();
    var rest = readEach(input, out, settings, new KeepingListener(listener, outcomes));
    return new ReadingResult(outcomes, rest.leftAlone(), rest.refusals());
  }

  /** Reads the studies of files that lie anywhere, as the archive's do, and keeps every outcome. */
  public ReadingResult read(
      List<NamedFile> files, Path out, ReadingSettings settings, ReadingListener listener)
      throws IOException {
    var outcomes = new ArrayList<StudyOutcome>();
    var told = new KeepingListener(listener, outcomes);
    var rest = readEach(progress -> StudyIntake.take(files, progress), out, settings, told);
    return new ReadingResult(outcomes, rest.leftAlone(), rest.refusals());
  }

  /**
   * Reads what lies at a path, however many studies it holds: each outcome is told to the listener
   * and then let go, so that memory is that of one study.
   */
  public NotRead readEach(Path input, Path out, ReadingSettings settings, ReadingListener listener)
      throws IOException {
    return readEach(progress -> StudyIntake.take(input, progress), out, settings, listener);
  }

  /** Looks at what is to be read. */
  private interface Intake {
    Inventory take(DoubleConsumer progress) throws IOException;
  }

  private NotRead readEach(
      Intake intake, Path out, ReadingSettings settings, ReadingListener listener)
      throws IOException {
    var clock = new StepClock();
    try (var inventory = intake.take(done -> listener.progress("", ReadingStep.INTAKE, done))) {
      clock.lap(ReadingStep.INTAKE.key());
      var job = new ReadingJob(tools, settings, listener, clock.times().totalSeconds());
      for (var source : sources(inventory)) {
        listener.finished(read(new StudyReading(job, source), out));
      }
      return new NotRead(inventory.leftAlone(), inventory.refusals());
    }
  }

  /** Tells another listener, and keeps what was finished. */
  private record KeepingListener(ReadingListener told, List<StudyOutcome> outcomes)
      implements ReadingListener {

    @Override
    public void progress(String studyName, ReadingStep step, double fraction) {
      told.progress(studyName, step, fraction);
    }

    @Override
    public void finished(StudyOutcome outcome) {
      told.finished(outcome);
      outcomes.add(outcome);
    }
  }

  private static List<VolumeSource> sources(Inventory inventory) {
    return inventory
        .niftiFile()
        .map(file -> List.of(VolumeSource.nifti(file)))
        .orElseGet(
            () ->
                inventory.studies().stream()
                    .filter(ReadingLine::holdsCt)
                    .map(VolumeSource::dicom)
                    .toList());
  }

  private static boolean holdsCt(ArrivedStudy study) {
    return study.series().stream().anyMatch(ArrivedSeries::isCt);
  }

  /** The edge at which an unexpected fault of one study is caught, so that the others go on. */
  private static StudyOutcome read(StudyReading study, Path out) {
    try {
      return study.read(out);
    } catch (IOException | RuntimeException fault) {
      return new StudyFailed(study.name(), fault);
    }
  }
}
