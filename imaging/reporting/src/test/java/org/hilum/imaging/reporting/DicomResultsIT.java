package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hilum.fixtures.Peer;
import org.hilum.imaging.volume.LabelRaster;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs of others say of the DICOM objects. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomResultsIT {

  private static final Path PIXELMED = Path.of("/usr/share/java/pixelmed.jar");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void dciodvfy_finds_no_error_in_any_object(Case example) throws IOException {
    var dciodvfy = Peer.require("dciodvfy", "dicom3tools");
    for (var object : write(example.findings).objects()) {
      var answer = dciodvfy.run(List.of(object.file().toString()));
      assertThat(answer.output().lines().filter(line -> line.startsWith("Error")))
          .as("%s of %s", object.kind(), example)
          .isEmpty();
    }
  }

  /** It knows no private coding scheme. */
  @ParameterizedTest
  @EnumSource(names = {"DISEASED", "LOBED", "WITH_INTERVALS"})
  void dciodvfy_warns_of_nothing_but_our_own_codes(Case example) throws IOException {
    var dciodvfy = Peer.require("dciodvfy", "dicom3tools");
    var warnings = new ArrayList<String>();
    for (var object : write(example.findings).objects()) {
      dciodvfy
          .run(List.of(object.file().toString()))
          .output()
          .lines()
          .filter(line -> line.startsWith("Warning") && !line.contains("<99HILUM>"))
          .forEach(line -> warnings.add(object.kind() + " " + line));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void dcentvfy_finds_source_and_results_to_be_of_one_patient_and_study() throws IOException {
    var dcentvfy = Peer.require("dcentvfy", "dicom3tools");
    var findings = Case.DISEASED.findings;
    write(findings);
    DicomExample.writeSource(findings, folder);
    var answer = dcentvfy.run(files());
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
    // It takes the accession number for one of the series where an image may have a request of its
    // own, and for one of the study in a report.
    assertThat(answer.output().lines().filter(line -> !line.contains("<AccessionNumber>")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DISEASED", "LOBED", "WITH_INTERVALS"})
  void pixelmed_finds_the_measurement_report_to_follow_its_template(Case example)
      throws IOException {
    Assumptions.assumeTrue(
        Files.exists(PIXELMED),
        "skipped: PixelMed is not installed (Debian package libpixelmed-java)");
    write(example.findings);
    var answer = java17().run(validation(folder.resolve("sr.dcm")));
    assertThat(answer.output()).contains("Found Root Template TID_1500", "IOD validation complete");
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
    assertThat(answer.output().lines().filter(line -> line.startsWith("Warning"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ChestGrids.class)
  void pydicom_reads_the_frames_back_to_the_masks_voxel_for_voxel(ChestGrids grid)
      throws IOException {
    var python = pydicom();
    var findings = DicomExample.lobed(DicomExample.on(DicomExample.odd(grid)));
    write(findings);
    writeMask(findings.segmentation().lungs(), "lungs.raw");
    writeMask(findings.segmentation().opacity(), "opacity.raw");
    writeMask(findings.segmentation().lobes().orElseThrow(), "lobes.raw");
    var geometry = findings.volume().geometry();
    var answer =
        python.run(
            List.of(
                "-c",
                READ_BACK,
                folder.toString(),
                Integer.toString(geometry.slices()),
                geometry.origin().x() + "," + geometry.origin().y() + "," + geometry.origin().z(),
                step(geometry.kDirection().scaled(geometry.kSpacingMm()))));
    assertThat(answer.output().strip()).endsWith("7 segments agree");
  }

  /** Rebuilds both masks from the frames, each put at the slice its position tells. */
  private static final String READ_BACK =
      """
      import sys, numpy as np, pydicom
      folder, slices = sys.argv[1], int(sys.argv[2])
      origin = np.array([float(x) for x in sys.argv[3].split(',')])
      step = np.array([float(x) for x in sys.argv[4].split(',')])
      seg = pydicom.dcmread(folder + '/seg.dcm')
      frames = seg.pixel_array.reshape(int(seg.NumberOfFrames), seg.Rows, seg.Columns)
      masks = {n: np.fromfile(folder + '/' + n + '.raw', np.uint8).reshape(slices, seg.Rows, seg.Columns)
               for n in ('lungs', 'opacity', 'lobes')}
      expected = {'Left lung': ('lungs', 1), 'Right lung': ('lungs', 2),
                  'Ground-glass opacity': ('opacity', 1), 'Consolidation': ('opacity', 2),
                  'Left upper lobe': ('lobes', 1), 'Left lower lobe': ('lobes', 2),
                  'Right lower lobe': ('lobes', 5)}
      read = {s.SegmentNumber: np.zeros_like(masks['lungs']) for s in seg.SegmentSequence}
      for frame, group in zip(frames, seg.PerFrameFunctionalGroupsSequence, strict=True):
          place = np.array(group.PlanePositionSequence[0].ImagePositionPatient, float) - origin
          k = round(float(place @ step / (step @ step)))
          assert np.abs(place - k * step).max() < 1e-3, 'a frame lies between the slices'
          source = group.DerivationImageSequence[0].SourceImageSequence[0]
          assert source.ReferencedSOPInstanceUID.endswith('.' + str(k + 1)), 'wrong source image'
          read[group.SegmentIdentificationSequence[0].ReferencedSegmentNumber][k] = frame
      agree = 0
      for s in seg.SegmentSequence:
          mask, value = expected[s.SegmentLabel]
          assert np.array_equal(read[s.SegmentNumber], masks[mask] == value), s.SegmentLabel
          agree += 1
      print(agree, 'segments agree')
      """;

  /** What is read and written. */
  enum Case {
    DISEASED(DicomExample.diseased()),
    CLEAR(DicomExample.clear()),
    LOBED(DicomExample.lobed(DicomExample.diseased())),
    WITH_INTERVALS(FindingsExample.withIntervals(DicomExample.diseased())),
    TILTED(DicomExample.on(DicomExample.odd(ChestGrids.TILTED))),
    MULTI_FRAME(DicomExample.multiFrame(DicomExample.diseased())),
    NOTHING_OUTLINED(DicomExample.unsegmented(DicomExample.diseased())),
    SCANTY_HEADER(
        DicomExample.withHeader(
            DicomExample.diseased(),
            header ->
                header
                    .remove(org.hilum.imaging.dicom.Tag.FRAME_OF_REFERENCE_UID)
                    .remove(org.hilum.imaging.dicom.Tag.PATIENT_SEX)
                    .remove(org.hilum.imaging.dicom.Tag.STUDY_ID)
                    .remove(org.hilum.imaging.dicom.Tag.STUDY_TIME)));

    final ReadingFindings findings;

    Case(ReadingFindings findings) {
      this.findings = findings;
    }
  }

  private DicomResults write(ReadingFindings findings) throws IOException {
    return new DicomResultWriter().write(findings, DicomExample.page(), folder);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private void writeMask(LabelRaster mask, String name) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name))) {
      for (var slice : mask.labels()) {
        out.write(slice);
      }
    }
  }

  private static String step(org.hilum.imaging.volume.Vector3 vector) {
    return vector.x() + "," + vector.y() + "," + vector.z();
  }

  static List<String> validation(Path file) {
    return List.of(
        "-Xmx5g",
        "-Djdk.xml.xpathTotalOpLimit=0",
        "-Djdk.xml.xpathExprGrpLimit=0",
        "-Djdk.xml.xpathExprOpLimit=0",
        "-cp",
        PIXELMED.toString(),
        "com.pixelmed.validate.DicomSRValidator",
        file.toString());
  }

  static Peer pydicom() {
    var debian = Path.of("/usr/bin/python3");
    var python =
        Files.isExecutable(debian) ? new Peer(debian) : Peer.require("python3", "python3-pydicom");
    Assumptions.assumeTrue(
        python.run(List.of("-c", "import pydicom, numpy")).exitCode() == 0,
        "skipped: pydicom is not installed (Debian package python3-pydicom)");
    return python;
  }

  /** PixelMed's style sheets need a Java that is not newer than 17. */
  static Peer java17() throws IOException {
    var homes = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(homes)) {
      try (Stream<Path> found = Files.list(homes)) {
        var java =
            found
                .filter(home -> home.getFileName().toString().contains("17"))
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .sorted()
                .findFirst();
        if (java.isPresent()) {
          return new Peer(java.get());
        }
      }
    }
    return Peer.require("java", "openjdk-17-jre-headless");
  }
}
