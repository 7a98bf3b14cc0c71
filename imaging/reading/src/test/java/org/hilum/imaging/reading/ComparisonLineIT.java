package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.phantom.ChestPhantom;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two dates of a drawn chest through reading, comparison and writing, with the real network. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComparisonLineIT {

  private static final ScanGrid GRID =
      ScanGrid.axial(160, 160, 79, 2.4, 4).about(new PatientPoint(0, 8, -44));
  private static final ScanProtocol PROTOCOL = ScanProtocol.standard(4);
  private static final LocalDate FIRST = LocalDate.of(2020, 2, 12);
  private static final LocalDate SECOND = LocalDate.of(2020, 2, 20);

  private static Line line;
  private static Path prior;
  private static Path current;
  private static Path out;
  private static DatesCompared compared;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void compare_the_dates_of_the_demo_once() throws IOException {
    line = new Line();
    prior = written(0, ScanIdentity.phantom(FIRST), shared.resolve("prior"));
    current = written(1, ScanIdentity.phantom(SECOND), shared.resolve("current"));
    out = shared.resolve("out");
    compared = compared(line.compare(List.of(prior, current), out, ComparisonSettings.DEFAULT));
  }

  @AfterAll
  static void close() {
    line.close();
  }

  private static Path written(int moment, ScanIdentity identity, Path place) throws IOException {
    PhantomDicom.write(PhantomCourse.demo().chestAt(moment).draw(GRID, PROTOCOL), identity, place);
    return place;
  }

  private static DatesCompared compared(ComparisonRun run) {
    assertThat(run.comparison()).isInstanceOf(DatesCompared.class);
    return (DatesCompared) run.comparison();
  }

  private static JsonNode json(Path results) throws IOException {
    return new ObjectMapper().readTree(results.resolve("comparison.json").toFile());
  }

  private static Set<String> trackingUids(JsonNode list) {
    var uids = new TreeSet<String>();
    list.forEach(lesion -> uids.add(lesion.get("trackingUid").asText()));
    return uids;
  }

  @Test
  void everything_that_is_promised_lies_in_the_folder() throws IOException {
    assertThat(out.resolve("comparison.pdf")).isNotEmptyFile();
    assertThat(out.resolve("overlay").resolve("course.png")).isNotEmptyFile();
    assertThat(out.resolve("dicom"))
        .isDirectoryContaining("glob:**/registration-1-2.dcm")
        .isDirectoryContaining("glob:**/deformation-1-2.dcm")
        .isDirectoryContaining("glob:**/comparison-sr.dcm");
    assertThat(json(out).get("status").asText()).isEqualTo("compared");
    try (var readings = Files.list(out.resolve("readings"))) {
      assertThat(readings)
          .hasSize(2)
          .allSatisfy(reading -> assertThat(reading.resolve("reading.json")).exists());
    }
  }

  @Test
  void the_lungs_lie_on_each_other_without_a_fold() {
    var quality = compared.findings().lastPair().alignment().quality();
    assertThat(quality.overlap()).isGreaterThan(0.95);
    assertThat(quality.foldedPercent()).isZero();
  }

  @Test
  void a_lesion_has_the_identifier_that_its_first_reading_gave_it() throws IOException {
    var first = readingOf(FIRST);
    var inFirst = trackingUids(first.get("lesions"));
    for (var lesion : json(out).get("lesions")) {
      var volumes = lesion.get("volumeMl");
      if (!volumes.get(0).isNull()) {
        assertThat(inFirst).contains(lesion.get("trackingUid").asText());
      }
    }
  }

  private static JsonNode readingOf(LocalDate date) throws IOException {
    try (var readings = Files.list(out.resolve("readings"))) {
      for (var reading : readings.toList()) {
        var told = new ObjectMapper().readTree(reading.resolve("reading.json").toFile());
        if (told.at("/study/date").asText().equals(date.toString())) {
          return told;
        }
      }
    }
    throw new AssertionError("no reading of " + date);
  }

  @Test
  void the_order_of_the_arguments_makes_no_difference_where_dates_are_known() throws IOException {
    var turned = folder.resolve("turned");
    line.compare(List.of(current, prior), turned, ComparisonSettings.DEFAULT);
    assertThat(json(turned).get("lesions")).isEqualTo(json(out).get("lesions"));
    assertThat(json(turned).get("course")).isEqualTo(json(out).get("course"));
  }

  @Test
  void swapped_dates_tell_of_the_same_lesions_with_opposite_signs() throws IOException {
    var one = nifti(0, "one.nii.gz");
    var other = nifti(1, "other.nii.gz");
    line.compare(List.of(one, other), folder.resolve("forth"), ComparisonSettings.DEFAULT);
    line.compare(List.of(other, one), folder.resolve("back"), ComparisonSettings.DEFAULT);
    var forth = json(folder.resolve("forth"));
    var back = json(folder.resolve("back"));
    assertThat(changes(back)).isEqualTo(changes(forth).stream().map(change -> -change).toList());
    assertThat(fates(back))
        .containsExactlyInAnyOrderElementsOf(
            fates(forth).stream().map(ComparisonLineIT::opposite).toList());
  }

  private Path nifti(int moment, String name) throws IOException {
    var file = folder.resolve(name);
    NiftiWriter.write(PhantomCourse.demo().chestAt(moment).draw(GRID, PROTOCOL).volume(), file);
    return file;
  }

  /** Of the regions, in hundredths. */
  private static List<Long> changes(JsonNode comparison) {
    return StreamSupport.stream(comparison.get("regions").spliterator(), false)
        .map(region -> region.at("/opacityPercent/change"))
        .filter(JsonNode::isNumber)
        .map(change -> Math.round(100 * change.asDouble()))
        .toList();
  }

  private static List<String> fates(JsonNode comparison) {
    return StreamSupport.stream(comparison.get("lesions").spliterator(), false)
        .map(lesion -> lesion.get("fate").asText())
        .toList();
  }

  private static String opposite(String fate) {
    return switch (fate) {
      case "NEW" -> "RESOLVED";
      case "RESOLVED" -> "NEW";
      case "GROWN" -> "SHRUNK";
      case "SHRUNK" -> "GROWN";
      case "MERGED" -> "SPLIT";
      case "SPLIT" -> "MERGED";
      default -> fate;
    };
  }

  @Test
  void a_scan_compared_with_itself_has_not_changed() throws IOException {
    var same = compared(line.compare(List.of(prior, prior), folder, ComparisonSettings.DEFAULT));
    assertThat(same.findings().comparison().course().verdict()).isEqualTo(CourseVerdict.STABLE);
    assertThat(fates(json(folder))).isNotEmpty().containsOnly("PERSISTED");
  }

  @Test
  void another_patient_is_asked_about_and_compared_only_when_it_is_confirmed() throws IOException {
    var stranger =
        written(
            1,
            new ScanIdentity("Other^Phantom", "HILUM-PHANTOM-2", SECOND, 2, "chest CT"),
            folder.resolve("stranger"));
    var refused =
        line.compare(List.of(prior, stranger), folder.resolve("a"), ComparisonSettings.DEFAULT);
    assertThat(codes(refused)).containsExactly("CMP-001");
    assertThat(json(folder.resolve("a")).get("status").asText()).isEqualTo("refused");
    assertThat(json(folder.resolve("a")).toString()).doesNotContain("Other^Phantom");

    var confirmed = new ComparisonSettings(Optional.empty(), true);
    compared(line.compare(List.of(prior, stranger), folder.resolve("b"), confirmed));
  }

  @Test
  void lungs_that_do_not_fit_are_refused_with_a_picture() throws IOException {
    PhantomDicom.write(
        ChestPhantom.standard(7).draw(GRID, PROTOCOL),
        ScanIdentity.phantom(SECOND),
        folder.resolve("other-lungs"));
    var refused =
        line.compare(
            List.of(prior, folder.resolve("other-lungs")),
            folder.resolve("out"),
            ComparisonSettings.DEFAULT);
    assertThat(codes(refused)).containsExactly("CMP-004");
    assertThat(folder.resolve("out").resolve("overlay").resolve("alignment.png")).isNotEmptyFile();
  }

  @Test
  void one_study_is_no_comparison_and_what_was_read_stays() throws IOException {
    var refused = line.compare(List.of(prior), folder, ComparisonSettings.DEFAULT);
    assertThat(codes(refused)).containsExactly("CMP-002");
    assertThat(refused.readings()).hasSize(1);
    assertThat(refused.hasRefusal()).isTrue();
    assertThat(folder.resolve("readings")).isNotEmptyDirectory();
  }

  private static List<String> codes(ComparisonRun run) {
    assertThat(run.comparison()).isInstanceOf(DatesRefused.class);
    return ((DatesRefused) run.comparison())
        .reasons().stream().map(Reason::code).map(code -> code.code()).toList();
  }
}
