package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomDirectoryIT {

  private static final String DISC = "dicom/formats/pydicom/test_files/dicomdirtests";

  @Test
  void every_file_that_lies_on_the_disc_is_found() throws IOException {
    var disc = SharedData.require(DISC);
    var object = object(disc.resolve("DICOMDIR"));

    var directory = DicomDirectory.resolve(object, disc);

    assertThat(DicomDirectory.isDirectory(object)).isTrue();
    assertThat(directory.present()).hasSize(31).allMatch(Files::isRegularFile);
    assertThat(directory.missing()).isEmpty();
  }

  @Test
  void names_in_another_case_and_with_an_ending_are_found_and_missing_ones_named(@TempDir Path disc)
      throws IOException {
    var object = object(SharedData.require(DISC + "/DICOMDIR"));
    var copied = Files.createDirectories(disc.resolve("98892003").resolve("mr1"));
    Files.write(copied.resolve("15820.dcm"), new byte[] {1});

    var directory = DicomDirectory.resolve(object, disc);

    assertThat(directory.present()).containsExactly(copied.resolve("15820.dcm"));
    assertThat(directory.missing()).hasSize(30).contains("98892003/MR1/4919");
  }

  @Test
  void an_image_is_no_directory() throws IOException {
    var image = object(SharedData.require("dicom/formats/u12_ele.dcm"));

    assertThat(DicomDirectory.isDirectory(image)).isFalse();
  }

  private static DicomObject object(Path file) throws IOException {
    var parse = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parse).object();
  }
}
