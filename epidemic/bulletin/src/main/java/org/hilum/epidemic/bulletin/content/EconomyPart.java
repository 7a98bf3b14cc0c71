package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.EconomyReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Province;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.economy.AnnualOutlook;
import org.hilum.epidemic.economy.GdpNowcast;
import org.hilum.epidemic.economy.OutlookRun;

/** What the measures may do to output: the quarter, the year, and apart from both what if. */
final class EconomyPart {

  private static final String CHINA = "CHN";

  private final EconomyReport economy;
  private final Wording wording;
  private final Set<String> shown;

  private EconomyPart(EconomyReport economy, Bulletin bulletin, Wording wording) {
    this.economy = economy;
    this.wording = wording;
    this.shown =
        bulletin.places().stream()
            .map(place -> Province.of(place.name()).isPresent() ? CHINA : code(place.name()))
            .collect(Collectors.toSet());
  }

  static List<Part> of(Bulletin bulletin, Wording wording) {
    return bulletin.economy().stream()
        .map(economy -> new EconomyPart(economy, bulletin, wording))
        .flatMap(part -> Stream.of(part.expected(), part.scenarios()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The three-letter code of a country by its English name or two-letter code. */
  private static String code(String place) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> Locale.of("", code))
        .filter(
            country ->
                country.getCountry().equals(place)
                    || country.getDisplayCountry(Locale.ENGLISH).equals(place))
        .map(Locale::getISO3Country)
        .findFirst()
        .orElse("");
  }

  private String name(String code) {
    return Arrays.stream(Locale.getISOCountries())
        .map(each -> Locale.of("", each))
        .filter(country -> country.getISO3Country().equals(code))
        .map(country -> country.getDisplayCountry(wording.language().locale()))
        .findFirst()
        .orElse(code);
  }

  private boolean isShown(String code) {
    return shown.contains(code);
  }

  private Optional<Part> expected() {
    var run = economy.nowcast();
    var nowcasts = run.nowcasts().stream().filter(one -> isShown(one.location())).toList();
    var blocks = new ArrayList<Block>();
    if (!nowcasts.isEmpty()) {
      blocks.add(
          new Block.Grid(
              wording.text(Phrase.ECONOMY_NOWCAST, run.quarter()),
              texts(
                  Phrase.COLUMN_COUNTRY,
                  Phrase.COLUMN_QUARTER_CHANGE,
                  Phrase.COLUMN_NEXT_50,
                  Phrase.COLUMN_NEXT_95,
                  Phrase.COLUMN_GAP,
                  Phrase.COLUMN_STRINGENCY),
              nowcasts.stream().map(this::row).toList()));
    }
    economy.outlooks().stream().findFirst().ifPresent(held -> year(held, blocks));
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    blocks.add(new Block.Paragraph(wording.text(Phrase.ECONOMY_NOTE), true));
    blocks.add(
        new Block.Points(
            run.sources().stream()
                .map(
                    source ->
                        source.name() + " \u00b7 " + source.licence() + " \u00b7 " + source.asOf())
                .distinct()
                .toList()));
    return Optional.of(new Part("economy", wording.text(Phrase.ECONOMY), false, blocks));
  }

  private List<String> texts(Phrase... phrases) {
    return Arrays.stream(phrases).map(phrase -> wording.text(phrase)).toList();
  }

  private List<String> row(GdpNowcast one) {
    return List.of(
        name(one.location()),
        signed(one.changePercent()),
        range(one.low50(), one.high50()),
        range(one.low95(), one.high95()),
        signed(one.gapPercent()),
        Numbers.decimals(one.stringency(), 0) + (one.stringencyAssumed() ? "*" : ""));
  }

  private void year(OutlookRun held, List<Block> blocks) {
    var outlooks = held.outlooks().stream().filter(one -> isShown(one.location())).toList();
    if (!outlooks.isEmpty()) {
      blocks.add(
          new Block.Grid(
              wording.text(Phrase.ECONOMY_OUTLOOK, held.year()),
              texts(
                  Phrase.COLUMN_COUNTRY,
                  Phrase.COLUMN_YEAR_GROWTH,
                  Phrase.COLUMN_NEXT_50,
                  Phrase.COLUMN_NEXT_95),
              outlooks.stream()
                  .map(
                      one ->
                          List.of(
                              name(one.location()),
                              signed(one.growthPercent()),
                              range(one.low50(), one.high50()),
                              range(one.low95(), one.high95())))
                  .toList()));
    }
  }

  private Optional<Part> scenarios() {
    var runs = economy.outlooks();
    var rows = new ArrayList<List<String>>();
    if (runs.size() > 1) {
      for (var held : runs.getFirst().outlooks()) {
        if (isShown(held.location())) {
          var row = new ArrayList<String>();
          row.add(name(held.location()));
          runs.forEach(
              run -> row.add(run.of(held.location()).map(this::said).orElse(Numbers.UNKNOWN)));
          rows.add(row);
        }
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var columns = new ArrayList<String>();
    columns.add(wording.text(Phrase.COLUMN_COUNTRY));
    runs.forEach(run -> columns.add(scenario(run.scenario().name())));
    return Optional.of(
        new Part(
            "economy-scenarios",
            wording.text(Phrase.SCENARIOS) + " \u00b7 " + wording.text(Phrase.ECONOMY),
            true,
            List.of(
                new Block.Paragraph(wording.text(Phrase.SCENARIOS_NOTE), false),
                new Block.Grid(
                    wording.text(Phrase.SCENARIOS_OUTLOOK, runs.getFirst().year()),
                    columns,
                    rows))));
  }

  private String scenario(String name) {
    return switch (name) {
      case "held" -> wording.text(Phrase.SCENARIO_HELD);
      case "eased" -> wording.text(Phrase.SCENARIO_EASED);
      case "tightened" -> wording.text(Phrase.SCENARIO_TIGHTENED);
      default -> name;
    };
  }

  private String said(AnnualOutlook one) {
    return wording.text(
        Phrase.RATIO_AND_INTERVAL, signed(one.growthPercent()), range(one.low95(), one.high95()));
  }

  private static String signed(double percent) {
    return (percent > 0 ? "+" : "") + Numbers.decimals(percent, 1);
  }

  private static String range(double low, double high) {
    return Numbers.decimals(low, 1) + " \u2026 " + Numbers.decimals(high, 1);
  }
}
