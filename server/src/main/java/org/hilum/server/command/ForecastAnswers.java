package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hilum.epidemic.forecasting.Explanation;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastRun;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.surveillance.Remark;

/** Tells a person or a program what was forecast and what to know about it. */
final class ForecastAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** So many remarks of one kind are told on a terminal; JSON tells all. */
  private static final int SHOWN = 5;

  private ForecastAnswers() {}

  static void tell(
      PrintWriter out, ForecastRun run, List<Remark> remarks, Path file, boolean explain) {
    targets(run)
        .forEach(
            (target, count) -> out.printf(Locale.ROOT, "%-20s %6d forecasts%n", target, count));
    tell(out, remarks);
    if (explain) {
      run.explanations().forEach(one -> out.println(line(one)));
    }
    out.println("Written: " + file);
    out.println("How good such forecasts were: docs/epidemic/accuracy.md");
  }

  /** The remarks by kind, of each kind some. */
  static void tell(PrintWriter out, List<Remark> remarks) {
    remarks.stream()
        .collect(Collectors.groupingBy(Remark::reason, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(alike -> some(out, alike));
  }

  private static void some(PrintWriter out, List<Remark> alike) {
    alike.stream().limit(SHOWN).forEach(out::println);
    if (alike.size() > SHOWN) {
      out.println(
          alike.getFirst().reason().code() + " and " + (alike.size() - SHOWN) + " more: --json");
    }
  }

  private static String line(Explanation one) {
    String weights =
        one.weights().entrySet().stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "%s %.0f %%", entry.getKey(), 100 * entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s, %s: counts %s to %s; %s. %s"
        .formatted(
            one.location(),
            one.measure().hubWord(),
            one.firstCounted(),
            one.lastCounted(),
            weights,
            one.note());
  }

  private static Map<String, Integer> targets(ForecastRun run) {
    Map<String, Integer> targets = new TreeMap<>();
    for (Forecast forecast : run.forecasts()) {
      targets.merge(HubFile.targetName(forecast.measure(), forecast.span()), 1, Integer::sum);
    }
    return targets;
  }

  static ObjectNode json(ForecastRun run, List<Remark> remarks, Path file, boolean explain) {
    var answer = JSON.objectNode().put("status", "forecast").put("file", file.toString());
    var targets = answer.putObject("forecasts");
    targets(run).forEach(targets::put);
    answer.set("remarks", remarks(remarks));
    if (explain) {
      var explanations = answer.putArray("explanations");
      run.explanations().forEach(one -> explanations.add(json(one)));
    }
    return answer;
  }

  private static ObjectNode json(Explanation one) {
    var node =
        JSON.objectNode()
            .put("location", one.location())
            .put("measure", one.measure().hubWord())
            .put("firstCounted", one.firstCounted().toString())
            .put("lastCounted", one.lastCounted().toString())
            .put("note", one.note());
    var weights = node.putObject("weights");
    one.weights().forEach(weights::put);
    return node;
  }

  static ObjectNode refused(List<Remark> reasons) {
    var answer = JSON.objectNode().put("status", "refused");
    answer.set("refusals", remarks(reasons));
    return answer;
  }

  static ArrayNode remarks(List<Remark> remarks) {
    var array = JSON.arrayNode();
    for (Remark remark : remarks) {
      array
          .addObject()
          .put("code", remark.reason().code())
          .put("message", remark.message())
          .put("where", remark.where());
    }
    return array;
  }
}
