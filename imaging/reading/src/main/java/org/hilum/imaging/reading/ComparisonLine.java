package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Reads several dates of one patient and compares them.
 *
 * <pre>
 * reading      every study, all by the same networks of today
 * comparison   lungs laid on each other, lesions followed, change beside its limit
 * reporting    pages, DICOM objects, comparison.json
 *   put in place together
 * </pre>
 *
 * <p>Studies are read afresh, so that no difference between networks is taken for change; only
 * {@link #compareKept} takes readings as they are kept.
 */
public final class ComparisonLine {

  /** Folder of the readings, beside the results of the comparison. */
  public static final String READINGS = "readings";

  private final ReadingTools tools;

  public ComparisonLine(ReadingTools tools) {
    this.tools = tools;
  }

  /**
   * Reads what lies at the paths, and compares it.
   *
   * @param inputs each a folder, zip, DICOMDIR, DICOM file or NIfTI file; one may hold several
   *     dates
   * @param out where the results go
   */
  public ComparisonRun compare(
      List<Path> inputs,
      Path out,
      ReadingSettings reading,
      ComparisonSettings settings,
      ReadingListener listener)
      throws IOException {
    var readings = new ArrayList<StudyOutcome>();
    var refusals = new ArrayList<Reason>();
    var names = new HashSet<String>();
    for (int n = 0; n < inputs.size(); n++) {
      var place = placeOf(inputs.get(n), n, out.resolve(READINGS), names);
      var result = new ReadingLine(tools).read(inputs.get(n), place, reading, listener);
      readings.addAll(result.outcomes());
      refusals.addAll(result.refusals());
    }
    var comparison = compareRead(read(readings), out, reading, settings, listener);
    return new ComparisonRun(readings, refusals, comparison);
  }

  /**
   * Reads studies whose files lie anywhere, as the archive's do, and compares them.
   *
   * @param studies the files of each study
   */
  public ComparisonRun compareFiles(
      List<List<NamedFile>> studies,
      Path out,
      ReadingSettings reading,
      ComparisonSettings settings,
      ReadingListener listener)
      throws IOException {
    var readings = new ArrayList<StudyOutcome>();
    var refusals = new ArrayList<Reason>();
    for (var files : studies) {
      var result = new ReadingLine(tools).read(files, out.resolve(READINGS), reading, listener);
      readings.addAll(result.outcomes());
      refusals.addAll(result.refusals());
    }
    var comparison = compareRead(read(readings), out, reading, settings, listener);
    return new ComparisonRun(readings, refusals, comparison);
  }

  /** Compares dates that were read, with the same networks. */
  public ComparisonOutcome compareRead(
      List<ReadingFindings> readings,
      Path out,
      ReadingSettings reading,
      ComparisonSettings settings,
      ReadingListener listener)
      throws IOException {
    var job = new ReadingJob(tools, reading, listener, 0);
    return new DateComparison(job, settings, DatedReadings.inOrder(readings)).compare(out);
  }

  /**
   * Compares dates as they were read and kept: outlines that a person corrected are corrected here.
   */
  public ComparisonOutcome compareKept(
      List<ReadingFindings> kept,
      Path out,
      ReadingSettings reading,
      ComparisonSettings settings,
      ReadingListener listener)
      throws IOException {
    var at = ZonedDateTime.now(tools.clock());
    var now = kept.stream().map(each -> each.takenUp(at, tools.software())).toList();
    return compareRead(now, out, reading, settings, listener);
  }

  /** Two NIfTI files may bear one name; a DICOM study has its UID. */
  private static Path placeOf(Path input, int number, Path readings, HashSet<String> names) {
    var name = String.valueOf(input.getFileName());
    return names.add(name) || !name.endsWith(".nii") && !name.endsWith(".nii.gz")
        ? readings
        : readings.resolve(String.valueOf(number + 1));
  }

  private static List<ReadingFindings> read(List<StudyOutcome> outcomes) {
    return outcomes.stream()
        .filter(StudyRead.class::isInstance)
        .map(outcome -> ((StudyRead) outcome).findings())
        .toList();
  }
}
