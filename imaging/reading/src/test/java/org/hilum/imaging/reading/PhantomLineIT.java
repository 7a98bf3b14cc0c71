package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.phantom.ChestPhantom;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole line, with the real network, on drawn chests written as DICOM. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PhantomLineIT {

  private static final ScanGrid GRID =
      ScanGrid.axial(160, 160, 79, 2.4, 4).about(new PatientPoint(0, 8, -44));
  private static final ScanProtocol PROTOCOL = ScanProtocol.standard(4);

  private static final LocalDate DAY = LocalDate.of(2020, 2, 20);

  private static Line line;
  private static PhantomScan scan;
  private static Path ct;
  private static StudyRead upright;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void read_the_upright_chest_once() throws IOException {
    line = new Line();
    scan = ill().draw(GRID, PROTOCOL);
    ct = written(scan, shared.resolve("ct"));
    upright = (StudyRead) line.read(ct, shared.resolve("out")).outcomes().getFirst();
  }

  @AfterAll
  static void close() {
    line.close();
  }

  private static ChestPhantom ill() {
    return PhantomCourse.demo().chestAt(1);
  }

  private static Path written(PhantomScan scan, Path place) throws IOException {
    PhantomDicom.write(scan, ScanIdentity.phantom(DAY), place);
    return place;
  }

  private StudyRead read(Path input) throws IOException {
    var result = line.read(input, folder.resolve("out"));
    assertThat(result.outcomes()).singleElement().isInstanceOf(StudyRead.class);
    return (StudyRead) result.outcomes().getFirst();
  }

  private static double percent(ChestMeasurements measured, Region region) {
    return measured.of(region).of(Quantity.OPACITY_PERCENT).number().orElseThrow();
  }

  private static double volume(ChestMeasurements measured, Region region) {
    return measured.of(region).of(Quantity.VOLUME).number().orElseThrow();
  }

  @Test
  void finds_the_drawn_lungs_and_writes_every_result() {
    var read = upright;
    double drawnMl =
        (scan.lungs().count(1) + scan.lungs().count(2)) * scan.lungs().geometry().voxelMl();
    assertThat(volume(read.findings().measurements(), Region.LUNGS))
        .as("lung volume, mL")
        .isCloseTo(drawnMl, within(0.1 * drawnMl));
    assertThat(percent(read.findings().measurements(), Region.LUNGS))
        .as("opacity, %%")
        .isBetween(3.0, 11.0);
    for (var name :
        new String[] {
          "reading.json",
          "report.pdf",
          "overlay/coronal.png",
          "masks/lungs.nii.gz",
          "masks/opacity.nii.gz",
          "dicom/seg.dcm",
          "dicom/sr.dcm",
          "dicom/sc.dcm",
          "dicom/report.dcm"
        }) {
      assertThat(read.folder().resolve(name)).isNotEmptyFile();
    }
    assertThat(read.times().seconds().keySet())
        .contains("intake", "decode", "segment", "measure", "pages", "dicom");
  }

  @ParameterizedTest
  @EnumSource(
      value = SlicePlane.class,
      names = {"HEAD_FIRST_PRONE", "FEET_FIRST_SUPINE", "FEET_FIRST_PRONE", "NEGATIVE_COLUMN"})
  void the_same_voxels_in_another_order_measure_the_same(SlicePlane plane) throws IOException {
    var turned = Reordered.of(scan, GRID.in(plane).geometry());
    var first = upright.findings().measurements();
    var second = read(written(turned, folder.resolve("turned"))).findings().measurements();
    for (var region : Region.values()) {
      for (var quantity : Quantity.values()) {
        var expected = first.of(region).of(quantity).number();
        var measured = second.of(region).of(quantity).number();
        assertThat(measured.isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          assertThat(measured.getAsDouble())
              .as("%s of %s", quantity, region)
              .isCloseTo(
                  expected.getAsDouble(), within(1e-3 * Math.abs(expected.getAsDouble()) + 1e-9));
        }
      }
    }
  }

  @Test
  void a_mirrored_chest_swaps_left_and_right() throws IOException {
    var plain = upright.findings().measurements();
    var other = ill().mirrored().draw(GRID, PROTOCOL);
    var mirrored = read(written(other, folder.resolve("mirrored"))).findings().measurements();
    for (var side : Side.values()) {
      var here = Region.lung(side);
      var there = Region.lung(side.mirrored());
      assertThat(volume(mirrored, there))
          .as("volume of %s, mL", there)
          .isCloseTo(volume(plain, here), within(0.05 * volume(plain, here)));
      assertThat(percent(mirrored, there))
          .as("opacity of %s, %%", there)
          .isCloseTo(percent(plain, here), within(1.5));
    }
    assertThat(Math.signum(percent(plain, Region.LEFT_LUNG) - percent(plain, Region.RIGHT_LUNG)))
        .as("the fuller side changes")
        .isEqualTo(
            -Math.signum(
                percent(mirrored, Region.LEFT_LUNG) - percent(mirrored, Region.RIGHT_LUNG)));
  }

  @Test
  void a_tilted_gantry_measures_the_same_within_the_sampling() throws IOException {
    var straight = upright.findings().measurements();
    var tilted = read(written(ill().draw(GRID.tilted(12), PROTOCOL), folder.resolve("tilted")));
    assertThat(tilted.findings().deviations()).anyMatch(each -> each.message().contains("tilt"));
    assertThat(volume(tilted.findings().measurements(), Region.LUNGS))
        .as("lung volume, mL")
        .isCloseTo(volume(straight, Region.LUNGS), within(0.06 * volume(straight, Region.LUNGS)));
  }

  @Test
  void enhanced_ct_measures_what_single_frames_do() throws IOException {
    PhantomDicom.writeEnhanced(scan, ScanIdentity.phantom(DAY), folder.resolve("enhanced"));
    var enhanced = read(folder.resolve("enhanced")).findings().measurements();
    var single = upright.findings().measurements();
    assertThat(percent(enhanced, Region.LUNGS)).isEqualTo(percent(single, Region.LUNGS));
    assertThat(volume(enhanced, Region.LEFT_LUNG))
        .isCloseTo(volume(single, Region.LEFT_LUNG), within(0.01));
  }

  @Test
  void a_nifti_file_gets_masks_on_its_own_grid_and_no_dicom() throws IOException {
    var file = folder.resolve("patient-7.nii.gz");
    NiftiWriter.write(scan.volume(), file);
    var read = read(file);
    assertThat(read.studyName()).isEqualTo("patient-7");
    assertThat(read.folder().resolve("masks").resolve("lungs.nii.gz")).isNotEmptyFile();
    assertThat(read.folder().resolve("dicom")).doesNotExist();
    assertThat(read.remarks()).anyMatch(reason -> reason.code().code().equals("REP-001"));
  }

  @Test
  void reading_again_writes_the_same_objects() throws IOException {
    var again = read(ct);
    for (var name : new String[] {"seg.dcm", "sr.dcm", "sc.dcm", "report.dcm"}) {
      assertThat(again.folder().resolve("dicom").resolve(name))
          .hasSameBinaryContentAs(upright.folder().resolve("dicom").resolve(name));
    }
  }

  @Test
  void a_study_that_is_refused_leaves_its_reasons_and_the_others_are_read() throws IOException {
    var input = folder.resolve("mixed");
    written(scan, input.resolve("whole"));
    var few = ScanGrid.axial(160, 160, 5, 2.4, 4).about(new PatientPoint(0, 8, -44));
    PhantomDicom.write(
        ill().draw(few, PROTOCOL),
        ScanIdentity.phantom(LocalDate.of(2020, 2, 28)),
        input.resolve("few"));
    Files.writeString(input.resolve("readme.txt"), "autorun of a viewer");
    var result = line.read(input, folder.resolve("out"));
    assertThat(result.outcomes()).hasSize(2);
    assertThat(result.outcomes()).filteredOn(StudyRead.class::isInstance).hasSize(1);
    assertThat(result.outcomes())
        .filteredOn(StudyRefused.class::isInstance)
        .singleElement()
        .satisfies(
            refused -> {
              var folderOfRefused = ((StudyRefused) refused).folder();
              assertThat(Files.readString(folderOfRefused.resolve("reading.json")))
                  .contains("\"refused\"");
            });
    assertThat(result.leftAlone()).isNotEmpty();
    assertThat(result.hasRefusal()).isTrue();
    assertThat(result.hasFault()).isFalse();
  }

  @Test
  void a_fault_of_one_study_is_told_and_leaves_no_rest() throws IOException {
    var out = folder.resolve("out");
    var result =
        line.read(
            ct,
            out,
            (study, step, fraction) -> {
              if (step == ReadingStep.QUANTIFICATION) {
                throw new IllegalStateException("the power failed");
              }
            });
    assertThat(result.outcomes()).singleElement().isInstanceOf(StudyFailed.class);
    try (var left = Files.list(out)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_study_is_told_series_by_series_without_reading_it() throws IOException {
    var study = folder.resolve("study");
    written(scan, study.resolve("chest"));
    PhantomDicom.writeScout(
        scan, ScanIdentity.phantom(DAY).series(1, "scout"), study.resolve("scout"));
    try (var inventory = StudyIntake.take(study, done -> {})) {
      var report = StudyReport.of(inventory.studies().getFirst());
      assertThat(report.series())
          .extracting(SeriesReport::seriesNumber, SeriesReport::verdict)
          .containsExactlyInAnyOrder(
              tuple("2", SeriesReport.Verdict.WOULD_BE_READ),
              tuple("1", SeriesReport.Verdict.REFUSED));
      assertThat(report.series())
          .filteredOn(series -> series.verdict() == SeriesReport.Verdict.REFUSED)
          .allSatisfy(series -> assertThat(series.reasons()).isNotEmpty());
    }
  }
}
