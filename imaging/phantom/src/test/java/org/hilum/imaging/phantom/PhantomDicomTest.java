package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomDicomTest {

  private static final ScanIdentity IDENTITY = ScanIdentity.phantom(LocalDate.of(2020, 2, 12));
  private static final ScanGrid GRID =
      new ScanGrid(
          SlicePlane.HEAD_FIRST_SUPINE, 50, 40, 6, 3.1, 2.7, 4, 0, new PatientPoint(60, 10, -40));

  @TempDir Path folder;

  private static PhantomScan scan(ScanGrid grid) {
    return ChestPhantom.standard(3).draw(grid, ScanProtocol.standard(3));
  }

  private static DicomObject read(Path file) throws IOException {
    var parsed = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parsed).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parsed).object();
  }

  private static short[] hu(DicomObject object, int frame, DataSet rescale) {
    var decoded = FrameDecoder.decode(object, frame);
    assertThat(decoded).isInstanceOf(FrameDecode.Decoded.class);
    var stored = ((FrameDecode.Decoded) decoded).frame();
    var hu = new short[stored.samples().length];
    double intercept = rescale.number(Tag.RESCALE_INTERCEPT).orElseThrow();
    double slope = rescale.number(Tag.RESCALE_SLOPE).orElseThrow();
    for (int n = 0; n < hu.length; n++) {
      hu[n] = (short) (stored.value(n) * slope + intercept);
    }
    return hu;
  }

  @ParameterizedTest
  @EnumSource(SlicePlane.class)
  void images_read_back_to_the_same_hu_at_the_same_places(SlicePlane plane) throws IOException {
    var scan = scan(GRID.in(plane));
    var files = PhantomDicom.write(scan, IDENTITY, folder);
    assertThat(files).hasSize(6);
    for (int k = 0; k < 6; k++) {
      var object = read(files.get(k));
      var header = object.dataSet();
      assertThat(hu(object, 0, header)).isEqualTo(scan.volume().hu()[k]);
      var corner = scan.volume().geometry().point(k, 0, 0);
      assertThat(header.numbers(Tag.IMAGE_POSITION_PATIENT))
          .containsExactly(new double[] {corner.x(), corner.y(), corner.z()}, within(1e-9));
      assertThat(header.numbers(Tag.PIXEL_SPACING)).containsExactly(2.7, 3.1);
      assertThat(header.text(Tag.PATIENT_POSITION)).contains(plane.patientPosition().name());
    }
  }

  @Test
  void a_tilted_scan_says_its_tilt_and_moves_straight_along_the_table() throws IOException {
    var files = PhantomDicom.write(scan(GRID.tilted(-15)), IDENTITY, folder);
    var first = read(files.get(0)).dataSet();
    var second = read(files.get(1)).dataSet();
    assertThat(first.number(Tag.GANTRY_DETECTOR_TILT).orElseThrow()).isCloseTo(-15, within(1e-6));
    var a = first.numbers(Tag.IMAGE_POSITION_PATIENT);
    var b = second.numbers(Tag.IMAGE_POSITION_PATIENT);
    assertThat(new double[] {b[0] - a[0], b[1] - a[1], b[2] - a[2]})
        .containsExactly(new double[] {0, 0, 4}, within(1e-9));
    assertThat(first.number(Tag.SPACING_BETWEEN_SLICES).orElseThrow())
        .isCloseTo(4 * Math.cos(Math.toRadians(15)), within(1e-6));
  }

  @Test
  void the_patient_is_plainly_synthetic() throws IOException {
    var header = read(PhantomDicom.write(scan(GRID), IDENTITY, folder).getFirst()).dataSet();
    assertThat(header.text(Tag.PATIENT_NAME)).contains("Phantom^Hilum");
    assertThat(header.text(Tag.PATIENT_ID)).contains("HILUM-PHANTOM-1");
    assertThat(header.text(Tag.PATIENT_COMMENTS)).contains("Drawn by Hilum; not a patient");
    assertThat(header.text(Tag.STUDY_DESCRIPTION).orElseThrow()).startsWith("Synthetic");
    assertThat(header.text(Tag.SERIES_DESCRIPTION).orElseThrow()).startsWith("Synthetic");
    assertThat(header.text(Tag.STUDY_DATE)).contains("20200212");
  }

  @Test
  void the_same_scan_gives_the_same_objects_and_another_one_others() throws IOException {
    var first = PhantomDicom.write(scan(GRID), IDENTITY, folder.resolve("a"));
    var again = PhantomDicom.write(scan(GRID), IDENTITY, folder.resolve("b"));
    var other = PhantomDicom.write(scan(GRID.tilted(5)), IDENTITY, folder.resolve("c"));
    for (int k = 0; k < 6; k++) {
      assertThat(Files.mismatch(first.get(k), again.get(k))).isEqualTo(-1);
    }
    var uids =
        List.of(first, other).stream()
            .map(List::getFirst)
            .map(PhantomDicomTest::header)
            .map(header -> header.uid(Tag.SERIES_INSTANCE_UID).orElseThrow())
            .distinct();
    assertThat(uids).hasSize(2);
  }

  private static DataSet header(Path file) {
    try {
      return read(file).dataSet();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Test
  void a_scout_is_a_localizer_of_the_same_study_seen_from_the_front() throws IOException {
    var file = PhantomDicom.writeScout(scan(GRID), IDENTITY.series(1, "scout"), folder);
    var header = read(file).dataSet();
    assertThat(header.texts(Tag.IMAGE_TYPE)).contains("LOCALIZER");
    assertThat(header.numbers(Tag.IMAGE_ORIENTATION_PATIENT)).containsExactly(1, 0, 0, 0, 0, -1);
    assertThat(header.uid(Tag.STUDY_INSTANCE_UID)).contains(IDENTITY.studyInstanceUid());
    assertThat(header.integer(Tag.ROWS)).hasValue(6);
  }

  @Test
  void an_enhanced_object_holds_every_slice_as_a_frame_with_its_place() throws IOException {
    var scan = scan(GRID.in(SlicePlane.FEET_FIRST_SUPINE));
    var object = read(PhantomDicom.writeEnhanced(scan, IDENTITY.series(3, "enhanced"), folder));
    var shared = object.dataSet().item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElseThrow();
    var rescale = shared.item(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE).orElseThrow();
    var frames = object.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    assertThat(frames).hasSize(6);
    for (int k = 0; k < 6; k++) {
      assertThat(hu(object, k, rescale)).isEqualTo(scan.volume().hu()[k]);
      var corner = scan.volume().geometry().point(k, 0, 0);
      var position = frames.get(k).item(Tag.PLANE_POSITION_SEQUENCE).orElseThrow();
      assertThat(position.numbers(Tag.IMAGE_POSITION_PATIENT))
          .containsExactly(new double[] {corner.x(), corner.y(), corner.z()}, within(1e-9));
    }
  }

  @Test
  void studies_of_a_course_lie_in_folders_by_date_with_scout_and_chest() throws IOException {
    var studies = DemoStudies.write(PhantomCourse.demo(), GRID, ScanProtocol.standard(4), folder);
    assertThat(studies).hasSize(2);
    for (var study : studies) {
      assertThat(study.folder().getFileName()).hasToString(study.moment().date().toString());
      assertThat(study.folder().resolve("scout/scout.dcm")).exists();
      assertThat(study.folder().resolve("chest/ct-0006.dcm")).exists();
    }
  }
}
