package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.phantom.DemoStudies;
import org.hilum.imaging.phantom.DemoStudies.DrawnStudy;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five dates of a drawn chest, read with the real network: one identity a lesion through all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiveDatesIT {

  private static final ScanGrid GRID =
      ScanGrid.axial(160, 160, 79, 2.4, 4).about(new PatientPoint(0, 8, -44));

  /** Farther than this from where it was drawn, the middle of a found lesion is that of another. */
  private static final double NEAR_MM = 30;

  private static Line line;
  private static List<DrawnStudy> drawn;
  private static Comparison comparison;

  @TempDir static Path folder;

  @BeforeAll
  static void compare_five_dates_once() throws IOException {
    line = new Line();
    drawn =
        DemoStudies.write(
            PhantomCourse.fiveDates(), GRID, ScanProtocol.standard(4), folder.resolve("ct"));
    var run =
        line.compare(
            List.of(folder.resolve("ct")), folder.resolve("out"), ComparisonSettings.DEFAULT);
    assertThat(run.comparison()).isInstanceOf(DatesCompared.class);
    comparison = ((DatesCompared) run.comparison()).findings().comparison();
  }

  @AfterAll
  static void close() {
    line.close();
  }

  /** The followed lesion that lies where a lesion was drawn at a date. */
  private static TrackedLesion followed(String id, int date) {
    var centre =
        drawn.get(date).scan().lesions().stream()
            .filter(truth -> truth.id().equals(id))
            .findFirst()
            .orElseThrow()
            .centre();
    return comparison.lesions().stream()
        .filter(lesion -> lesion.states().get(date).isPresent())
        .filter(lesion -> lesion.states().get(date).orElseThrow().volumeMl() > 2)
        .min(Comparator.comparingDouble(lesion -> distanceMm(lesion, date, centre)))
        .filter(lesion -> distanceMm(lesion, date, centre) < NEAR_MM)
        .orElseThrow(() -> new AssertionError(id + " was not found at date " + date));
  }

  private static double distanceMm(TrackedLesion lesion, int date, PatientPoint centre) {
    return lesion.states().get(date).orElseThrow().centre().minus(centre).length();
  }

  private static List<LesionFate> fates(TrackedLesion lesion) {
    return lesion.steps().stream().map(LesionStep::fate).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void a_lesion_that_is_always_there_keeps_one_identity(String id) {
    var identities = new ArrayList<Integer>();
    IntStream.range(0, 5).forEach(date -> identities.add(followed(id, date).identity()));
    assertThat(identities).hasSize(5).containsOnly(identities.getFirst());
  }

  @Test
  void a_patch_that_is_gone_by_the_third_date_has_resolved() {
    assertThat(fates(followed("D", 0))).contains(LesionFate.RESOLVED);
    assertThat(followed("D", 0).states().subList(2, 5)).allMatch(java.util.Optional::isEmpty);
  }

  /**
   * The network may see a speck where the patch comes later: then it has grown, from next to
   * nothing.
   */
  @Test
  void a_patch_that_comes_at_the_third_date_is_new_or_grown_from_a_speck_and_then_the_same() {
    var comes = followed("F", 2);
    var before = comes.states().get(1).map(LesionState::volumeMl);
    assertThat(before.orElse(0.0)).isLessThan(2);
    assertThat(comes.steps())
        .filteredOn(step -> step.step() == 1)
        .singleElement()
        .extracting(LesionStep::fate)
        .isEqualTo(before.isPresent() ? LesionFate.GROWN : LesionFate.NEW);
    assertThat(comes.identity())
        .isEqualTo(followed("F", 3).identity())
        .isEqualTo(followed("F", 4).identity());
  }

  @Test
  void two_patches_that_run_together_are_merged_under_the_larger_one() {
    var smaller = followed("E", 1);
    assertThat(smaller.identity()).isNotEqualTo(followed("A", 1).identity());
    assertThat(smaller.steps())
        .anySatisfy(
            step -> {
              assertThat(step.fate()).isEqualTo(LesionFate.MERGED);
              assertThat(step.partner()).hasValue(followed("A", 2).identity());
            });
  }

  @Test
  void the_course_turns_from_worse_to_better() {
    assertThat(comparison.pairs().get(1).regions().getFirst().course())
        .isEqualTo(CourseVerdict.WORSE);
    assertThat(comparison.course().verdict()).isEqualTo(CourseVerdict.BETTER);
  }
}
