package org.hilum.imaging.comparison;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.AlignmentResult.Aligned;
import org.hilum.imaging.comparison.AlignmentResult.NotAligned;
import org.hilum.imaging.comparison.ComparisonResult.Compared;
import org.hilum.imaging.comparison.ComparisonResult.ComparisonRefused;
import org.hilum.imaging.comparison.ComparisonResult.FailedAlignment;
import org.hilum.imaging.comparison.acceptance.PatientCheck;
import org.hilum.imaging.comparison.acceptance.ReconstructionCheck;
import org.hilum.imaging.comparison.acceptance.ScanRemarks;
import org.hilum.imaging.comparison.carrying.Movement;
import org.hilum.imaging.comparison.change.DatePair;
import org.hilum.imaging.comparison.change.RegionChanges;
import org.hilum.imaging.comparison.course.CourseFinder;
import org.hilum.imaging.comparison.course.RegionCourse;
import org.hilum.imaging.comparison.matching.LesionFollower;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Compares readings of one patient.
 *
 * <p>In: two readings or more, in any order; where every date is known they are put in order of
 * date, equal dates as given, else all stay as given. <br>
 * Out: neighbouring dates aligned and compared, every lesion followed through all, the course. <br>
 * Refuses ({@link ComparisonReason}), with all reasons at once: fewer than two readings, identities
 * that differ unless the user confirmed one patient, different networks, slices of too different
 * thickness, lungs that cannot be aligned. <br>
 * Limits: see docs/methods/change.md. <br>
 * Cost: beside the alignment under a second for two dates of 300 slices.
 */
public final class ReadingComparer {

  /** Part of the work that alignment is, for the progress told. */
  private static final double ALIGNING = 0.9;

  private final LungAligner aligner;

  /** A comparer that aligns lungs in some way. */
  public ReadingComparer(LungAligner aligner) {
    this.aligner = aligner;
  }

  /**
   * Compares readings.
   *
   * @param progress told the fraction done, 0 to 1, now and then, from any thread
   */
  public ComparisonResult compare(
      List<DatedReading> readings, ComparisonSettings settings, DoubleConsumer progress) {
    if (readings.size() < 2) {
      return refused(List.of(reason(ComparisonReason.TOO_FEW_READINGS)));
    }
    var ordered = ordered(readings);
    var patients = settings.samePatient() ? List.<Reason>of() : PatientCheck.refusals(ordered);
    var reasons = new ArrayList<>(patients);
    for (int n = 1; n < ordered.size(); n++) {
      reasons.addAll(ReconstructionCheck.refusals(ordered.get(n - 1), ordered.get(n)));
    }
    // Lungs of two people need not fit, so their alignment would say nothing.
    return patients.isEmpty() ? aligned(ordered, reasons, settings, progress) : refused(reasons);
  }

  private static List<DatedReading> ordered(List<DatedReading> readings) {
    return readings.stream().allMatch(reading -> reading.date().isPresent())
        ? readings.stream()
            .sorted(Comparator.comparing(reading -> reading.date().orElse(LocalDate.MIN)))
            .toList()
        : readings;
  }

  private ComparisonResult aligned(
      List<DatedReading> readings,
      List<Reason> reasons,
      ComparisonSettings settings,
      DoubleConsumer progress) {
    var alignments = new ArrayList<Alignment>();
    Optional<FailedAlignment> failed = Optional.empty();
    for (int n = 1; n < readings.size(); n++) {
      var prior = readings.get(n - 1);
      var current = readings.get(n);
      int done = n - 1;
      switch (aligner.align(
          prior,
          current,
          part -> progress.accept(ALIGNING * (done + part) / (readings.size() - 1)))) {
        case Aligned(Alignment alignment) -> alignments.add(alignment);
        case NotAligned(List<Reason> why, Optional<Alignment> attempt) -> {
          reasons.addAll(why);
          failed = failed.or(() -> attempt.map(best -> new FailedAlignment(prior, current, best)));
        }
      }
    }
    if (!reasons.isEmpty()) {
      return new ComparisonRefused(reasons, failed);
    }
    var comparison = compared(readings, alignments, settings);
    progress.accept(1);
    return new Compared(comparison);
  }

  private static Comparison compared(
      List<DatedReading> readings, List<Alignment> alignments, ComparisonSettings settings) {
    var datePairs =
        IntStream.range(0, alignments.size())
            .mapToObj(n -> DatePair.of(readings.get(n), readings.get(n + 1), alignments.get(n)))
            .toList();
    var pairs =
        IntStream.range(0, alignments.size())
            .mapToObj(n -> pair(n, datePairs.get(n), alignments.get(n)))
            .toList();
    var lesions = LesionFollower.follow(datePairs);
    var course =
        new CourseFinder(readings, pairs, lesions, firstToLast(datePairs, pairs)).find(settings);
    return new Comparison(readings, pairs, lesions, course);
  }

  private static PairComparison pair(int prior, DatePair pair, Alignment alignment) {
    return new PairComparison(
        prior,
        prior + 1,
        days(pair.prior(), pair.current()),
        alignment,
        regions(pair),
        remarks(pair, alignment));
  }

  /** What scans and alignment say, each once. */
  private static List<Reason> remarks(DatePair pair, Alignment alignment) {
    var remarks = new ArrayList<>(ScanRemarks.of(pair.prior(), pair.current()));
    for (var remark : alignment.remarks()) {
      if (remarks.stream().noneMatch(said -> said.code().equals(remark.code()))) {
        remarks.add(remark);
      }
    }
    return remarks;
  }

  private static List<RegionChange> regions(DatePair pair) {
    return pair.current().measurements().regions().stream()
        .map(RegionMeasurements::region)
        .map(
            region -> {
              var changes = RegionChanges.of(pair, region);
              return new RegionChange(region, changes, RegionCourse.of(changes));
            })
        .toList();
  }

  private static List<RegionChange> firstToLast(
      List<DatePair> datePairs, List<PairComparison> pairs) {
    if (pairs.size() == 1) {
      return pairs.getFirst().regions();
    }
    var there = datePairs.stream().map(DatePair::there).reduce(Movement::then).orElseThrow();
    var back =
        datePairs.reversed().stream().map(DatePair::backwards).reduce(Movement::then).orElseThrow();
    return regions(
        DatePair.of(datePairs.getFirst().prior(), datePairs.getLast().current(), there, back));
  }

  private static OptionalLong days(DatedReading prior, DatedReading current) {
    return Stream.of(prior, current).allMatch(reading -> reading.date().isPresent())
        ? OptionalLong.of(
            ChronoUnit.DAYS.between(prior.date().orElseThrow(), current.date().orElseThrow()))
        : OptionalLong.empty();
  }

  private static ComparisonResult refused(List<Reason> reasons) {
    return new ComparisonRefused(reasons, Optional.empty());
  }

  private static Reason reason(ComparisonReason code) {
    return Reason.of(code, code.meaning());
  }
}
