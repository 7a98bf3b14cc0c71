package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hilum.epidemic.forecasting.ForecastRefusal;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.ForecastingReason;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.HubReading;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.forecasting.TruthFile;
import org.hilum.epidemic.forecasting.TruthReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum forecast score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Say how good forecasts were, beside what came.",
    footer = {
      "",
      "Forecasts: hub CSV with 23 quantiles, plain or gzip, of one or many dates.",
      "Truth: a vintage folder (cases.csv, deaths.csv, admissions.csv), or one CSV with location,",
      "date or target_end_date, and value, observation or truth; of several as_of the newest counts.",
      "Weeks with a negative day are left out and counted; so is what has not been counted yet.",
      "",
      "WIS: weighted interval score, persons, smaller is better; its parts: spread, over, under.",
      "relative: WIS by the baseline's on the same rows, with a 90 % interval; below 1 is better.",
      "A row of the baseline that is missing costs the baseline's score times 1.5.",
      "Exit status: 0 scored, 2 a file was refused or nothing could be scored, 1 fault."
    })
public final class ForecastScoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "<forecasts>", description = "Hub CSV.")
  private Path forecasts;

  @Parameters(index = "1", paramLabel = "<truth>", description = "What was counted in the end.")
  private Path truth;

  @Option(
      names = "--baseline",
      paramLabel = "<file>",
      description = "Hub CSV of a baseline to compare with, row by row.")
  private @Nullable Path baseline;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(names = "--by-place", description = "A line for each place too.")
  private boolean byPlace;

  @Override
  public Integer call() throws IOException {
    List<ForecastRefusal> refusals = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    List<HubForecast> ours = hub(forecasts, refusals, passedOver);
    List<HubForecast> theirs =
        baseline == null ? List.of() : hub(baseline, refusals, new ArrayList<>());
    Truth came = truth(refusals);
    if (!refusals.isEmpty()) {
      return refused(refusals);
    }
    var scores = ForecastScores.of(ours, came, theirs);
    if (scores.isEmpty()) {
      return refused(List.of(nothing(scores)));
    }
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(ScoreAnswers.json(scores, passedOver, byPlace).toPrettyString());
    } else {
      ScoreAnswers.tell(writer, scores, passedOver, byPlace);
    }
    return ExitStatus.DONE;
  }

  private static List<HubForecast> hub(
      Path file, List<ForecastRefusal> refusals, List<String> passedOver) throws IOException {
    return switch (HubFile.read(file)) {
      case HubReading.Read read -> {
        passedOver.addAll(read.passedOver());
        yield read.forecasts();
      }
      case HubReading.Refused refused -> {
        refusals.addAll(refused.refusals());
        yield List.of();
      }
    };
  }

  private Truth truth(List<ForecastRefusal> refusals) throws IOException {
    return switch (TruthFile.read(truth)) {
      case TruthReading.Read read -> read.truth();
      case TruthReading.Refused refused -> {
        refusals.addAll(refused.refusals());
        yield Truth.of(List.of());
      }
    };
  }

  private static ForecastRefusal nothing(ForecastScores scores) {
    var reason = ForecastingReason.NOTHING_TO_SCORE;
    return new ForecastRefusal(reason, reason.meaning(), ScoreAnswers.leftOut(scores));
  }

  private int refused(List<ForecastRefusal> refusals) {
    if (json) {
      spec.commandLine().getOut().println(ScoreAnswers.refusals(refusals).toPrettyString());
    } else {
      var err = spec.commandLine().getErr();
      err.println("Nothing was scored:");
      refusals.forEach(refusal -> err.println("  " + refusal));
    }
    return ExitStatus.REFUSED;
  }
}
