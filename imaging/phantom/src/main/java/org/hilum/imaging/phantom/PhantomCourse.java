package org.hilum.imaging.phantom;

import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.phantom.LesionSite.Subpleural;
import org.hilum.imaging.vocabulary.Side;

/**
 * How a drawn patient fares from scan to scan.
 *
 * @param chest the patient, without lesions
 * @param moments in order of time
 */
public record PhantomCourse(ChestPhantom chest, List<StudyMoment> moments) {

  private static final LocalDate FIRST_SCAN = LocalDate.of(2020, 2, 12);

  public PhantomCourse {
    moments = List.copyOf(moments);
    for (int n = 1; n < moments.size(); n++) {
      if (!moments.get(n).date().isAfter(moments.get(n - 1).date())) {
        throw new IllegalArgumentException("the dates of a course ascend");
      }
    }
  }

  /** The chest as it is at a moment, from 0. */
  public ChestPhantom chestAt(int moment) {
    return chest.at(moments.get(moment));
  }

  /**
   * The patient of the demo, scanned twice, eight days apart: bilateral, peripheral ground-glass
   * mostly of the lower lobes; then one lesion has grown, two have run together, one has begun to
   * consolidate while it shrank, one is new and one is gone; the second breath is less deep.
   */
  public static PhantomCourse demo() {
    var a = soft(PhantomLesion.groundGlass("A", at(Side.RIGHT, -72, 52, 12), 30, 28, 40));
    var b =
        soft(PhantomLesion.crazyPaving("B", at(Side.LEFT, -78, 46, 12), 32, 26, 36)).withHu(-540);
    var c = soft(PhantomLesion.groundGlass("C", at(Side.LEFT, -8, 98, 8), 20, 34, 28));
    var d =
        soft(PhantomLesion.groundGlass("D", at(Side.RIGHT, 22, 72, 8), 16, 22, 18)).withHu(-640);
    var e = soft(PhantomLesion.groundGlass("E", at(Side.RIGHT, -128, 34, 12), 24, 20, 20));
    var f =
        soft(PhantomLesion.groundGlass("F", at(Side.RIGHT, -40, 132, 10), 20, 18, 18)).withHu(-620);
    var core = firm(PhantomLesion.consolidation("B-core", at(Side.LEFT, -84, 42, 7), 20, 14, 20));
    var fresh = firm(PhantomLesion.consolidation("G", at(Side.RIGHT, -98, 24, 10), 20, 16, 22));
    var first = new StudyMoment(FIRST_SCAN, 1, List.of(a, b, c, d, e));
    var second =
        new StudyMoment(
            FIRST_SCAN.plusDays(8),
            0.95,
            List.of(
                a.scaled(1.3).withHu(-560),
                b.scaled(0.8),
                core,
                c.scaled(0.6),
                e.scaled(1.35),
                f,
                fresh));
    return new PhantomCourse(ChestPhantom.standard(2020), List.of(first, second));
  }

  private static LesionSite at(Side side, double heightMm, double degreesFromBack, double depthMm) {
    return new Subpleural(side, heightMm, degreesFromBack, depthMm);
  }

  private static PhantomLesion soft(PhantomLesion lesion) {
    return lesion.irregular(0.45, 12);
  }

  private static PhantomLesion firm(PhantomLesion lesion) {
    return lesion.irregular(0.4, 5);
  }
}
