package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.reporting.json.ComparisonDocument;

/**
 * How a comparison is told to other programs: {@code comparison.json}.
 *
 * <p>Out: UTF-8 JSON after the schema {@code comparison.schema.json} beside {@link
 * ComparisonDocument}. {@code regions}, {@code registration} and the changes of {@code lesions}
 * speak of the last two dates; {@code pairs} holds every pair of neighbours. Lists by date have one
 * entry a date, null where the lesion is not there.
 */
public final class ComparisonJson {

  /** Name of the file in the folder of a comparison. */
  public static final String FILE_NAME = "comparison.json";

  private ComparisonJson() {}

  /**
   * Writes a comparison; best last, when all times are known.
   *
   * @param outputs the other files, relative to the folder, in reading order
   * @return the file
   */
  public static Path write(
      ComparedFindings findings, StepTimes times, List<String> outputs, Path folder)
      throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ComparisonDocument.of(findings, times, outputs));
    return file;
  }

  /**
   * Writes why dates were not compared.
   *
   * @return the file
   */
  public static Path write(RefusedComparison refused, List<String> outputs, Path folder)
      throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ComparisonDocument.of(refused, outputs));
    return file;
  }
}
