package org.hilum.imaging.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hilum.imaging.quantification.Lesion;

class ComparisonPropertiesTest {

  private static final Map<LesionFate, LesionFate> SWAPPED =
      Map.of(
          LesionFate.PERSISTED, LesionFate.PERSISTED,
          LesionFate.GROWN, LesionFate.SHRUNK,
          LesionFate.SHRUNK, LesionFate.GROWN,
          LesionFate.NEW, LesionFate.RESOLVED,
          LesionFate.RESOLVED, LesionFate.NEW,
          LesionFate.MERGED, LesionFate.SPLIT,
          LesionFate.SPLIT, LesionFate.MERGED);

  /** Cubes of 6 to 36 mm anywhere, which may touch and so make lesions of any shape. */
  private static DrawnLungs drawn(long seed) {
    var random = new SplittableRandom(seed);
    var lungs = new DrawnLungs();
    int cubes = random.nextInt(6);
    for (int n = 0; n < cubes; n++) {
      int side = random.nextBoolean() ? 1 : -1;
      lungs.cube(
          side * (30 + random.nextInt(40)),
          random.nextInt(81) - 40,
          random.nextInt(121) - 60,
          2 * (3 + random.nextInt(16)));
    }
    return lungs;
  }

  @Property(tries = 15)
  void a_reading_compared_with_itself_has_not_changed(@ForAll @LongRange(max = 100_000) long seed) {
    var reading = drawn(seed).read();
    var comparison = Comparisons.of(DrawnMovement.NONE, reading, reading);
    assertThat(Comparisons.steps(comparison))
        .allSatisfy(step -> assertThat(step.fate()).isEqualTo(LesionFate.PERSISTED));
    assertThat(comparison.lesions()).hasSameSizeAs(reading.measurements().lesions());
    assertThat(comparison.pairs().getFirst().regions())
        .allSatisfy(
            region ->
                assertThat(region.changes().values())
                    .filteredOn(Change.Compared.class::isInstance)
                    .allSatisfy(
                        change ->
                            assertThat(((Change.Compared) change).difference())
                                .isEqualTo(0, within(1e-9))));
    assertThat(comparison.course().verdict()).isEqualTo(CourseVerdict.STABLE);
  }

  @Property(tries = 25)
  void swapped_dates_give_the_same_lesions_with_opposite_signs(
      @ForAll @LongRange(max = 100_000) long first, @ForAll @LongRange(max = 100_000) long second) {
    var movement = DrawnMovement.scaled(0.95);
    var a = drawn(first).read();
    var b = drawn(second).read();
    var forward = Comparisons.of(movement, a, b);
    var back = Comparisons.of(movement.swapped(), b, a);
    assertThat(fates(forward).stream().map(SWAPPED::get).sorted().toList())
        .isEqualTo(fates(back).stream().sorted().toList());
    for (var region : forward.pairs().getFirst().regions()) {
      var other = back.pairs().getFirst().of(region.region());
      for (var quantity : ComparedQuantity.values()) {
        if (region.of(quantity) instanceof Change.Compared one
            && other.of(quantity) instanceof Change.Compared two) {
          assertThat(one.verdict())
              .as(region.region() + " " + quantity)
              .isEqualTo(opposite(two.verdict()));
        }
      }
    }
  }

  private static List<LesionFate> fates(Comparison comparison) {
    return Comparisons.steps(comparison).map(LesionStep::fate).toList();
  }

  private static ChangeVerdict opposite(ChangeVerdict verdict) {
    return switch (verdict) {
      case INCREASED -> ChangeVerdict.DECREASED;
      case DECREASED -> ChangeVerdict.INCREASED;
      case WITHIN_ERROR -> ChangeVerdict.WITHIN_ERROR;
    };
  }

  @Property(tries = 15)
  void no_lesion_is_lost_or_counted_twice(@ForAll @LongRange(max = 100_000) long seed) {
    var readings = List.of(drawn(seed).read(), drawn(seed + 1).read(), drawn(seed + 2).read());
    var comparison = Comparisons.of(DrawnMovement.NONE, readings.toArray(DatedReading[]::new));
    for (int date = 0; date < readings.size(); date++) {
      var numbers = new ArrayList<Integer>();
      double ml = 0;
      for (var lesion : comparison.lesions()) {
        var state = lesion.states().get(date);
        numbers.addAll(state.map(LesionState::numbers).orElse(List.of()));
        ml += state.map(LesionState::volumeMl).orElse(0.0);
      }
      var lesions = readings.get(date).measurements().lesions();
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(lesions.stream().map(Lesion::number).toList());
      assertThat(ml)
          .isEqualTo(
              lesions.stream()
                  .mapToDouble(lesion -> lesion.volumeMl().number().orElseThrow())
                  .sum(),
              within(1e-6));
    }
  }

  @Property(tries = 15)
  void every_step_of_a_lesion_has_it_there_before_or_after(
      @ForAll @LongRange(max = 100_000) long seed) {
    var comparison = Comparisons.of(drawn(seed), drawn(seed + 1), drawn(seed + 2));
    assertThat(comparison.lesions())
        .allSatisfy(
            lesion -> {
              for (int step = 0; step < 2; step++) {
                int at = step;
                boolean there =
                    lesion.states().get(at).isPresent() || lesion.states().get(at + 1).isPresent();
                assertThat(lesion.steps().stream().filter(each -> each.step() == at).count())
                    .isEqualTo(there ? 1 : 0);
              }
            });
  }
}
