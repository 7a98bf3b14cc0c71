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
  private static final int DAYS_BETWEEN = 8;
  private static final int DAYS_BETWEEN_FIVE = 4;

  private static final PhantomLesion A = patch("A", at(Side.RIGHT, -64, 54, 12), 30, 28, 36, -600);
  private static final PhantomLesion A_CORE =
      core("A-core", at(Side.RIGHT, -68, 52, 20), 13, 12, 15);
  private static final PhantomLesion B =
      PhantomLesion.crazyPaving("B", at(Side.LEFT, -78, 46, 12), 32, 26, 36)
          .withHu(-540)
          .irregular(0.45, 12);
  private static final PhantomLesion C = patch("C", at(Side.LEFT, -8, 98, 8), 20, 34, 28, -600);
  private static final PhantomLesion D = patch("D", at(Side.RIGHT, 22, 72, 8), 16, 22, 18, -640);
  private static final PhantomLesion E = patch("E", at(Side.RIGHT, -130, 36, 12), 24, 20, 18, -600);
  private static final PhantomLesion F = patch("F", at(Side.RIGHT, -40, 132, 10), 20, 18, 18, -620);

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
   * mostly of the lower lobes, one patch with a dense core. Then two patches have grown and run
   * together (A, E), one has shrunk while its middle consolidated (B), one has shrunk (C), one is
   * gone (D), two are new (F, G); the second breath is less deep.
   */
  public static PhantomCourse demo() {
    return new PhantomCourse(
        ChestPhantom.standard(2020),
        List.of(
            new StudyMoment(FIRST_SCAN, 1, firstLesions()),
            new StudyMoment(FIRST_SCAN.plusDays(DAYS_BETWEEN), 0.95, secondLesions())));
  }

  /**
   * The same patient scanned five times, four days apart, through peak and absorption: one patch
   * grows and runs together with a new one (A with E, third date), both part again and shrink; one
   * shrinks all the time (B); two go, one after the other (D, C); one comes at the third date and
   * stays (F). The depth of breath differs.
   */
  public static PhantomCourse fiveDates() {
    return new PhantomCourse(
        ChestPhantom.standard(2020),
        List.of(
            moment(0, 1, A, B, C, D),
            moment(1, 0.97, A, B, C.scaled(0.8), D.scaled(0.7), E),
            moment(2, 0.95, A.scaled(1.35), E.scaled(1.4), B.scaled(0.9), C.scaled(0.6), F),
            moment(3, 0.97, A, E.scaled(0.75), B.scaled(0.7), F.scaled(1.2)),
            moment(4, 1, A.scaled(0.7), E.scaled(0.6), B.scaled(0.55), F.scaled(0.8))));
  }

  private static StudyMoment moment(int number, double breath, PhantomLesion... lesions) {
    return new StudyMoment(
        FIRST_SCAN.plusDays((long) DAYS_BETWEEN_FIVE * number), breath, List.of(lesions));
  }

  private static List<PhantomLesion> firstLesions() {
    return List.of(A, A_CORE, B, C, D, E);
  }

  private static List<PhantomLesion> secondLesions() {
    return List.of(
        A.scaled(1.3).withHu(-560),
        E.scaled(1.35),
        A_CORE.scaled(1.25),
        B.scaled(0.8),
        core("B-core", at(Side.LEFT, -82, 44, 19), 16, 14, 18),
        C.scaled(0.6),
        F,
        patch("G", at(Side.LEFT, -118, 30, 14), 24, 20, 24, -580),
        core("G-core", at(Side.LEFT, -116, 30, 18), 13, 11, 13));
  }

  private static LesionSite at(Side side, double heightMm, double degreesFromBack, double depthMm) {
    return new Subpleural(side, heightMm, degreesFromBack, depthMm);
  }

  private static PhantomLesion patch(
      String id, LesionSite site, double x, double y, double z, double hu) {
    return PhantomLesion.groundGlass(id, site, x, y, z).withHu(hu).irregular(0.45, 12);
  }

  private static PhantomLesion core(String id, LesionSite site, double x, double y, double z) {
    return PhantomLesion.consolidation(id, site, x, y, z).withHu(-40).irregular(0.45, 6);
  }
}
