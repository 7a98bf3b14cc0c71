package org.hilum.imaging.evaluation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.imaging.evaluation.CaseOutcome;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.evaluation.Evaluation;
import org.hilum.imaging.evaluation.Figure;
import org.hilum.imaging.evaluation.GroupSummary;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.reporting.ReadingFindings;

/** The evaluation for a person: {@code summary.md}, a table by group and a table by case. */
public final class SummaryMarkdown {

  private static final List<Figure> BY_CASE =
      List.of(
          Figure.LUNG_DICE,
          Figure.LUNG_SURFACE_DICE,
          Figure.LUNG_BIAS_PERCENT,
          Figure.OPACITY_DICE,
          Figure.OPACITY_SURFACE_DICE,
          Figure.INVOLVEMENT_DRAWN,
          Figure.INVOLVEMENT_FOUND,
          Figure.INVOLVEMENT_ERROR,
          Figure.LESION_SENSITIVITY,
          Figure.FALSE_LESIONS,
          Figure.FALSE_OPACITY_ML,
          Figure.FALSE_OPACITY_PERCENT,
          Figure.SECONDS);

  private SummaryMarkdown() {}

  /** The page. */
  public static String of(Evaluation evaluation) {
    var page = new ArrayList<String>();
    page.add("# Evaluation");
    page.add("");
    page.add(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    page.add("");
    evaluation
        .networks()
        .forEach((network, cases) -> page.add("- " + network + ": " + cases + " cases"));
    page.add("");
    page.addAll(tables(evaluation));
    page.addAll(reliability(evaluation));
    page.addAll(MEANING.lines().toList());
    return String.join("\n", page) + "\n";
  }

  /** The tables alone, as they are printed on a terminal. */
  public static List<String> tables(Evaluation evaluation) {
    var lines = new ArrayList<String>();
    lines.add("## Means over patients, with 95 % intervals");
    lines.add("");
    lines.addAll(groups(evaluation));
    lines.add("");
    lines.add("## Case by case");
    lines.add("");
    lines.addAll(cases(evaluation));
    lines.add("");
    lines.addAll(partlyLabelled(evaluation));
    lines.addAll(notMeasured(evaluation));
    return lines;
  }

  private static List<String> groups(Evaluation evaluation) {
    var summaries = evaluation.summaries();
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.concat(Stream.of("quantity"), summaries.stream().map(SummaryMarkdown::heading))
            .toList());
    for (var figure : evaluation.figuresKnown()) {
      rows.add(
          Stream.concat(
                  Stream.of(TableNumbers.title(figure)),
                  summaries.stream().map(each -> TableNumbers.of(each.of(figure), figure)))
              .toList());
    }
    return AlignedTable.of(rows);
  }

  private static String heading(GroupSummary summary) {
    return "%s (%d of %d)".formatted(summary.name(), summary.measured(), summary.cases());
  }

