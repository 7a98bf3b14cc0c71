package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Instance;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real discs, archives and folders as they arrive. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealIntakeIT {

  @TempDir Path folder;

  private static List<Instance> instances(Path path) throws IOException {
    try (var inventory = StudyIntake.take(path, done -> {})) {
      assertThat(inventory.studies()).hasSize(1);
      return inventory.studies().getFirst().readableCt().getFirst().instances();
    }
  }

  @Test
  void a_dicomdir_gives_the_files_it_names() throws IOException {
    var disc = SharedData.require("dicom/formats/pydicom/test_files/dicomdirtests/DICOMDIR");
    try (var inventory = StudyIntake.take(disc, done -> {})) {
      assertThat(inventory.fileCount()).isPositive();
      assertThat(inventory.studies())
          .flatExtracting(ArrivedStudy::series)
          .extracting(ArrivedSeries::modality)
          .contains("CT", "MR");
      assertThat(inventory.studies())
          .flatExtracting(ArrivedStudy::series)
          .filteredOn(series -> series.modality().equals("MR"))
          .allSatisfy(
              series -> assertThat(series.refusals().getFirst().message()).contains("an MR image"));
    }
  }

  @Test
  void an_archive_gives_the_same_instances_as_its_folder() throws IOException {
    var source = SharedData.require("dicom/defects/ok");
    var archive = folder.resolve("ok.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
        var files = Files.list(source)) {
      for (var file : files.sorted().toList()) {
        zip.putNextEntry(new ZipEntry("a/b/" + file.getFileName()));
        zip.write(Files.readAllBytes(file));
      }
    }
    try (var inventory = StudyIntake.take(archive, done -> {})) {
      var zipped = inventory.studies().getFirst().readableCt().getFirst().instances();
      assertThat(zipped.stream().map(each -> each.dataSet().toString()))
          .isEqualTo(instances(source).stream().map(each -> each.dataSet().toString()).toList());
      assertThat(zipped.getFirst().source().read(DicomReader.Depth.WHOLE))
          .isInstanceOf(DicomParse.Parsed.class);
    }
  }

  @Test
  void two_patients_in_one_series_are_refused_by_their_ids() throws IOException {
    var mixed = SharedData.require("dicom/defects/two-patients");
    try (var inventory = StudyIntake.take(mixed, done -> {})) {
      var series = inventory.studies().getFirst().series().getFirst();
      assertThat(series.refusals().getFirst().code()).isEqualTo(IntakeReason.TWO_PATIENTS);
      assertThat(series.refusals().getFirst().message()).contains("DEF-other, DEF-two-patients");
    }
  }

  @Test
  void everything_under_dicom_is_sorted_without_a_fault() throws IOException {
    var all = SharedData.require("dicom");
    try (var inventory = StudyIntake.take(all, done -> {})) {
      assertThat(inventory.studies()).hasSizeGreaterThan(20);
      assertThat(inventory.refusals()).isEmpty();
    }
  }
}
