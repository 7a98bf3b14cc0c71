package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.reporting.json.ReadingDocument;

/**
 * How a reading is told to other programs: {@code reading.json}.
 *
 * <p>Out: UTF-8 JSON after the schema {@code reading.schema.json} beside {@link ReadingDocument}.
 * Units stand in the keys: Ml, Percent (0 to 100), Hu, G, Mm, Seconds. A number that was not
 * measured is absent and named under {@code notMeasured}.
 */
public final class ReadingJson {

  /** Name of the file in the folder of a study. */
  public static final String FILE_NAME = "reading.json";

  private ReadingJson() {}

  /**
   * Writes a finished reading; best last, when all times are known.
   *
   * @param outputs the other files of the reading, relative to the folder, in reading order
   * @return the file
   */
  public static Path write(
      ReadingFindings findings, StepTimes times, List<String> outputs, Path folder)
      throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ReadingDocument.of(findings, times, outputs));
    return file;
  }

  /**
   * Writes why a study was not read.
   *
   * @return the file
   */
  public static Path write(RefusedReading refused, Path folder) throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ReadingDocument.of(refused));
    return file;
  }
}
