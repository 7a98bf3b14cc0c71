package org.hilum.imaging.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRead;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRefused;
import org.hilum.imaging.evaluation.MaskSource.SegmentChoice;
import org.hilum.imaging.vocabulary.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestReaderTest {

  @TempDir Path folder;

  @BeforeEach
  void put_files_in_place() throws IOException {
    for (var name : List.of("a.nii.gz", "b.nii.gz", "lung.nii.gz", "seg.dcm", "fold0/card.json")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "there");
    }
    Files.createDirectories(folder.resolve("empty"));
  }

  private ManifestResult read(String... lines) throws IOException {
    var file = folder.resolve("manifest.csv");
    Files.writeString(file, String.join("\n", lines));
    return ManifestReader.read(file);
  }

  private List<ManifestRow> rows(String... lines) throws IOException {
    var result = read(lines);
    assertThat(result).isInstanceOf(ManifestRead.class);
    return ((ManifestRead) result).rows();
  }

  private List<String> faults(String... lines) throws IOException {
    var result = read(lines);
    assertThat(result).isInstanceOf(ManifestRefused.class);
    return ((ManifestRefused) result).faults().stream().map(ManifestFault::toString).toList();
  }

  @Nested
  class Reads {

    @Test
    void columns_in_any_order_with_paths_relative_to_the_manifest() throws IOException {
      var row =
          rows(
                  "spacingKnown,lungs,image,case,group,patient,network",
                  "false,lung.nii.gz,a.nii.gz,first,COVID,p1,fold0")
              .getFirst();

      assertThat(row.id()).isEqualTo("first");
      assertThat(row.line()).isEqualTo(2);
      assertThat(row.image()).isEqualTo(folder.resolve("a.nii.gz"));
      assertThat(row.lungs().orElseThrow().file()).isEqualTo(folder.resolve("lung.nii.gz"));
      assertThat(row.opacity()).isEmpty();
      assertThat(row.group()).isEqualTo("COVID");
      assertThat(row.patient()).isEqualTo("p1");
      assertThat(row.network()).contains(folder.resolve("fold0"));
      assertThat(row.spacingKnown()).isFalse();
      assertThat(row.lesionFree()).isFalse();
    }

    @Test
    void a_patient_that_is_not_named_is_the_case() throws IOException {
      var row = rows("case,image,lesionFree", "first,a.nii.gz,yes").getFirst();

      assertThat(row.patient()).isEqualTo("first");
      assertThat(row.spacingKnown()).isTrue();
      assertThat(row.lesionFree()).isTrue();
    }

    @Test
    void quotes_commas_byte_order_mark_windows_lines_and_blank_lines() throws IOException {
      var file = folder.resolve("excel.csv");
      var text = "\uFEFFcase,image,lungs\r\n\r\n\"first, \"\"one\"\"\",a.nii.gz,lung.nii.gz\r\n";
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));

      var row = ((ManifestRead) ManifestReader.read(file)).rows().getFirst();

      assertThat(row.id()).isEqualTo("first, \"one\"");
      assertThat(row.line()).isEqualTo(3);
    }

    @Test
    void segments_by_number_and_side() throws IOException {
      var row = rows("case,image,lungs,opacity", "c,a.nii.gz,seg.dcm#L1+R2,seg.dcm#3").getFirst();

      assertThat(row.lungs().orElseThrow().segments())
          .containsExactly(
              new SegmentChoice(1, Optional.of(Side.LEFT)),
              new SegmentChoice(2, Optional.of(Side.RIGHT)));
      assertThat(row.opacity().orElseThrow().segments())
          .containsExactly(new SegmentChoice(3, Optional.empty()));
    }
  }

  @Nested
  class Refuses {

    @Test
    void all_faults_at_once_by_line_and_column() throws IOException {
      var faults =
          faults(
              "case,image,lungs,lesionFree,network",
              "one,a.nii.gz,nowhere.nii.gz,,",
              "one,missing.nii.gz,lung.nii.gz,perhaps,empty",
              ",b.nii.gz,seg.dcm#x,,",
              "four,b.nii.gz,,,",
              "five,b.nii.gz,lung.nii.gz");

      assertThat(faults)
          .anySatisfy(f -> assertThat(f).startsWith("line 2, column lungs").contains("nowhere"))
          .anySatisfy(f -> assertThat(f).startsWith("line 3, column image").contains("missing"))
          .anySatisfy(
              f -> assertThat(f).startsWith("line 3, column lesionFree").contains("perhaps"))
          .anySatisfy(f -> assertThat(f).startsWith("line 3, column network").contains("card.json"))
          .anySatisfy(f -> assertThat(f).startsWith("line 3, column case").contains("line 2"))
          .anySatisfy(f -> assertThat(f).startsWith("line 4, column case").contains("empty"))
          .anySatisfy(f -> assertThat(f).startsWith("line 4, column lungs").contains("#1+2"))
          .anySatisfy(f -> assertThat(f).startsWith("line 5:").contains("nothing to compare"))
          .anySatisfy(f -> assertThat(f).startsWith("line 6:").contains("3 values"))
          .hasSize(9);
    }

    @Test
    void a_column_that_is_missing_twice_there_or_unknown() throws IOException {
      assertThat(faults("case,lungs,lungs,lesion", "one,lung.nii.gz,lung.nii.gz,x"))
          .anySatisfy(f -> assertThat(f).startsWith("line 1, column image").contains("missing"))
          .anySatisfy(f -> assertThat(f).startsWith("line 1, column lungs").contains("twice"))
          .anySatisfy(f -> assertThat(f).startsWith("line 1, column lesion").contains("opacity"))
          .hasSize(3);
    }

    @Test
    void a_lesion_free_case_with_drawn_opacity() throws IOException {
      assertThat(faults("case,image,opacity,lesionFree", "c,a.nii.gz,lung.nii.gz,true"))
          .singleElement()
          .asString()
          .startsWith("line 2, column lesionFree");
    }

    @Test
    void semicolons_an_empty_file_a_header_alone_and_no_file() throws IOException {
      assertThat(faults("case;image")).first().asString().contains("semicolons");
      assertThat(faults("")).first().asString().contains("empty");
      assertThat(faults("case,image")).first().asString().contains("no case");
      assertThat(ManifestReader.read(folder.resolve("none.csv")))
          .isInstanceOf(ManifestRefused.class);
    }
  }
}
