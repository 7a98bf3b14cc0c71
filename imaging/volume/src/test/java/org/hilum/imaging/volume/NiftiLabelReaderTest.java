package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.LabelResult.LabelsRefused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NiftiLabelReaderTest {

  private static final VolumeGeometry GRID =
      new VolumeGeometry(
          new PatientPoint(-10, 20, 30),
          new Vector3(1, 0, 0),
          new Vector3(0, 1, 0),
          new Vector3(0, 0, 1),
          0.75,
          0.5,
          2,
          4,
          3,
          2);

  @TempDir Path folder;

  private static String codeOf(LabelResult result) {
    assertThat(result).isInstanceOf(LabelsRefused.class);
    return ((LabelsRefused) result).reasons().getFirst().code().code();
  }

  @Test
  void labels_come_back_with_their_place() throws IOException {
    var mask = LabelRaster.empty(GRID);
    mask.labels()[1][5] = 2;
    mask.labels()[0][11] = (byte) 255;
    var file = folder.resolve("mask.nii.gz");
    NiftiWriter.write(mask, file);

    var result = NiftiLabelReader.read(file);

    assertThat(result).isInstanceOf(LabelsRead.class);
    var read = ((LabelsRead) result).labels();
    assertThat(read.labels()).isDeepEqualTo(mask.labels());
    assertThat(read.geometry().point(1, 2, 3)).isEqualTo(GRID.point(1, 2, 3));
  }

  @Test
  void numbers_that_are_no_labels_are_refused() throws IOException {
    var file = folder.resolve("probability.nii");
    var values = new float[2][12];
    values[1][3] = 0.5f;
    NiftiWriter.write(GRID, values, file);

    assertThat(codeOf(NiftiLabelReader.read(file))).isEqualTo("VOL-087");
  }

  @Test
  void negative_numbers_are_no_labels() throws IOException {
    var file = folder.resolve("ct.nii");
    var values = new float[2][12];
    values[0][0] = -1000;
    NiftiWriter.write(GRID, values, file);

    assertThat(codeOf(NiftiLabelReader.read(file))).isEqualTo("VOL-087");
  }

  @Test
  void a_file_cut_short_is_refused() throws IOException {
    var file = folder.resolve("mask.nii");
    NiftiWriter.write(LabelRaster.empty(GRID), file);
    var bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));

    assertThat(codeOf(NiftiLabelReader.read(file))).isEqualTo("VOL-080");
  }
}
