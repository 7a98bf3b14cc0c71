package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.server.command.ExitStatus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvaluateTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Hilum.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private String manifest(String text) throws IOException {
    var file = folder.resolve("manifest.csv");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void the_help_names_every_column() {
    run("evaluate", "--help");
    assertThat(out.toString())
        .contains(
            "case",
            "image",
            "lungs",
            "opacity",
            "lesionFree",
            "patient",
            "group",
            "network",
            "spacingKnown",
            "worst/*.png");
  }

  @Test
  void a_manifest_with_faults_is_refused_with_all_of_them_and_nothing_is_written()
      throws IOException {
    var results = folder.resolve("results");
    int status =
        run(
            "evaluate",
            manifest("case,image,lungs\none,nowhere.nii.gz,none.nii.gz\n"),
            "--out",
            results.toString());

    assertThat(status).isEqualTo(ExitStatus.REFUSED);
    assertThat(err.toString())
        .contains("line 2, column image")
        .contains("line 2, column lungs")
        .contains("./hilum evaluate --help");
    assertThat(results).doesNotExist();
  }

  @Test
  void a_drawn_chest_without_a_mask_that_fits_is_a_row_and_exit_status_says_so()
      throws IOException {
    var grid = ScanGrid.axial(96, 72, 60, 4, 5);
    var drawing = TwoLungPhantom.healthy().draw(grid.geometry());
    NiftiWriter.write(drawing.volume(), folder.resolve("ct.nii.gz"));
    NiftiWriter.write(drawing.lungs(), folder.resolve("lungs.nii.gz"));
    NiftiWriter.write(
        LabelRaster.empty(ScanGrid.axial(96, 72, 60, 4.4, 5).geometry()),
        folder.resolve("other.nii.gz"));
    var results = folder.resolve("results");

    int status =
        run(
            "evaluate",
            manifest(
                "case,image,lungs,lesionFree\n"
                    + "fits,ct.nii.gz,lungs.nii.gz,true\n"
                    + "other,ct.nii.gz,other.nii.gz,true\n"),
            "--json",
            "--out",
            results.toString());

    assertThat(status).isEqualTo(ExitStatus.REFUSED);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/cases/1/outcome").asText()).isEqualTo("refused");
    assertThat(json.at("/cases/1/reasons/0/code").asText()).isEqualTo("EVA-004");
    // Plain ellipsoids: enough to see that the whole line ran, no measure of the network.
    assertThat(json.at("/cases/0/figures/lungDice").asDouble()).isGreaterThan(0.8);
    assertThat(results.resolve("summary.md")).exists();
    assertThat(results.resolve("cases.csv")).exists();
    assertThat(results.resolve("worst").resolve("lung-1-fits.png")).exists();
  }
}
