package org.hilum.imaging.comparison.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.change.DatePair;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.volume.PatientPoint;

/** What a followed lesion is at one date, from the reading's own lesions. */
final class LesionStates {

  private LesionStates() {}

  /** The reading of a date. */
  static DatedReading reading(List<DatePair> pairs, int date) {
    return date == 0 ? pairs.getFirst().prior() : pairs.get(date - 1).current();
  }

  /** A lesion of a date by its number. */
  static Lesion lesion(List<DatePair> pairs, int date, int number) {
    return reading(pairs, date).measurements().lesions().get(number - 1);
  }

  /** The state of a group of lesions; empty without a group. */
  static Optional<LesionState> of(
      List<DatePair> pairs, List<LesionGroups> groups, int date, OptionalInt group) {
    if (group.isEmpty()) {
      return Optional.empty();
    }
    var numbers = Objects.requireNonNull(groups.get(date).all().get(group.getAsInt()));
    var lesions = numbers.stream().map(number -> lesion(pairs, date, number)).toList();
    return Optional.of(of(lesions, numbers, reading(pairs, date).volume().geometry().voxelMl()));
  }

  private static LesionState of(List<Lesion> lesions, List<Integer> numbers, double voxelMl) {
    long voxels = lesions.stream().mapToLong(Lesion::voxels).sum();
    var largest = lesions.stream().max(Comparator.comparingLong(Lesion::voxels)).orElseThrow();
    double meanHu = mean(lesions, Lesion::meanHu, voxels);
    double volumeMl = voxels * voxelMl;
    double massG =
        lesions.stream()
            .mapToDouble(
                lesion -> lesion.massG().number().orElseGet(() -> untrusted(lesion, voxelMl)))
            .sum();
    var centre =
        new PatientPoint(
            mean(lesions, lesion -> lesion.centre().x(), voxels),
            mean(lesions, lesion -> lesion.centre().y(), voxels),
            mean(lesions, lesion -> lesion.centre().z(), voxels));
    return new LesionState(
        numbers,
        largest.region(),
        centre,
        voxels,
        volumeMl,
        massG,
        meanHu,
        largest.kind(),
        largest.keySlice());
  }

  /** Where the spacing is not known a mass is as untrusted as the volume. */
  private static double untrusted(Lesion lesion, double voxelMl) {
    return lesion.voxels() * voxelMl * Math.max(0, lesion.meanHu() + 1000) / 1000;
  }

  private static double mean(List<Lesion> lesions, ToDoubleFunction<Lesion> of, long voxels) {
    return lesions.stream().mapToDouble(lesion -> lesion.voxels() * of.applyAsDouble(lesion)).sum()
        / voxels;
  }
}
