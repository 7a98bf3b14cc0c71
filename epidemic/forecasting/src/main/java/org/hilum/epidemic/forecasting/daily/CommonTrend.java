package org.hilum.epidemic.forecasting.daily;

/**
 * Which growth and bend all places share, each having its own level: the penalised Poisson fit of
 * {@link LogTrend} to all places at once, by Newton's method with the levels eliminated.
 *
 * <p>As a day's weight is bounded by {@code 1 / noise²}, no large place outweighs the many.
 */
final class CommonTrend {

  private static final int ROUNDS = 15;
  private static final double LONGEST_STEP = 0.1;
  private static final double SETTLED = 1e-5;

  private final double[][] rows;
  private final int until;
  private final double noise;
  private final double[] levels;
  private double growth;
  private double bend;

  private CommonTrend(double[][] rows, int until, LogTrend.Prior prior, double noise) {
    this.rows = rows;
    this.until = until;
    this.noise = noise;
    this.growth = prior.growth();
    this.bend = prior.bend();
    this.levels = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      levels[i] = LogTrend.start(rows[i], until);
    }
  }

  /** Level of the result is 0; its variance is that of the growth. */
  static LogTrend fit(double[][] rows, int until, LogTrend.Prior prior, double noise) {
    CommonTrend trend = new CommonTrend(rows, until, prior, noise);
    double variance = 0;
    double step = 1;
    for (int round = 0; round < ROUNDS && Math.abs(step) >= SETTLED; round++) {
      Reduced all = new Reduced(prior, trend.growth, trend.bend);
      Slopes[] places = trend.slopes();
      for (Slopes place : places) {
        all.add(place);
      }
      step = all.growthStep();
      double share = Math.min(1, LONGEST_STEP / Math.max(1e-9, Math.abs(step)));
      trend.move(places, share * step, share * all.bendStep());
      variance = all.variance();
    }
    return new LogTrend(0, trend.growth, trend.bend, variance);
  }

  private void move(Slopes[] places, double growthStep, double bendStep) {
    growth += growthStep;
    bend += bendStep;
    for (int i = 0; i < levels.length; i++) {
      if (!Double.isNaN(levels[i])) {
        levels[i] += Numbers.within(-1, places[i].levelStep(growthStep, bendStep), 1);
      }
    }
  }

  private Slopes[] slopes() {
    Slopes[] all = new Slopes[rows.length];
    for (int i = 0; i < rows.length; i++) {
      all[i] = new Slopes();
      double age = 1;
      for (int k = 0; k < LogTrend.MEMORY && k <= until; k++, age *= 1 - LogTrend.FORGET) {
        double count = rows[i][until - k];
        if (!Double.isNaN(count + levels[i])) {
          double log = levels[i] - growth * k + bend * k * k / 2.0;
          double mean = Math.exp(Numbers.within(-12, log, 20));
          all[i].add(k, age / (1 + noise * noise * mean), count, mean);
        }
      }
    }
    return all;
  }

  /** Slopes and curvature of one place's likelihood in level, growth and bend. */
  private static final class Slopes {

    private double level;
    private double growth;
    private double bend;
    private double levelLevel;
    private double levelGrowth;
    private double levelBend;
    private double growthGrowth;
    private double growthBend;
    private double bendBend;

    void add(int k, double weight, double count, double mean) {
      double square = k * k / 2.0;
      double away = weight * (LogTrend.bounded(count, mean) - mean);
      double stiff = weight * mean;
      level += away;
      growth -= away * k;
      bend += away * square;
      levelLevel += stiff;
      levelGrowth -= stiff * k;
      levelBend += stiff * square;
      growthGrowth += stiff * k * k;
      growthBend -= stiff * k * square;
      bendBend += stiff * square * square;
    }

    double levelStep(double growthStep, double bendStep) {
      return levelLevel > 0
          ? (level - levelGrowth * growthStep - levelBend * bendStep) / levelLevel
          : 0;
    }
  }

  /** The system in growth and bend that is left once the levels are eliminated (Schur). */
  private static final class Reduced {

    private double growth;
    private double bend;
    private double growthGrowth;
    private double growthBend;
    private double bendBend;

    Reduced(LogTrend.Prior prior, double growthNow, double bendNow) {
      growthGrowth = LogTrend.weight(prior.growthSpread());
      bendBend = LogTrend.weight(prior.bendSpread());
      growth = (prior.growth() - growthNow) * growthGrowth;
      bend = (prior.bend() - bendNow) * bendBend;
    }

    void add(Slopes one) {
      if (one.levelLevel > 0) {
        growth += one.growth - one.levelGrowth * one.level / one.levelLevel;
        bend += one.bend - one.levelBend * one.level / one.levelLevel;
        growthGrowth += one.growthGrowth - one.levelGrowth * one.levelGrowth / one.levelLevel;
        growthBend += one.growthBend - one.levelGrowth * one.levelBend / one.levelLevel;
        bendBend += one.bendBend - one.levelBend * one.levelBend / one.levelLevel;
      }
    }

    private double whole() {
      return growthGrowth * bendBend - growthBend * growthBend;
    }

    double growthStep() {
      return (bendBend * growth - growthBend * bend) / whole();
    }

    double bendStep() {
      return (growthGrowth * bend - growthBend * growth) / whole();
    }

    double variance() {
      return bendBend / whole();
    }
  }
}
