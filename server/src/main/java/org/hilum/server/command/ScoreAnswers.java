package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.epidemic.forecasting.ForecastRefusal;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.Ratio;
import org.hilum.epidemic.forecasting.ScoreLine;

/** Tells a person or a program how good forecasts were. */
final class ScoreAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HEAD =
      "%7s %7s %7s %10s %10s %10s %10s %20s %8s %8s %6s %6s %6s %7s %8s";
  private static final String ROW =
      "%7s %7d %7d %10.2f %10.2f %10.2f %10.2f %20s %8.3f %8s %5.1f%% %5.1f%% %6s %7s %8d";

  private ScoreAnswers() {}

  static void tell(
      PrintWriter out, ForecastScores scores, List<String> passedOver, boolean byPlace) {
    table(out, scores.byHorizon());
    if (byPlace) {
      table(out, scores.byPlace());
    }
    out.println();
    out.println("Left out: " + leftOut(scores));
    passedOver.forEach(what -> out.println("Passed over: " + what));
  }

  private static void table(PrintWriter out, List<ScoreLine> lines) {
    String before = "";
    for (ScoreLine line : lines) {
      String title =
          line.group().target() + line.group().location().map(place -> ", " + place).orElse("");
      if (!title.equals(before)) {
        out.println();
        out.println(title);
        out.println(
            String.format(
                Locale.ROOT,
                HEAD,
                "horizon",
                "scored",
                "missing",
                "WIS",
                "spread",
                "over",
                "under",
                "relative (90 %)",
                "log WIS",
                "relative",
                "in 50%",
                "in 95%",
                "WAPE",
                "medAPE",
                "exploded"));
      }
      before = title;
      out.println(row(line));
    }
  }

  private static String row(ScoreLine line) {
    return String.format(
        Locale.ROOT,
        ROW,
        line.group().horizon().isPresent() ? line.group().horizon().getAsInt() : "all",
        line.scored(),
        line.missing(),
        line.natural().total(),
        line.natural().dispersion(),
        line.natural().overprediction(),
        line.natural().underprediction(),
        line.relative().map(ScoreAnswers::withInterval).orElse("-"),
        line.logarithmic().total(),
        line.relativeLog().map(ratio -> three(ratio.value())).orElse("-"),
        100 * line.coverage().fifty(),
        100 * line.coverage().ninetyFive(),
        three(line.point().wape()),
        three(line.point().medianApe()),
        line.medianExplosions() + line.grossExplosions());
  }

  /** One date alone says nothing of how sure the ratio is. */
  private static String withInterval(Ratio ratio) {
    if (ratio.low() == ratio.high()) {
      return three(ratio.value());
    }
    return "%s (%s-%s)".formatted(three(ratio.value()), three(ratio.low()), three(ratio.high()));
  }

  private static String three(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
  }

  static String leftOut(ForecastScores scores) {
    return scores.leftOut().isEmpty()
        ? "nothing"
        : scores.leftOut().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  static ObjectNode json(ForecastScores scores, List<String> passedOver, boolean byPlace) {
    var answer = JSON.objectNode();
    var lines = answer.putArray("lines");
    scores.byHorizon().forEach(line -> lines.add(json(line)));
    if (byPlace) {
      scores.byPlace().forEach(line -> lines.add(json(line)));
    }
    var leftOut = answer.putObject("leftOut");
    scores.leftOut().forEach(leftOut::put);
    var passed = answer.putArray("passedOver");
    passedOver.forEach(passed::add);
    return answer;
  }

  private static ObjectNode json(ScoreLine line) {
    var node = JSON.objectNode().put("target", line.group().target());
    line.group().horizon().ifPresent(horizon -> node.put("horizon", horizon));
    line.group().location().ifPresent(place -> node.put("location", place));
    node.put("scored", line.scored()).put("missing", line.missing());
    node.put("wis", line.natural().total())
        .put("dispersion", line.natural().dispersion())
        .put("overprediction", line.natural().overprediction())
        .put("underprediction", line.natural().underprediction())
        .put("logWis", line.logarithmic().total());
    ratio(node, "relativeWis", line.relative());
    ratio(node, "relativeLogWis", line.relativeLog());
    node.put("coverage50", line.coverage().fifty()).put("coverage95", line.coverage().ninetyFive());
    var pit = node.putArray("pit");
    line.pit().forEach(pit::add);
    finite(node, "wape", line.point().wape());
    finite(node, "medianApe", line.point().medianApe());
    return node.put("medianExplosions", line.medianExplosions())
        .put("scoreExplosions", line.scoreExplosions())
        .put("grossExplosions", line.grossExplosions());
  }

  private static void ratio(ObjectNode node, String name, Optional<Ratio> ratio) {
    ratio.ifPresent(
        one ->
            node.putObject(name)
                .put("value", one.value())
                .put("low90", one.low())
                .put("high90", one.high()));
  }

  private static void finite(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    }
  }

  static ObjectNode refusals(List<ForecastRefusal> refusals) {
    var answer = JSON.objectNode();
    var array = answer.putArray("refusals");
    for (ForecastRefusal refusal : refusals) {
      array
          .addObject()
          .put("code", refusal.reason().code())
          .put("message", refusal.message())
          .put("where", refusal.where());
    }
    return answer;
  }
}
