package org.hilum.imaging.comparison.change;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.comparison.Change.NotCompared;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.vocabulary.Reason;

/**
 * How the lesions of one place changed.
 *
 * <p>Out: volume, mass, mean attenuation, and volume at the current breath. A side without lesion
 * has 0 mL and 0 g, as was seen there, and no attenuation. Without trustworthy spacing millilitres
 * and grams are not compared.
 */
public record LesionChanges(DatePair pair) {

  /** The changes from some lesions of the prior to some of the current; one side may be empty. */
  public Map<ComparedQuantity, Change> of(
      Collection<Integer> priors, Collection<Integer> currents) {
    var before = Amount.of(pair.prior(), priors);
    var after = Amount.of(pair.current(), currents);
    double expansion = pair.expansion(priors, currents);
    var corrected = pair.volumeChange(priors, currents);
    var rimBefore = pair.priorRim(priors);
    var rimAfter = pair.currentRim(currents);
    double larger = Math.max(rimBefore.volumeMl(), rimAfter.volumeMl());
    double halfWay = pair.halfWayMl(rimBefore, rimAfter, expansion);
    double rawLimit = pair.limits().rawVolumeMl(halfWay, larger, expansion);
    double gramsPerMl = Math.max(before.gramsPerMl(), after.gramsPerMl());
    var changes = new EnumMap<ComparedQuantity, Change>(ComparedQuantity.class);
    var noMl = noMillilitres();
    changes.put(
        ComparedQuantity.VOLUME, known(noMl, rimBefore.volumeMl(), rimAfter.volumeMl(), rawLimit));
    changes.put(
        ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH,
        known(noMl, corrected.before(), corrected.after(), corrected.limit()));
    changes.put(
        ComparedQuantity.OPACITY_MASS,
        known(
            noMl,
            before.massG(),
            after.massG(),
            pair.limits().massG(halfWay, gramsPerMl, Math.max(before.massG, after.massG))));
    changes.put(ComparedQuantity.MEAN_HU, meanHu(before, after, corrected, expansion));
    return changes;
  }

  private Change meanHu(
      Amount before, Amount after, DatePair.VolumeChange volume, double expansion) {
    if (before.voxels == 0 || after.voxels == 0) {
      return new NotCompared(
          Reason.of(
              ComparisonReason.NOT_MEASURED_BEFORE,
              ComparisonReason.NOT_MEASURED_BEFORE.meaning()));
    }
    double smaller = Math.min(volume.before(), volume.after());
    double hu = Math.max(before.meanHu(), after.meanHu());
    return new Compared(
        before.meanHu(),
        after.meanHu(),
        pair.limits().lesionHu(volume.limit() / smaller, hu, expansion));
  }

  private static Change known(Optional<Reason> noMl, double before, double after, double limit) {
    return noMl.<Change>map(NotCompared::new).orElseGet(() -> new Compared(before, after, limit));
  }

  private Optional<Reason> noMillilitres() {
    return java.util.stream.Stream.of(pair.prior(), pair.current())
        .flatMap(reading -> reading.measurements().lesions().stream().limit(1))
        .flatMap(
            lesion ->
                lesion.volumeMl() instanceof Measurement.NotMeasured(Reason reason)
                    ? java.util.stream.Stream.of(reason)
                    : java.util.stream.Stream.empty())
        .findFirst();
  }

  /** Sums over lesions; mass in untrusted grams where the spacing is not known. */
  private record Amount(double voxels, double huSum, double massG) {

    static Amount of(DatedReading reading, Collection<Integer> numbers) {
      double voxels = 0;
      double hu = 0;
      double mass = 0;
      for (int number : numbers) {
        Lesion lesion = reading.measurements().lesions().get(number - 1);
        voxels += lesion.voxels();
        hu += lesion.voxels() * lesion.meanHu();
        mass += lesion.massG().number().orElse(0);
      }
      return new Amount(voxels, hu, mass);
    }

    double meanHu() {
      return huSum / voxels;
    }

    double gramsPerMl() {
      return voxels == 0 ? 0 : Math.max(0, (meanHu() + 1000) / 1000);
    }
  }
}
