package org.hilum.benchmarks.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Points of the current's lungs whose places in the prior are known: half anywhere in the lungs,
 * half where the density changes most, at vessels, fissures and walls.
 */
record Landmarks(List<PatientPoint> current, List<PatientPoint> prior) {

  private static final int EACH = 1500;

  /** The steepest one of so many points is taken. */
  private static final int OF = 12;

  static Landmarks of(BreathPair pair) {
    var random = new SplittableRandom(7);
    var lungs = new ArrayList<PatientPoint>();
    KnownBreath.eachLungVoxel(
        pair.current().segmentation(), 2, (x, y, z) -> lungs.add(new PatientPoint(x, y, z)));
    var chosen = new ArrayList<PatientPoint>();
    for (int n = 0; n < EACH; n++) {
      chosen.add(lungs.get(random.nextInt(lungs.size())));
      chosen.add(
          random
              .ints(OF, 0, lungs.size())
              .mapToObj(lungs::get)
              .max(Comparator.comparingDouble(point -> slope(pair, point)))
              .orElseThrow());
    }
    var known = new ArrayList<PatientPoint>();
    var out = new double[3];
    for (var point : chosen) {
      pair.breath().toPrior(point.x(), point.y(), point.z(), out);
      known.add(new PatientPoint(out[0], out[1], out[2]));
    }
    return new Landmarks(chosen, known);
  }

  private static double slope(BreathPair pair, PatientPoint point) {
    var volume = pair.current().volume();
    var geometry = volume.geometry();
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double reach = 2;
      double[] d = {axis == 0 ? reach : 0, axis == 1 ? reach : 0, axis == 2 ? reach : 0};
      var ahead =
          geometry.index(new PatientPoint(point.x() + d[0], point.y() + d[1], point.z() + d[2]));
      var behind =
          geometry.index(new PatientPoint(point.x() - d[0], point.y() - d[1], point.z() - d[2]));
      double difference =
          Interpolation.hu(volume, ahead.k(), ahead.j(), ahead.i())
              - Interpolation.hu(volume, behind.k(), behind.j(), behind.i());
      sum += difference * difference;
    }
    return sum;
  }

  /** Distances that remain, from the current to the prior, sorted. */
  double[] errors(Alignment alignment) {
    var found = new ArrayList<PatientPoint>();
    current.forEach(point -> found.add(alignment.toPrior(point)));
    return errors(found);
  }

  /** Distances that remain, from the prior to the current, sorted. */
  double[] forwardErrors(Alignment alignment) {
    var errors = new double[prior.size()];
    for (int n = 0; n < errors.length; n++) {
      errors[n] = alignment.toCurrent(prior.get(n)).minus(current.get(n)).length();
    }
    Arrays.sort(errors);
    return errors;
  }

  /** Distances of these places in the prior from the known ones, sorted. */
  double[] errors(List<PatientPoint> found) {
    var errors = new double[found.size()];
    for (int n = 0; n < errors.length; n++) {
      errors[n] = found.get(n).minus(prior.get(n)).length();
    }
    Arrays.sort(errors);
    return errors;
  }
}
