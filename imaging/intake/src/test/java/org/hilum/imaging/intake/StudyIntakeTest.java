package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudyIntakeTest {

  @TempDir Path folder;

  private Inventory take(Path path) throws IOException {
    return StudyIntake.take(path, done -> {});
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.code().code()).toList();
  }

  private static ArrivedSeries onlySeries(Inventory inventory) {
    assertThat(inventory.studies()).hasSize(1);
    assertThat(inventory.studies().getFirst().series()).hasSize(1);
    return inventory.studies().getFirst().series().getFirst();
  }

  @Nested
  class A_folder {

    @Test
    void is_searched_at_any_depth_and_its_other_files_are_left_alone() throws IOException {
      CtFile.slice(2).writeTo(folder.resolve("deep/er/b"));
      CtFile.slice(1).writeTo(folder.resolve("z.dcm"));
      Files.writeString(folder.resolve("readme.txt"), "a viewer lies on this disc");
      try (var inventory = take(folder)) {
        var series = onlySeries(inventory);
        assertThat(series.instanceCount()).isEqualTo(2);
        assertThat(series.refusals()).isEmpty();
        assertThat(series.instances())
            .extracting(each -> each.dataSet().text(Tag.SOP_INSTANCE_UID).orElseThrow())
            .containsExactly("1.2.3.1.1", "1.2.3.1.2");
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-001");
        assertThat(inventory.refusals()).isEmpty();
      }
    }

    @Test
    void with_a_link_to_itself_ends() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("a/1"));
      Files.createSymbolicLink(folder.resolve("a/again"), folder);
      Files.createSymbolicLink(folder.resolve("same"), folder.resolve("a/1"));
      try (var inventory = take(folder)) {
        assertThat(onlySeries(inventory).instanceCount()).isEqualTo(1);
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-017");
      }
    }

    @Test
    void of_many_other_files_lists_the_first_and_counts_the_rest() throws IOException {
      for (int n = 0; n < 130; n++) {
        Files.writeString(folder.resolve(n + ".txt"), "not an image");
      }
      try (var inventory = take(folder)) {
        assertThat(inventory.leftAlone()).hasSize(101);
        assertThat(inventory.leftAlone().getLast().message()).contains("30 more");
        assertThat(codes(inventory.refusals())).containsExactly("INT-015");
      }
    }

    @Test
    void holding_only_a_report_says_that_there_is_no_ct() throws IOException {
      CtFile.slice(1)
          .with(
              builder ->
                  builder
                      .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.88.33"))
                      .text(Tag.MODALITY, Vr.CS, "SR"))
          .writeTo(folder.resolve("sr"));
      try (var inventory = take(folder)) {
        assertThat(codes(inventory.refusals())).containsExactly("INT-016");
        var report = onlySeries(inventory);
        assertThat(report.isCt()).isFalse();
        assertThat(report.refusals().getFirst().message()).contains("a structured report");
      }
    }

    @Test
    void that_is_not_there_is_refused() throws IOException {
      try (var inventory = take(folder.resolve("nowhere"))) {
        assertThat(codes(inventory.refusals())).containsExactly("INT-015");
      }
    }
  }

  @Nested
  class Identifiers {

    @Test
    void the_same_instance_twice_is_kept_once() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("1"));
      CtFile.slice(1).writeTo(folder.resolve("copy of 1"));
      CtFile.slice(2).writeTo(folder.resolve("2"));
      try (var inventory = take(folder)) {
        var series = onlySeries(inventory);
        assertThat(series.instanceCount()).isEqualTo(2);
        assertThat(codes(series.deviations())).containsExactly("INT-005");
        assertThat(series.refusals()).isEmpty();
      }
    }

    @Test
    void the_same_instance_with_other_pixels_is_refused() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("1"));
      CtFile.slice(1)
          .with(builder -> builder.bytes(Tag.PIXEL_DATA, Vr.OW, new byte[8]))
          .writeTo(folder.resolve("other"));
      try (var inventory = take(folder)) {
        assertThat(codes(onlySeries(inventory).refusals())).containsExactly("INT-006");
      }
    }

    @Test
    void two_patients_studies_and_spaces_in_one_series_are_refused_together() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("1"));
      CtFile.slice(2)
          .with(
              builder ->
                  builder
                      .text(Tag.PATIENT_ID, Vr.LO, "P-2")
                      .uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.4"))
                      .uid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.4.9")))
          .writeTo(folder.resolve("2"));
      try (var inventory = take(folder)) {
        var series = onlySeries(inventory);
        assertThat(codes(series.refusals())).containsExactly("INT-007", "INT-008", "INT-009");
        assertThat(series.refusals().getFirst().message()).contains("P-1, P-2");
        assertThat(inventory.studies().getFirst().readableCt()).isEmpty();
      }
    }

    @Test
    void two_patients_in_two_series_of_one_study_refuse_both() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("1"));
      CtFile.slice(2)
          .with(
              builder ->
                  builder
                      .text(Tag.PATIENT_ID, Vr.LO, "P-2")
                      .uid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.2")))
          .writeTo(folder.resolve("2"));
      try (var inventory = take(folder)) {
        assertThat(inventory.studies().getFirst().series())
            .hasSize(2)
            .allSatisfy(each -> assertThat(codes(each.refusals())).containsExactly("INT-007"));
      }
    }

    @Test
    void an_object_without_series_uid_is_left_alone() throws IOException {
      CtFile.slice(1)
          .with(builder -> builder.remove(Tag.SERIES_INSTANCE_UID))
          .writeTo(folder.resolve("1"));
      try (var inventory = take(folder)) {
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-004");
        assertThat(inventory.leftAlone().getFirst().message())
            .contains("Series Instance UID (0020,000E)")
            .doesNotContain("Study");
      }
    }
  }

  @Nested
  class An_archive {

    private Path zip(Charset names, String... entries) throws IOException {
      var file = folder.resolve("study.zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
        for (int n = 0; n < entries.length; n++) {
          zip.putNextEntry(new ZipEntry(entries[n]));
          zip.write(CtFile.slice(n + 1).bytes());
          zip.closeEntry();
        }
      }
      return file;
    }

    @Test
    void with_names_in_gbk_is_read() throws IOException {
      try (var inventory = take(zip(Charset.forName("GBK"), "胸部/一.dcm", "胸部/二.dcm"))) {
        var series = onlySeries(inventory);
        assertThat(series.instanceCount()).isEqualTo(2);
        assertThat(series.instances().getFirst().source().read(DicomReader.Depth.WHOLE))
            .isInstanceOf(DicomParse.Parsed.class);
      }
    }

    @Test
    void inside_an_archive_is_named_and_not_opened() throws IOException {
      var inner = Files.readAllBytes(zip(StandardCharsets.UTF_8, "1.dcm"));
      var outer = folder.resolve("outer.zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(outer))) {
        zip.putNextEntry(new ZipEntry("inner.zip"));
        zip.write(inner);
      }
      try (var inventory = take(outer)) {
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-010");
        assertThat(codes(inventory.refusals())).containsExactly("INT-015");
      }
    }

    @Test
    void that_is_a_bomb_is_refused() throws IOException {
      var file = folder.resolve("bomb.zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zeros(zip, "one", 140);
        zeros(zip, "two", 140);
      }
      try (var inventory = take(file)) {
        assertThat(codes(inventory.refusals())).containsExactly("INT-011");
        assertThat(inventory.fileCount()).isZero();
      }
    }

    private static void zeros(ZipOutputStream zip, String name, int mebibytes) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      OutputStream out = zip;
      for (int n = 0; n < mebibytes; n++) {
        out.write(new byte[1 << 20]);
      }
      zip.closeEntry();
    }

    @Test
    void cut_short_is_refused() throws IOException {
      var file = zip(StandardCharsets.UTF_8, "1.dcm", "2.dcm");
      var bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      try (var inventory = take(file)) {
        assertThat(codes(inventory.refusals())).containsExactly("INT-012");
      }
    }
  }

  @Nested
  class A_single_file {

    @Test
    void of_dicom_is_a_study_of_one_instance() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("one.dcm"));
      try (var inventory = take(folder.resolve("one.dcm"))) {
        assertThat(onlySeries(inventory).instances().getFirst().source().name())
            .isEqualTo("one.dcm");
      }
    }

    @Test
    void of_nifti_is_handed_on_as_it_is() throws IOException {
      var file = Files.write(folder.resolve("ct.nii.gz"), new byte[] {0x1f, (byte) 0x8b});
      try (var inventory = take(file)) {
        assertThat(inventory.niftiFile()).contains(file);
        assertThat(inventory.refusals()).isEmpty();
      }
    }
  }

  @Nested
  class A_dicomdir {

    private void index(String... parts) throws IOException {
      var record =
          org.hilum.imaging.dicom.DataSet.builder()
              .text(Tag.DIRECTORY_RECORD_TYPE, Vr.CS, "IMAGE")
              .text(Tag.REFERENCED_FILE_ID, Vr.CS, parts)
              .build();
      new CtFile(
              org.hilum.imaging.dicom.DataSet.builder()
                  .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.1.3.10"))
                  .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.99"))
                  .items(Tag.DIRECTORY_RECORD_SEQUENCE, record)
                  .build())
          .writeTo(folder.resolve("DICOMDIR"));
    }

    @Test
    void names_its_files_in_another_case() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("images/im1"));
      CtFile.slice(2).writeTo(folder.resolve("not-in-the-index"));
      index("IMAGES", "IM1");
      try (var inventory = take(folder.resolve("DICOMDIR"))) {
        assertThat(onlySeries(inventory).instanceCount()).isEqualTo(1);
      }
    }

    @Test
    void that_names_a_missing_file_says_which() throws IOException {
      index("IMAGES", "IM1");
      try (var inventory = take(folder.resolve("DICOMDIR"))) {
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-014");
        assertThat(inventory.leftAlone().getFirst().where()).isEqualTo("IMAGES/IM1");
      }
    }

    @Test
    void cannot_lead_out_of_its_folder() throws IOException {
      CtFile.slice(1).writeTo(folder.resolve("outside"));
      Files.createDirectories(folder.resolve("disc"));
      index("..", "outside");
      Files.move(folder.resolve("DICOMDIR"), folder.resolve("disc/DICOMDIR"));
      try (var inventory = take(folder.resolve("disc/DICOMDIR"))) {
        assertThat(inventory.studies()).isEmpty();
        assertThat(codes(inventory.leftAlone())).containsExactly("INT-014");
      }
    }
  }
}
