package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.fixtures.Peer;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NiftiIT {

  @TempDir Path folder;

  private static Peer nibabel() {
    var python = Peer.require("/usr/bin/python3", "python3-nibabel");
    Assumptions.assumeTrue(
        python.run(List.of("-c", "import nibabel")).exitCode() == 0,
        "skipped: nibabel is not installed (Debian package python3-nibabel)");
    return python;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covid-01", "covid-02", "covid-03", "covid-04", "covid-05", "covid-06", "covid-07",
        "covid-08", "covid-09", "covid-10", "lctsc-00", "lctsc-01", "lctsc-02", "lctsc-03",
        "lctsc-04", "lctsc-05", "lctsc-06"
      })
  void training_volumes_are_hounsfield_units(String name) throws IOException {
    var file = SharedData.require("ct/training/" + name + "/ct.nii.gz");
    var result = NiftiReader.read(file);
    assertThat(result).isInstanceOf(VolumeBuilt.class);
    var built = (VolumeBuilt) result;
    int lowest = Short.MAX_VALUE;
    int highest = Short.MIN_VALUE;
    for (var slice : built.volume().hu()) {
      for (short value : slice) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    assertThat(lowest).isBetween(-1350, -990);
    assertThat(highest).isEqualTo(150);
    assertThat(built.deviations()).extracting(each -> each.code().code()).contains("VOL-045");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ct/training/covid-01/lesion.nii.gz",
        "ct/training/covid-01/lung.nii.gz",
        "ct/lobe-template/lung_template_mask.nii.gz"
      })
  void masks_are_not_taken_for_ct(String name) throws IOException {
    var result = NiftiReader.read(SharedData.require(name));
    assertThat(result).isInstanceOf(VolumeRefused.class);
    assertThat(((VolumeRefused) result).reasons())
        .extracting(each -> each.code().code())
        .contains("VOL-012");
  }

  @Test
  void nibabel_reads_the_same_numbers_at_the_same_place() throws IOException {
    var python = nibabel();
    var file = SharedData.require("ct/training/lctsc-00/ct.nii.gz");
    var volume = ((VolumeBuilt) NiftiReader.read(file)).volume();
    var ours = folder.resolve("ours.nii.gz");
    NiftiWriter.write(volume, ours);
    var answer =
        python.run(
            List.of(
                "-c",
                """
                import sys, nibabel, numpy
                a, b = nibabel.load(sys.argv[1]), nibabel.load(sys.argv[2])
                x, y = numpy.asarray(a.dataobj), numpy.asarray(b.dataobj)
                assert x.shape == y.shape
                assert numpy.array_equal(numpy.floor(x + 0.5), y), abs(x - y).max()
                assert numpy.array_equal(a.affine, b.affine), (a.affine, b.affine)
                assert numpy.allclose(b.get_qform(), b.affine, atol=1e-3)
                print('same')
                """,
                file.toString(),
                ours.toString()));
    assertThat(answer.output()).contains("same");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L P H", "R A H", "R P F", "A F R", "P F L", "L F P", "L A H"})
  void nibabel_finds_the_same_place_by_quaternion_as_by_affine(String axes) throws IOException {
    var python = nibabel();
    var direction = axes.split(" ");
    var geometry =
        new VolumeGeometry(
            new PatientPoint(-11.5, 7.25, 301),
            unit(direction[0]),
            unit(direction[1]),
            unit(direction[2]),
            0.7,
            0.9,
            2.5,
            5,
            4,
            3);
    var file = folder.resolve("mask.nii.gz");
    NiftiWriter.write(LabelRaster.empty(geometry), file);
    var answer =
        python.run(
            List.of(
                "-c",
                """
                import sys, nibabel, numpy
                a = nibabel.load(sys.argv[1])
                # half a turn leaves a = sqrt(1 - b2 - c2 - d2) to single-precision rounding
                assert numpy.allclose(a.get_qform(), a.get_sform(), atol=2e-3), (a.get_qform(), a.get_sform())
                print(''.join(nibabel.aff2axcodes(a.affine)), [float(v) for v in a.affine[:3, 3]])
                """,
                file.toString()));
    var ras = axes.replace(" ", "").replace('H', 'S').replace('F', 'I');
    assertThat(answer.output().strip()).isEqualTo(ras + " [11.5, -7.25, 301.0]");
  }

  private static Vector3 unit(String towards) {
    return switch (towards) {
      case "L" -> new Vector3(1, 0, 0);
      case "R" -> new Vector3(-1, 0, 0);
      case "P" -> new Vector3(0, 1, 0);
      case "A" -> new Vector3(0, -1, 0);
      case "H" -> new Vector3(0, 0, 1);
      default -> new Vector3(0, 0, -1);
    };
  }
}
