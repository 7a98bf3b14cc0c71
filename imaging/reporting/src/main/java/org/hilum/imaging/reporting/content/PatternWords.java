package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Covid19Pattern.Lack;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/** The COVID-19 pattern in words: its name, the rule with the numbers that decided, its use. */
public record PatternWords(Covid19Pattern pattern, Wording wording) {

  private static final List<String> SHARES =
      List.of("opacityPercent", "leftPercent", "peripheralPercent");

  /** The category with its level. */
  public String name() {
    var category = wording.category(pattern.category());
    return pattern.category().equals("NOT_MEASURED")
        ? category
        : wording.text(Phrase.PATTERN_LEVEL, category, pattern.level());
  }

  /** What the category says of the chest, or why there is none. */
  public String meaning() {
    return pattern.because().isEmpty()
        ? wording.meaning(pattern.category())
        : String.join(" ", pattern.because().stream().map(wording::reason).toList());
  }

  /** The rule, with what was measured, which cuts decided, and what it does not see. */
  public String rule() {
    var sentences = new ArrayList<String>();
    if (SHARES.stream().allMatch(pattern.inputs()::containsKey)) {
      measured(sentences);
    }
    sentences.add(decided());
    sentences.add(wording.text(Phrase.RULE_LIMITS));
    return joined(sentences);
  }

  /** What it must not be used for, and how well human readers do, with the source. */
  public String use() {
    return joined(List.of(wording.text(Phrase.PATTERN_NOTE), wording.text(Phrase.PATTERN_READERS)));
  }

  private void measured(List<String> sentences) {
    sentences.add(wording.text(Phrase.RULE_AMOUNT, share("opacityPercent"), number("lesionCount")));
    if (pattern.inputs().getOrDefault("lesionCount", 0.0) > 0) {
      sentences.add(
          wording.text(
              Phrase.RULE_SIDES,
              share("leftPercent"),
              percent(100 - pattern.inputs().getOrDefault("leftPercent", 0.0)),
              cut("bilateralFromPercent")));
      sentences.add(
          wording.text(
              Phrase.RULE_PERIPHERAL,
              share("peripheralPercent"),
              share("peripheralThirdOfLungsPercent"),
              cut("peripheralAbovePercent"),
              pattern.thresholds().getOrDefault("peripheralRatioFrom", 0.0)));
      sentences.add(wording.text(Phrase.RULE_LOWER, share("lowerZonesPercent")));
      if (pattern.inputs().containsKey("roundedPercent")) {
        sentences.add(wording.text(Phrase.RULE_ROUNDED, share("roundedPercent")));
      }
      sentences.add(
          wording.text(
              Phrase.RULE_KIND,
              share("groundGlassPercent"),
              share("consolidationPercent"),
              share("undeterminedPercent"),
              cut("groundGlassFromPercent")));
    }
  }

  private String decided() {
    return switch (pattern.level()) {
      case 5 -> wording.text(Phrase.RULE_LEVEL_5);
      case 4 -> wording.text(Phrase.RULE_LEVEL_4, lacking());
      case 3 -> wording.text(Phrase.RULE_LEVEL_3, lacking());
      case 2 -> wording.text(Phrase.RULE_LEVEL_2, cut("isolatedFromPercent"));
      case 1 -> wording.text(Phrase.RULE_LEVEL_1, cut("noneBelowPercent"));
      default ->
          wording.text(Phrase.RULE_LEVEL_0, cut("noneBelowPercent"), cut("traceBelowPercent"));
    };
  }

  private String lacking() {
    return String.join(
        wording.text(Phrase.LIST_SEPARATOR), pattern.lacking().stream().map(this::lack).toList());
  }

  private String lack(Lack lack) {
    return wording.text(
        switch (lack) {
          case BILATERAL -> Phrase.LACK_BILATERAL;
          case PERIPHERAL -> Phrase.LACK_PERIPHERAL;
          case GROUND_GLASS -> Phrase.LACK_GROUND_GLASS;
          case KNOWN_GROUND_GLASS -> Phrase.LACK_KNOWN_GROUND_GLASS;
        });
  }

  private String share(String input) {
    return percent(pattern.inputs().getOrDefault(input, 0.0));
  }

  private String cut(String threshold) {
    double value = pattern.thresholds().getOrDefault(threshold, 0.0);
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f %%", value)
        : percent(value);
  }

  private String number(String input) {
    return String.format(Locale.ROOT, "%.0f", pattern.inputs().getOrDefault(input, 0.0));
  }

  /** One decimal, two where one would show nothing. */
  private static String percent(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 0.1 ? "%.2f %%" : "%.1f %%", value);
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences);
  }
}
