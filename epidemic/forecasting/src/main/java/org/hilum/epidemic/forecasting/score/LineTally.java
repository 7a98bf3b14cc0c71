package org.hilum.epidemic.forecasting.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hilum.epidemic.forecasting.Coverage;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.PointError;
import org.hilum.epidemic.forecasting.ScoreGroup;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.WeightedIntervalScore;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of one group. */
public final class LineTally {

  private static final int QUARTER = 6;
  private static final int FORTIETH = 1;

  private int scored;
  private int missing;
  private WeightedIntervalScore natural = new WeightedIntervalScore(0, 0, 0);
  private WeightedIntervalScore logarithmic = new WeightedIntervalScore(0, 0, 0);
  private final RedrawnDates relative = new RedrawnDates();
  private final RedrawnDates relativeLog = new RedrawnDates();
  private final PitHistogram pit = new PitHistogram();
  private final DoubleStream.Builder percentErrors = DoubleStream.builder();
  private double errors;
  private double counts;
  private int within50;
  private int within95;
  private int medianExplosions;
  private final Explosions explosions = new Explosions();

  /** Adds a row. */
  public void add(ScoredRow row) {
    Forecast ours = row.forecast();
    if (ours == null) {
      missing++;
    } else {
      addScores(ours, row.came());
      addPoint(ours, row.came());
    }
    addRelative(ours, row.baseline(), row);
    medianExplosions += row.medianExplodes() ? 1 : 0;
    explosions.add(row);
  }

  private void addScores(Forecast ours, double came) {
    scored++;
    natural = natural.plus(ScoredRow.score(ours, came, false));
    logarithmic = logarithmic.plus(ScoredRow.score(ours, came, true));
    pit.add(ours.quantiles(), came);
    within50 += within(ours, QUARTER, came);
    within95 += within(ours, FORTIETH, came);
  }

  private static int within(Forecast ours, int place, double came) {
    return ours.quantile(place) <= came
            && came <= ours.quantile(ours.quantiles().length - 1 - place)
        ? 1
        : 0;
  }

  private void addPoint(Forecast ours, double came) {
    double error = Math.abs(ours.median() - came);
    errors += error;
    counts += came;
    if (came > 0) {
      percentErrors.add(error / came);
    }
  }

  private void addRelative(@Nullable Forecast ours, @Nullable Forecast baseline, ScoredRow row) {
    if (baseline == null) {
      return;
    }
    double came = row.came();
    relative.add(
        row.target().referenceDate(),
        ScoredRow.cost(ours, baseline, came, false),
        ScoredRow.score(baseline, came, false).total());
    relativeLog.add(
        row.target().referenceDate(),
        ScoredRow.cost(ours, baseline, came, true),
        ScoredRow.score(baseline, came, true).total());
  }

  /** The line of all rows added. */
  public ScoreLine line(ScoreGroup group) {
    double each = 1.0 / scored;
    return new ScoreLine(
        group,
        scored,
        missing,
        natural.times(each),
        logarithmic.times(each),
        relative.isEmpty() ? Optional.empty() : Optional.of(relative.ratio()),
        relativeLog.isEmpty() ? Optional.empty() : Optional.of(relativeLog.ratio()),
        new Coverage(within50 * each, within95 * each),
        pit.fractions(),
        new PointError(counts > 0 ? errors / counts : Double.NaN, median()),
        medianExplosions,
        explosions.ofRows(),
        explosions.ofPlaces());
  }

  private double median() {
    double[] all = percentErrors.build().toArray();
    if (all.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(all);
    int middle = all.length / 2;
    return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
  }
}
