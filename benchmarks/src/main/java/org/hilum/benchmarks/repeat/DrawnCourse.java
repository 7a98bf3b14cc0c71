package org.hilum.benchmarks.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * Six dates of one real chest in which patches come, grow, merge, split, shrink and go at three
 * places of healthy lung: one step between two dates is one course.
 *
 * @param places of the three, far from any real opacity and from each other
 */
record DrawnCourse(List<PatientPoint> places, long seed) {

  /** Dates of a course. */
  static final int DATES = 6;

  /** Free of opacity around the place of one patch, and around that of two, mm. */
  private static final double FREE_MM = 25;

  private static final double FREE_OF_TWO_MM = 30;

  /** Places are so far from each other, mm. */
  private static final double BETWEEN_MM = 62;

  /** Mean radii of a small and a large patch, mm: 4 and 12 mL. */
  private static final double SMALL_MM = 9.5;

  private static final double LARGE_MM = 14.5;

  /** Two patches whose middles are so far apart are two at the small and one at the large size. */
  private static final double APART_MM = 26;

  /** So much of what is around a place is lung; the rest is vessels and chest wall. */
  private static final double LEAST_LUNG = 0.9;

  private static final double GROUND_GLASS_HU = 300;

  /** What is at a single place from date to date, over and over: 0 nothing, 1 small, 2 large. */
  private static final int[] SIZES = {0, 1, 2, 1};

  /** What happens at one place between two dates. */
  record Event(PatientPoint place, double reachMm, LesionFate truth) {}

  /** Finds three places, or fewer where the lungs have no room. */
  static DrawnCourse in(CtVolume volume, ChestSegmentation masks, long seed) {
    var random = new SplittableRandom(seed);
    var places = new ArrayList<PatientPoint>();
    for (int attempt = 0; attempt < 200_000 && places.size() < 3; attempt++) {
      var g = volume.geometry();
      int k = random.nextInt(g.slices());
      int at = random.nextInt(g.sliceSize());
      if (masks.lungs().labels()[k][at] != 0) {
        var place = g.point(k, at / g.columns(), at % g.columns());
        double room = places.isEmpty() ? FREE_OF_TWO_MM : FREE_MM;
        boolean apart = places.stream().allMatch(other -> other.minus(place).length() > BETWEEN_MM);
        if (apart && isHealthy(masks, place, room)) {
          places.add(place);
        }
      }
    }
    return new DrawnCourse(List.copyOf(places), seed);
  }

  /** Whether almost all around is lung and none of it opaque. */
  private static boolean isHealthy(ChestSegmentation masks, PatientPoint place, double reachMm) {
    var g = masks.lungs().geometry();
    int lung = 0;
    int all = 0;
    for (double z = -reachMm; z <= reachMm; z += 2) {
      for (double y = -reachMm; y <= reachMm; y += 2) {
        for (double x = -reachMm; x <= reachMm; x += 2) {
          if (x * x + y * y + z * z > reachMm * reachMm) {
            continue;
          }
          var index = g.index(new PatientPoint(place.x() + x, place.y() + y, place.z() + z));
          int k = (int) Math.round(index.k());
          int j = (int) Math.round(index.j());
          int i = (int) Math.round(index.i());
          all++;
          if (k >= 0 && k < g.slices() && j >= 0 && j < g.rows() && i >= 0 && i < g.columns()) {
            int at = j * g.columns() + i;
            if (masks.opacity().labels()[k][at] != 0) {
              return false;
            }
            lung += masks.lungs().labels()[k][at] != 0 ? 1 : 0;
          }
        }
      }
    }
    return lung > LEAST_LUNG * all;
  }

  /** The chest at a date. */
  CtVolume at(int date, CtVolume chest, LabelRaster lungs) {
    var hu = new short[chest.hu().length][];
    for (int k = 0; k < hu.length; k++) {
      hu[k] = chest.hu()[k].clone();
    }
    var volume = new CtVolume(chest.geometry(), hu, true);
    patches(date).forEach(patch -> patch.draw(volume, lungs));
    return volume;
  }

  private List<DrawnPatch> patches(int date) {
    var patches = new ArrayList<DrawnPatch>();
    for (int n = 0; n < places.size(); n++) {
      var place = places.get(n);
      if (n == 0) {
        double radius = joined(date) ? LARGE_MM : SMALL_MM;
        patches.add(patch(place.plus(new Vector3(0, 0, 1), APART_MM / 2), radius, 1));
        patches.add(patch(place.plus(new Vector3(0, 0, 1), -APART_MM / 2), radius, 2));
      } else if (size(n, date) > 0) {
        patches.add(patch(place, size(n, date) == 1 ? SMALL_MM : LARGE_MM, n));
      }
    }
    return patches;
  }

  private DrawnPatch patch(PatientPoint centre, double radiusMm, int n) {
    return new DrawnPatch(centre, radiusMm, GROUND_GLASS_HU, n + seed % 7);
  }

  private boolean joined(int date) {
    return (date + seed) % 2 == 1;
  }

  /** The second single place is two dates ahead of the first. */
  private int size(int place, int date) {
    return SIZES[(int) ((date + seed + 2L * place) % SIZES.length)];
  }

  /** What happens from one date to the next. */
  List<Event> events(int date) {
    var events = new ArrayList<Event>();
    for (int n = 0; n < places.size(); n++) {
      if (n == 0) {
        var fate = joined(date) ? LesionFate.SPLIT : LesionFate.MERGED;
        events.add(new Event(places.get(n), APART_MM / 2 + LARGE_MM, fate));
      } else {
        events.add(new Event(places.get(n), LARGE_MM, fate(size(n, date), size(n, date + 1))));
      }
    }
    return events;
  }

  private static LesionFate fate(int before, int after) {
    if (before == 0) {
      return LesionFate.NEW;
    }
    if (after == 0) {
      return LesionFate.RESOLVED;
    }
    return after > before ? LesionFate.GROWN : LesionFate.SHRUNK;
  }
}
