package org.hilum.epidemic.forecasting.weekly;

/**
 * Susceptible, exposed and infectious persons who meet less the more is reported.
 *
 * <p>Formula: dE/dt = b I - E/L, dI/dt = E/L - I/D, new reports E/L; L = 3 days latent, D = 5 days
 * infectious; b from the growth rate r by R = (1 + rL)(1 + rD) (Wallinga and Lipsitch 2007); b
 * answers reports as (reports / reports now)^-{@value #AWARENESS} (awareness: Weitz 2020), the part
 * that stands for interventions and for fewer susceptible persons.
 */
final class Compartments implements PointFamily {

  static final double AWARENESS = 0.4;
  private static final double LATENT_DAYS = 3;
  private static final double INFECTIOUS_DAYS = 5;
  private static final double FADING_PER_DAY = 0.96;

  @Override
  public String name() {
    return "compartments";
  }

  @Override
  public double growth(Panel panel, int place, int step, int lead) {
    double perDay = RecentGrowth.of(panel, place, step) / 7;
    double r0 = Math.max(0.1, (1 + perDay * LATENT_DAYS) * (1 + perDay * INFECTIOUS_DAYS));
    double exposed = LATENT_DAYS;
    double infectious = 1 / (perDay + 1 / INFECTIOUS_DAYS);
    int days = lead * 7 / panel.week;
    double week = 0;
    double excess = Math.log(r0);
    for (int day = 1; day <= days; day++) {
      double reports = exposed / LATENT_DAYS;
      excess *= FADING_PER_DAY;
      double contact = Math.exp(excess) * Math.pow(reports, -AWARENESS) / INFECTIOUS_DAYS;
      double infections = contact * infectious;
      exposed += infections - reports;
      infectious += reports - infectious / INFECTIOUS_DAYS;
      week += day > days - 7 ? exposed / LATENT_DAYS : 0;
    }
    double before = 0;
    for (int day = 0; day < 7; day++) {
      before += Math.exp(-perDay * day);
    }
    return Math.log(week / Math.min(days, 7) * 7 / before);
  }
}
