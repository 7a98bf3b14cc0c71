package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MalformedFilesIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TestFactory
  Stream<DynamicTest> every_malformed_file_is_read_or_refused_with_a_code() throws IOException {
    return tests("dicom/malformed");
  }

  @TestFactory
  Stream<DynamicTest> every_file_of_another_toolkit_is_read_or_refused_with_a_code()
      throws IOException {
    return tests("dicom/formats/pydicom");
  }

  @Test
  void the_valid_one_among_them_is_read() throws IOException {
    var folder = SharedData.require("dicom/malformed/baseline");

    var row = OutcomeTable.row(folder, folder.resolve("BASELINE_valid_ct.dcm"));

    assertThat(row.outcome()).isEqualTo("read");
  }

  private static Stream<DynamicTest> tests(String folder) throws IOException {
    var root = SharedData.require(folder);
    return OutcomeTable.files(root).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    root.relativize(file).toString(), () -> outcomeInTime(root, file)));
  }

  private static void outcomeInTime(Path root, Path file) {
    var row = assertTimeoutPreemptively(LIMIT, () -> OutcomeTable.row(root, file));

    assertThat(row.outcome())
        .matches("read|read, no pixels: DIC-2\\d\\d .+|refused: DIC-0\\d\\d .+|not DICOM: DIC-0.*");
    var fromMemory =
        assertTimeoutPreemptively(
            LIMIT, () -> DicomReader.read(Files.readAllBytes(file), DicomReader.Depth.HEADER));
    assertThat(fromMemory).isNotNull();
  }
}
