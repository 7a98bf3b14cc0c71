package org.hilum.imaging.evaluation.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hilum.imaging.evaluation.CaseOutcome;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.evaluation.Evaluation;
import org.hilum.imaging.evaluation.Figure;
import org.hilum.imaging.vocabulary.Reason;

/** Every case as one line of {@code cases.csv} (RFC 4180); an empty cell is not known. */
public final class CasesCsv {

  private CasesCsv() {}

  /** The file. */
  public static String of(Evaluation evaluation) {
    var lines = new ArrayList<String>();
    lines.add(line(header()));
    evaluation.outcomes().forEach(outcome -> lines.add(line(cells(outcome))));
    return String.join("\r\n", lines) + "\r\n";
  }

  private static List<String> header() {
    var header =
        new ArrayList<>(
            List.of(
                "case",
                "patient",
                "group",
                "outcome",
                "reasons",
                "network",
                "networkSha256",
                "slices",
                "labelledSlices"));
    for (var figure : Figure.values()) {
      header.add(figure.key());
      if (figure.isPooled()) {
        header.add(figure.key() + "Of");
      }
    }
    return header;
  }

  private static List<String> cells(CaseOutcome outcome) {
    var row = outcome.row();
    var cells = new ArrayList<>(List.of(row.id(), row.patient(), row.group()));
    switch (outcome) {
      case CaseMeasured measured -> {
        cells.addAll(
            List.of(
                "measured",
                codes(measured.remarks()),
                measured.network().name() + " " + measured.network().version(),
                measured.network().sha256(),
                Integer.toString(measured.slices()),
                Integer.toString(measured.labelledSlices())));
        addFigures(measured, cells);
      }
      case CaseRefused refused -> cells.addAll(List.of("refused", codes(refused.reasons())));
      case CaseFailed failed ->
          cells.addAll(List.of("failed", failed.fault().getClass().getSimpleName()));
    }
    while (cells.size() < header().size()) {
      cells.add("");
    }
    return cells;
  }

  private static void addFigures(CaseMeasured measured, List<String> cells) {
    for (var figure : Figure.values()) {
      var value = measured.figures().value(figure);
      cells.add(value.isPresent() ? number(value.getAsDouble()) : "");
      if (figure.isPooled()) {
        var whole = measured.figures().whole(figure);
        cells.add(whole.isPresent() ? number(whole.getAsDouble()) : "");
      }
    }
  }

  private static String codes(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.code().code())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Six digits: more than any figure is good for. */
  static String number(double value) {
    return value == 0
        ? "0"
        : BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CasesCsv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
