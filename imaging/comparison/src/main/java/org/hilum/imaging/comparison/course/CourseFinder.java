package org.hilum.imaging.comparison.course;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.Course;
import org.hilum.imaging.comparison.CourseEvidence;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.comparison.Estimate.NotEstimated;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.comparison.RegionChange;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * What the dates say together.
 *
 * @param readings in order of date
 * @param pairs neighbouring dates
 * @param lesions followed through all
 * @param firstToLast changes from the first date to the last, of every region
 */
public record CourseFinder(
    List<DatedReading> readings,
    List<PairComparison> pairs,
    List<TrackedLesion> lesions,
    List<RegionChange> firstToLast) {

  /** The course. */
  public Course find(ComparisonSettings settings) {
    var evidence = lastStep();
    return new Course(
        evidence.verdict(),
        evidence.words(),
        evidence,
        pairs.size() == 1 ? evidence.verdict() : sinceFirst(),
        Stages.day(settings.onset(), readings.getLast().date()),
        Stages.of(settings.onset(), readings.getLast().date()),
        doublingDays(),
        new NotEstimated<>(reason(ComparisonReason.NO_PROGNOSIS)));
  }

  private CourseEvidence lastStep() {
    int last = pairs.size() - 1;
    return evidence(
        pairs.getLast().regions(), surely(last, LesionFate.NEW), surely(last, LesionFate.RESOLVED));
  }

  private CourseVerdict sinceFirst() {
    return evidence(
            firstToLast,
            changedSinceFirst(LesionFate.NEW, lesion -> lesion.states().getFirst().isEmpty()),
            changedSinceFirst(LesionFate.RESOLVED, lesion -> lesion.states().getLast().isEmpty()))
        .verdict();
  }

  /** Lesions there at one end of the dates only, which surely came or went at some step. */
  private long changedSinceFirst(LesionFate fate, Predicate<TrackedLesion> missing) {
    return lesions.stream()
        .filter(missing)
        .filter(
            lesion ->
                lesion.states().getFirst().isPresent() != lesion.states().getLast().isPresent())
        .filter(lesion -> lesion.steps().stream().anyMatch(step -> surely(step, fate)))
        .count();
  }

  private long surely(int step, LesionFate fate) {
    return lesions.stream()
        .flatMap(lesion -> lesion.steps().stream())
        .filter(each -> each.step() == step && surely(each, fate))
        .count();
  }

  private static boolean surely(LesionStep step, LesionFate fate) {
    var volume = step.changes().get(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH);
    return step.fate() == fate
        && step.doubt().isEmpty()
        && (!(volume instanceof Compared) || CourseEvidence.counts(volume));
  }

  private static CourseEvidence evidence(List<RegionChange> regions, long fresh, long gone) {
    var both = of(regions, Region.LUNGS);
    return new CourseEvidence(
        both.of(both.deciding()),
        both.deciding(),
        zones(regions, CourseVerdict.WORSE),
        zones(regions, CourseVerdict.BETTER),
        fresh,
        gone);
  }

  private static List<Region> zones(List<RegionChange> regions, CourseVerdict verdict) {
    return Arrays.stream(Region.values())
        .filter(region -> region.level() == Region.Level.ZONE)
        .filter(region -> of(regions, region).course() == verdict)
        .filter(
            region -> CourseEvidence.counts(RegionCourse.deciding(of(regions, region).changes())))
        .toList();
  }

  private static RegionChange of(List<RegionChange> regions, Region region) {
    return regions.stream().filter(each -> each.region() == region).findFirst().orElseThrow();
  }

  private Estimate<Double> doublingDays() {
    var overall =
        of(firstToLast, Region.LUNGS).of(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH);
    if (readings.stream().anyMatch(reading -> reading.date().isEmpty())) {
      return new NotEstimated<>(reason(ComparisonReason.DATE_UNKNOWN));
    }
    return switch (overall) {
      case org.hilum.imaging.comparison.Change.NotCompared(Reason why) -> new NotEstimated<>(why);
      case Compared compared -> DoublingTime.of(days(), volumesAtLastBreath(), compared);
    };
  }

  private double[] days() {
    var first = readings.getFirst().date().orElseThrow();
    return readings.stream()
        .map(DatedReading::date)
        .map(Optional::orElseThrow)
        .mapToDouble(date -> java.time.temporal.ChronoUnit.DAYS.between(first, date))
        .toArray();
  }

  /** Each date's opacity times what its tissue expands by until the last. */
  private double[] volumesAtLastBreath() {
    var volumes = new double[readings.size()];
    double expansion = 1;
    for (int n = pairs.size() - 1; n >= 0; n--) {
      var changes = pairs.get(n).of(Region.LUNGS);
      var raw = (Compared) changes.of(ComparedQuantity.OPACITY_VOLUME);
      var corrected = (Compared) changes.of(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH);
      volumes[n + 1] = raw.current() * expansion;
      expansion *= raw.prior() == 0 ? 1 : corrected.prior() / raw.prior();
      volumes[n] = raw.prior() * expansion;
    }
    return volumes;
  }

  private static Reason reason(ComparisonReason code) {
    return Reason.of(code, code.meaning());
  }
}
