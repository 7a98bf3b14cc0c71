package org.hilum.epidemic.forecasting;

import org.hilum.epidemic.surveillance.DelayDistribution;

/**
 * What is assumed about hospital care; to be set by the health department, and shown beside the
 * figures.
 *
 * @param admittedShare share of the counted who are admitted; 1 when admissions themselves are
 *     counted
 * @param daysToAdmission days from being counted to admission; 0 when admissions are counted
 * @param intensiveShare share of the admitted who need intensive care
 * @param stay days in hospital
 * @param intensiveStay days in intensive care
 */
public record BedPlan(
    double admittedShare,
    int daysToAdmission,
    double intensiveShare,
    DelayDistribution stay,
    DelayDistribution intensiveStay) {

  public BedPlan {
    if (!(admittedShare >= 0 && admittedShare <= 1)
        || !(intensiveShare >= 0 && intensiveShare <= 1)
        || daysToAdmission < 0) {
      throw new IllegalArgumentException(
          "shares %s, %s, days %s".formatted(admittedShare, intensiveShare, daysToAdmission));
    }
  }

  /** Counted admissions with the stays of Rees et al. 2020. */
  public static BedPlan ofAdmissions(double intensiveShare) {
    return new BedPlan(
        1, 0, intensiveShare, CovidDelays.HOSPITAL_STAY, CovidDelays.INTENSIVE_CARE_STAY);
  }
}
