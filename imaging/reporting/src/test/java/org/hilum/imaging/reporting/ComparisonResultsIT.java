package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hilum.fixtures.Peer;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs of others say of the DICOM objects of a comparison. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonResultsIT {

  private static final Path PIXELMED = Path.of("/usr/share/java/pixelmed.jar");

  /** Inside the grids of {@link Shift}, one of them near an edge. */
  private static final List<PatientPoint> LANDMARKS =
      List.of(
          new PatientPoint(96, 38, 95),
          new PatientPoint(-98.4, 33.3, 72.7),
          new PatientPoint(-84, -28, 218),
          new PatientPoint(70, 10, 199.5),
          new PatientPoint(-140, 61, 275));

  @TempDir Path folder;

  /** What is compared. */
  enum Case {
    TWO_DATES(ComparisonExample.twoDates()),
    THREE_DATES(ComparisonExample.threeDates()),
    TILTED(ComparisonExample.twoDates(ChestGrids.TILTED, ChestGrids.FEET_FIRST)),
    BENT(bent()),
    SCANTY_HEADER(
        new ComparedFindings(
            ComparisonExample.twoDates().comparison(),
            ComparisonExample.twoDates().readings().stream()
                .map(
                    findings ->
                        DicomExample.withHeader(
                            findings,
                            header ->
                                header
                                    .remove(Tag.FRAME_OF_REFERENCE_UID)
                                    .remove(Tag.PATIENT_SEX)
                                    .remove(Tag.STUDY_TIME)))
                .toList()));

    final ComparedFindings findings;

    Case(ComparedFindings findings) {
      this.findings = findings;
    }
  }

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
  @Test
  void dciodvfy_warns_of_nothing_but_our_own_codes() throws IOException {
    var dciodvfy = Peer.require("dciodvfy", "dicom3tools");
    var warnings = new ArrayList<String>();
    for (var object : write(Case.TWO_DATES.findings).objects()) {
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
  void dcentvfy_finds_both_sources_and_the_results_to_be_of_one_patient() throws IOException {
    var dcentvfy = Peer.require("dcentvfy", "dicom3tools");
    var findings = Case.TWO_DATES.findings;
    write(findings);
    for (var reading : findings.readings()) {
      DicomExample.writeSource(reading, folder.resolve(reading.studyName()));
    }
    var answer = dcentvfy.run(files());
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
    // It takes the accession number for one of the series where an image may have a request of its
    // own, and for one of the study in a report.
    assertThat(answer.output().lines().filter(line -> !line.contains("<AccessionNumber>")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TWO_DATES", "THREE_DATES"})
  void pixelmed_finds_the_report_to_follow_its_template(Case example) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(PIXELMED),
        "skipped: PixelMed is not installed (Debian package libpixelmed-java)");
    write(example.findings);
    var answer =
        DicomResultsIT.java17().run(DicomResultsIT.validation(folder.resolve("comparison-sr.dcm")));
    assertThat(answer.output()).contains("Found Root Template TID_1500", "IOD validation complete");
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
    // Its templates are older than the qualitative evaluations that groups may hold today.
    assertThat(
            answer
                .output()
                .lines()
                .filter(line -> line.startsWith("Warning"))
                .filter(line -> !line.contains("/CODE (COURSE,99HILUM"))
                .filter(line -> !line.contains("/CODE (FATE,99HILUM")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TWO_DATES", "TILTED", "BENT"})
  void pydicom_moves_landmarks_to_the_same_place(Case example) throws IOException {
    var python = DicomResultsIT.pydicom();
    write(example.findings);
    var alignment = example.findings.lastPair().alignment();
    var arguments = new ArrayList<String>(List.of("-c", MOVE, folder.toString()));
    for (var prior : LANDMARKS) {
      arguments.add(words(prior) + "," + words(alignment.toCurrent(prior)));
    }
    var answer = python.run(arguments);
    assertThat(answer.output().strip()).endsWith("5 landmarks agree both ways");
  }

  /**
   * Follows PS3.3 C.20.3.1.1 by itself: matrix, grid between its points, matrix; then the affine
   * object, which must lead the prior's frame into the current's.
   */
  private static final String MOVE =
      """
      import sys, numpy as np, pydicom
      folder = sys.argv[1]
      pairs = [np.array([float(x) for x in a.split(',')]) for a in sys.argv[2:]]
      def matrix(sequence):
          return np.array(sequence[0].FrameOfReferenceTransformationMatrix, float).reshape(4, 4)
      def moved(name, x):
          item = pydicom.dcmread(folder + '/' + name).DeformableRegistrationSequence[0]
          grid = item.DeformableRegistrationGridSequence[0]
          nx, ny, nz = grid.GridDimensions
          vectors = np.frombuffer(grid.VectorGridData, '<f4').reshape(nz, ny, nx, 3)
          row, column = np.array(grid.ImageOrientationPatient, float).reshape(2, 3)
          axes = np.array([row, column, np.cross(row, column)])
          at = axes @ (x - np.array(grid.ImagePositionPatient, float)) / np.array(grid.GridResolution)
          low = np.floor(at).astype(int); share = at - low
          offset = np.zeros(3)
          for corner in np.ndindex(2, 2, 2):
              c = np.array(corner)
              weight = np.prod(np.where(c == 1, share, 1 - share))
              i, j, k = low + c
              offset += weight * vectors[k, j, i]
          pre = matrix(item.PreDeformationMatrixRegistrationSequence) @ np.append(x, 1)
          post = matrix(item.PostDeformationMatrixRegistrationSequence)
          return (post @ np.append(pre[:3] + offset, 1))[:3]
      agree = 0
      for pair in pairs:
          prior, current = pair[:3], pair[3:]
          forth = np.abs(moved('deformation-back-1-2.dcm', prior) - current).max()
          back = np.abs(moved('deformation-1-2.dcm', current) - prior).max()
          assert forth < 0.05 and back < 0.05, (pair, forth, back)
          agree += 1
      affine = pydicom.dcmread(folder + '/registration-1-2.dcm')
      deformed = pydicom.dcmread(folder + '/deformation-1-2.dcm')
      assert affine.FrameOfReferenceUID == deformed.FrameOfReferenceUID
      current, prior = affine.RegistrationSequence
      assert current.FrameOfReferenceUID == affine.FrameOfReferenceUID
      assert prior.FrameOfReferenceUID == deformed.DeformableRegistrationSequence[0].SourceFrameOfReferenceUID
      led = matrix(prior.MatrixRegistrationSequence[0].MatrixSequence) @ np.array([0, 0, 0, 1])
      assert np.abs(led[:3] - np.array([6, -4, 13])).max() < 1e-9, led
      print(agree, 'landmarks agree both ways')
      """;

  private static String words(PatientPoint point) {
    return String.format(Locale.ROOT, "%.9f,%.9f,%.9f", point.x(), point.y(), point.z());
  }

  /** Two dates whose alignment is more than its affine part. */
  private static ComparedFindings bent() {
    return aligned(ComparisonExample.twoDates(), Shift.bent(6, -4, 13, 3));
  }

  static ComparedFindings aligned(ComparedFindings findings, Alignment alignment) {
    var comparison = findings.comparison();
    var pair = findings.lastPair();
    return new ComparedFindings(
        new Comparison(
            comparison.readings(),
            List.of(
                new PairComparison(
                    pair.prior(),
                    pair.current(),
                    pair.days(),
                    alignment,
                    pair.regions(),
                    pair.remarks())),
            comparison.lesions(),
            comparison.course()),
        findings.readings());
  }

  private DicomResults write(ComparedFindings findings) throws IOException {
    return new ComparisonDicomWriter()
        .write(findings, Language.ENGLISH, DicomExample.page(), folder);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
  }
}
