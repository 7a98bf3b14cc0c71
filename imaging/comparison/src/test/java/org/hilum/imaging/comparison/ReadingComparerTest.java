package org.hilum.imaging.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.vocabulary.ZoneHeight;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingComparerTest {

  private static final PatientIdentity LI = patient("17", "LI^MEI", "19600102", "F");
  private static final Reason FAILED =
      Reason.of(ComparisonReason.ALIGNMENT_FAILED, "The lungs do not fit.");

  private static PatientIdentity patient(String id, String name, String born, String sex) {
    return new PatientIdentity(
        Optional.of(id), Optional.of(name), Optional.of(born), Optional.of(sex));
  }

  private static DrawnLungs lungs() {
    return new DrawnLungs();
  }

  private static List<ReasonCode> codes(ComparisonResult result) {
    return Comparisons.reasons(result).stream().<ReasonCode>map(Reason::code).toList();
  }

  private static ComparisonResult compared(DrawnLungs prior, DrawnLungs current) {
    return Comparisons.result(DrawnMovement.NONE, prior.read(), current.read());
  }

  @Nested
  class Refuses {

    @Test
    void a_single_reading() {
      assertThat(codes(Comparisons.result(DrawnMovement.NONE, lungs().read())))
          .containsExactly(ComparisonReason.TOO_FEW_READINGS);
    }

    @Test
    void another_patient_and_says_what_differs_but_not_how() {
      var result = compared(lungs().of(LI), lungs().of(patient("17", "LI^MEI", "19600103", "F")));
      assertThat(codes(result)).containsExactly(ComparisonReason.ANOTHER_PATIENT);
      assertThat(Comparisons.reasons(result).getFirst().message())
          .contains("birth date")
          .doesNotContain("1960")
          .doesNotContain("LI");
    }

    @Test
    void nothing_where_the_user_says_it_is_one_patient() {
      var result =
          new ReadingComparer((a, b, p) -> new AlignmentResult.Aligned(DrawnMovement.NONE))
              .compare(
                  List.of(lungs().of(LI).read(), lungs().of(patient("18", "X", "1", "M")).read()),
                  new ComparisonSettings(Optional.empty(), true),
                  done -> {});
      assertThat(result).isInstanceOf(ComparisonResult.Compared.class);
    }

    @Test
    void nothing_where_only_the_writing_of_the_name_differs() {
      var same = patient("17 ", "li mei=李^梅", "1960-01-02", "F");
      assertThat(codes(compared(lungs().of(LI), lungs().of(same)))).isEmpty();
    }

    @Test
    void other_networks_and_too_thick_slices_and_failed_alignment_at_once() {
      var result =
          new ReadingComparer(
                  (a, b, p) -> new AlignmentResult.NotAligned(List.of(FAILED), Optional.empty()))
              .compare(
                  List.of(
                      lungs().scanned(2, "B30f", false).read(),
                      lungs()
                          .scanned(5, "B30f", false)
                          .by(new NetworkIdentity("drawn", "2", "1"))
                          .read()),
                  ComparisonSettings.DEFAULT,
                  done -> {});
      assertThat(codes(result))
          .containsExactly(
              ComparisonReason.OTHER_NETWORKS,
              ComparisonReason.OTHER_THICKNESS,
              ComparisonReason.ALIGNMENT_FAILED);
    }

    @Test
    void slices_of_two_and_a_half_and_five_millimetres_but_not_two_and_three() {
      assertThat(codes(compared(lungs().scanned(2.5, "B", false), lungs().scanned(5, "B", false))))
          .containsExactly(ComparisonReason.OTHER_THICKNESS);
      assertThat(codes(compared(lungs().scanned(2, "B", false), lungs().scanned(3, "B", false))))
          .isEmpty();
    }
  }

  @Nested
  class Remarks {

    private List<ReasonCode> remarks(DrawnLungs prior, DrawnLungs current) {
      return Comparisons.of(prior, current).pairs().getFirst().remarks().stream()
          .<ReasonCode>map(Reason::code)
          .toList();
    }

    @Test
    void unknown_dates_and_identities() {
      assertThat(remarks(lungs(), lungs()))
          .containsExactly(ComparisonReason.DATE_UNKNOWN, ComparisonReason.IDENTITY_UNKNOWN);
    }

    @Test
    void the_same_date_another_kernel_other_slices_and_contrast() {
      assertThat(
              remarks(
                  lungs().of(LI).on("2020-02-12").scanned(2, "B30f", false),
                  lungs().of(LI).on("2020-02-12").scanned(3, "B70f", true)))
          .containsExactly(
              ComparisonReason.SAME_DATE,
              ComparisonReason.THICKNESS_DIFFERS,
              ComparisonReason.OTHER_KERNEL,
              ComparisonReason.CONTRAST_DIFFERS);
    }

    @Test
    void nothing_on_two_scans_made_alike() {
      assertThat(
              remarks(
                  lungs().of(LI).on("2020-02-12").scanned(2, "B30f", false),
                  lungs().of(LI).on("2020-02-20").scanned(2, "b30f ", false)))
          .isEmpty();
    }
  }

  @Test
  void readings_are_put_in_order_of_date() {
    var comparison =
        Comparisons.of(
            lungs().named("late").on("2020-02-20"), lungs().named("early").on("2020-02-12"));
    assertThat(comparison.readings())
        .extracting(DatedReading::key)
        .containsExactly("early", "late");
    assertThat(comparison.pairs().getFirst().days()).hasValue(8);
  }

  @Test
  void readings_stay_as_given_where_a_date_is_missing() {
    var comparison = Comparisons.of(lungs().named("one").on("2020-02-20"), lungs().named("two"));
    assertThat(comparison.readings()).extracting(DatedReading::key).containsExactly("one", "two");
    assertThat(comparison.pairs().getFirst().days()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void more_opacity_in_one_zone_is_worse_there_and_in_its_lung_only(Side side) {
    for (var height : ZoneHeight.values()) {
      double z = height == ZoneHeight.UPPER ? 60 : height == ZoneHeight.MIDDLE ? 0 : -60;
      var pair =
          Comparisons.of(lungs().cube(side, z, 20), lungs().cube(side, z, 36)).pairs().getFirst();
      var zone = Region.zone(side, height);
      for (var region : pair.regions()) {
        boolean holds =
            region.region() == zone
                || region.region() == Region.LUNGS
                || region.region() == Region.lung(side);
        if (region.region().level() != Region.Level.LOBE) {
          assertThat(region.course())
              .as(region.region().name())
              .isEqualTo(holds ? CourseVerdict.WORSE : CourseVerdict.STABLE);
        }
      }
      var volume = Comparisons.compared(pair.of(zone).changes(), ComparedQuantity.OPACITY_VOLUME);
      assertThat(volume.prior()).isEqualTo(8, within(1e-9));
      assertThat(volume.current()).isEqualTo(46.656, within(1e-9));
      assertThat(volume.relativePercent().orElseThrow()).isEqualTo(483.2, within(1e-9));
    }
  }

  @Test
  void lobes_that_were_not_found_are_not_compared_for_that_reason() {
    var lobe = Comparisons.of(lungs(), lungs()).pairs().getFirst().of(Region.RML);
    assertThat(lobe.course()).isEqualTo(CourseVerdict.NOT_ESTIMATED);
    assertThat(lobe.of(ComparedQuantity.OPACITY_VOLUME))
        .isInstanceOfSatisfying(
            Change.NotCompared.class,
            not -> assertThat(not.reason().code()).isEqualTo(QuantityReason.LOBES_NOT_FOUND));
  }

  @Test
  void without_spacing_percentages_stand_and_decide() {
    var comparison =
        Comparisons.of(lungs().cube(-50, 0, 0, 20).withoutSpacing(), lungs().cube(-50, 0, 0, 40));
    var both = comparison.pairs().getFirst().of(Region.LUNGS);
    assertThat(both.of(ComparedQuantity.OPACITY_VOLUME)).isInstanceOf(Change.NotCompared.class);
    var percent = Comparisons.compared(both.changes(), ComparedQuantity.OPACITY_PERCENT);
    assertThat(percent.prior()).isEqualTo(100 * 8 / (2 * DrawnLungs.LUNG_ML), within(1e-9));
    assertThat(comparison.course().verdict()).isEqualTo(CourseVerdict.WORSE);
    assertThat(comparison.course().rule()).contains(" %");
    assertThat(comparison.lesions().getFirst().steps().getFirst().changes())
        .extractingByKey(ComparedQuantity.VOLUME)
        .isInstanceOf(Change.NotCompared.class);
  }

  @Nested
  class The_course {

    @Test
    void is_mixed_where_one_lesion_comes_and_another_goes() {
      var course =
          Comparisons.of(lungs().cube(-50, 0, 60, 20), lungs().cube(50, 0, -60, 20)).course();
      assertThat(course.verdict()).isEqualTo(CourseVerdict.MIXED);
      assertThat(course.rule()).contains("LEFT_LOWER_ZONE").contains("RIGHT_UPPER_ZONE");
    }

    @Test
    void halves_in_four_days_where_a_quarter_is_left_after_eight() {
      var course =
          Comparisons.of(
                  lungs().box(-50, 0, 0, 40, 40, 80).on("2020-02-12"),
                  lungs().box(-50, 0, 0, 40, 40, 20).on("2020-02-20"))
              .course();
      assertThat(course.verdict()).isEqualTo(CourseVerdict.BETTER);
      assertThat(course.doublingDays())
          .isInstanceOfSatisfying(
              Estimate.Estimated.class,
              days -> assertThat((Double) days.value()).isEqualTo(-4, within(1e-9)));
    }

    @Test
    void since_the_first_date_is_stable_where_what_came_is_gone() {
      var course = Comparisons.of(lungs(), lungs().cube(-50, 0, 0, 30), lungs()).course();
      assertThat(course.verdict()).isEqualTo(CourseVerdict.BETTER);
      assertThat(course.sinceFirst()).isEqualTo(CourseVerdict.STABLE);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void has_a_stage_by_days_since_onset(Stage stage) {
      int day =
          switch (stage) {
            case EARLY -> 4;
            case PROGRESSIVE -> 8;
            case PEAK -> 13;
            case ABSORPTION -> 14;
          };
      var onset = LocalDate.of(2020, 2, 20).minusDays(day);
      var result =
          new ReadingComparer((a, b, p) -> new AlignmentResult.Aligned(DrawnMovement.NONE))
              .compare(
                  List.of(lungs().on("2020-02-19").read(), lungs().on("2020-02-20").read()),
                  new ComparisonSettings(Optional.of(onset), false),
                  done -> {});
      assertThat(((ComparisonResult.Compared) result).comparison().course().stage())
          .isInstanceOfSatisfying(
              Estimate.Estimated.class, said -> assertThat(said.value()).isEqualTo(stage));
    }

    @Test
    void has_neither_stage_nor_prognosis_without_what_they_need() {
      var course = Comparisons.of(lungs(), lungs()).course();
      assertThat(course.stage()).isInstanceOf(Estimate.NotEstimated.class);
      assertThat(course.prognosis()).isInstanceOf(Estimate.NotEstimated.class);
      assertThat(course.doublingDays()).isInstanceOf(Estimate.NotEstimated.class);
    }
  }
}