  private static List<String> cases(Evaluation evaluation) {
    var figures = BY_CASE.stream().filter(evaluation.figuresKnown()::contains).toList();
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.concat(Stream.of("case", "group"), figures.stream().map(SummaryMarkdown::heading))
            .toList());
    for (var outcome : evaluation.outcomes()) {
      var cells = new ArrayList<>(List.of(outcome.row().id(), outcome.row().group()));
      figures.forEach(
          figure ->
              cells.add(
                  outcome instanceof CaseMeasured measured
                      ? cell(measured, figure)
                      : TableNumbers.ABSENT));
      rows.add(cells);
    }
    return AlignedTable.of(rows);
  }

  /** Short enough for a table as wide as a screen. */
  private static String heading(Figure figure) {
    return switch (figure) {
      case LUNG_SURFACE_DICE -> "lung surface";
      case LUNG_BIAS_PERCENT -> "lung bias %";
      case OPACITY_SURFACE_DICE -> "opacity surface";
      case INVOLVEMENT_DRAWN -> "drawn %";
      case INVOLVEMENT_FOUND -> "found %";
      case INVOLVEMENT_ERROR -> "off by points";
      case LESION_SENSITIVITY -> "lesions";
      case FALSE_LESIONS -> "false lesions";
      case FALSE_OPACITY_ML -> "false mL";
      case FALSE_OPACITY_PERCENT -> "false %";
      case SECONDS -> "seconds";
      default -> figure.words();
    };
  }

  private static String cell(CaseMeasured measured, Figure figure) {
    var whole = measured.figures().whole(figure);
    return figure.isPooled() && whole.isPresent()
        ? "%.0f of %.0f"
            .formatted(
                measured.figures().value(figure).orElse(0) * whole.getAsDouble(),
                whole.getAsDouble())
        : TableNumbers.of(measured.figures().value(figure), figure);
  }

  private static List<String> partlyLabelled(Evaluation evaluation) {
    var partly =
        evaluation.measured().stream()
            .filter(each -> each.labelledSlices() < each.slices())
            .map(
                each ->
                    "%s (%d of %d)"
                        .formatted(each.row().id(), each.labelledSlices(), each.slices()))
            .collect(Collectors.joining(", "));
    return partly.isEmpty()
        ? List.of()
        : List.of(
            "Labelled on some slices only; Dice and involvement are over those: " + partly + ".",
            "");
  }

  private static List<String> notMeasured(Evaluation evaluation) {
    var lines = new ArrayList<String>();
    for (CaseOutcome outcome : evaluation.outcomes()) {
      switch (outcome) {
        case CaseRefused refused ->
            refused
                .reasons()
                .forEach(reason -> lines.add("- " + outcome.row().id() + " refused: " + reason));
        case CaseFailed failed ->
            lines.add("- " + outcome.row().id() + " failed: " + failed.fault());
        case CaseMeasured measured -> {}
      }
    }
    if (!lines.isEmpty()) {
      lines.addFirst("");
      lines.addFirst("## Not measured");
      lines.add("");
    }
    return lines;
  }

  private static List<String> reliability(Evaluation evaluation) {
    var counts = evaluation.summaries().getLast().reliability();
    if (counts.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("probability of opacity", "voxels", "mean probability", "share drawn"));
    counts.get().bins(1).forEach(bin -> rows.add(row(bin)));
    var lines = new ArrayList<String>();
    lines.add("## Are the probabilities to be believed?");
    lines.add("");
    lines.add("Voxels of all cases with drawn opacities, in the lungs drawn or found.");
    lines.add("");
    lines.addAll(AlignedTable.of(rows));
    lines.add("");
    return lines;
  }

  private static List<String> row(Reliability.Bin bin) {
    return List.of(
        TableNumbers.of(bin.from(), 1) + " to " + TableNumbers.of(bin.to(), 1),
        Long.toString(bin.voxels()),
        TableNumbers.of(bin.meanProbability(), 3),
        TableNumbers.of(bin.drawnShare(), 3));
  }

  private static final String MEANING =
      """
      ## What the numbers mean

      - A dash is not known: the mask or the spacing is missing. It counts nowhere and is never zero.
      - Mean over patients; n is how many patients have the quantity. Interval: 2.5th and 97.5th percentile of 10 000 resamples of
        whole patients, fixed seed (Efron and Tibshirani 1993, chapter 13). None below three patients; with few it is too narrow.
      - Dice: 2 x both / (drawn + found), absent where nothing was drawn.
      - Surface Dice at 3 mm: the part of both surfaces that lies within 3 mm of the other (Nikolov 2021, arXiv 1809.04430).
      - Involvement (drawn %, found %, off by points): opacity in percent of the lungs, both over the slices whose lungs and opacities are labelled; drawn of drawn, found of found.
      - Lesion: connected part (26 neighbours) from 0.1 mL on, or 50 voxels where spacing is not known; detected when at least 10 % of it was
        found. A false lesion is found and holds less than 10 % of drawn opacity. Lesions of a group are pooled.
      - False opacity: in lungs known to be free of it, on all slices.
      - Calibration error: mean distance of probability and share drawn over ten bins, weighed by voxels, in the lungs drawn or found (Guo 2017,
        arXiv 1706.04599); of the probability that a reading writes, and, where the network's card has a temperature, of that before it.
      - Agreement with the people who drew, whose edges are soft, not with truth.
      """;
}
