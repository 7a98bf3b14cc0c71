package org.hilum.epidemic.bulletin.content;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;

/** What a place's weekly forecast rests on, in a sentence. */
public final class ExplanationWords {

  /** A share of less than this is not worth a word. */
  private static final double LEAST = 0.005;

  private ExplanationWords() {}

  /** The sentence; empty without an explanation. */
  public static Optional<String> of(SeriesReport series, Wording wording) {
    return series
        .explanation()
        .map(
            explanation ->
                wording.text(
                    Phrase.EXPLANATION,
                    explanation.weights().entrySet().stream()
                        .filter(each -> each.getValue() >= LEAST)
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(
                            each ->
                                wording.text(
                                    Phrase.EXPLANATION_SHARE,
                                    wording.family(each.getKey()),
                                    Numbers.percent(each.getValue(), 0)))
                        .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR))),
                    wording.date(explanation.firstCounted()),
                    wording.date(explanation.lastCounted())));
  }
}
