package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Fatality;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.surveillance.FatalityBias;
import org.hilum.epidemic.surveillance.FatalityEstimate;
import org.hilum.epidemic.surveillance.FatalityEstimate.Estimated;

/** Which part of the cases died, in two ways, and in which direction each is off. */
final class FatalityPart {

  private FatalityPart() {}

  static Optional<Part> of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var places =
        bulletin.places().stream()
            .filter(place -> place.fatality().filter(FatalityPart::isKnown).isPresent())
            .sorted(Comparator.comparingDouble(FatalityPart::deaths).reversed())
            .toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(wording.text(Phrase.FATALITY_NOTE), true));
    blocks.add(
        new Block.Grid(
            wording.text(Phrase.FATALITY_TABLE),
            List.of(
                wording.text(Phrase.COLUMN_PLACE),
                wording.text(Phrase.COLUMN_OUTCOMES),
                wording.text(Phrase.COLUMN_NAIVE),
                wording.text(Phrase.COLUMN_ADJUSTED)),
            places.stream().map(place -> row(place, wording, names)).toList()));
    var biases = new ArrayList<String>();
    for (var bias : FatalityBias.values()) {
      biases.add(wording.text(Phrase.valueOf("BIAS_" + bias.name())));
    }
    blocks.add(new Block.Points(biases));
    return Optional.of(new Part("fatality", wording.text(Phrase.FATALITY), false, blocks));
  }

  /** Nobody has died, or no case has been found: then there is no ratio to be shown. */
  private static boolean isKnown(Fatality fatality) {
    return fatality.naive() instanceof Estimated naive && naive.deaths() > 0;
  }

  private static double deaths(PlaceReport place) {
    return place.fatality().map(Fatality::naive).orElseThrow() instanceof Estimated naive
        ? naive.deaths()
        : 0;
  }

  private static List<String> row(PlaceReport place, Wording wording, PlaceNames names) {
    var fatality = place.fatality().orElseThrow();
    return List.of(
        names.of(place.name()),
        Numbers.count(deaths(place)),
        said(fatality.naive(), wording),
        said(fatality.adjusted(), wording));
  }

  private static String said(FatalityEstimate estimate, Wording wording) {
    return switch (estimate) {
      case Estimated some ->
          wording.text(
              Phrase.RATIO_AND_INTERVAL,
              Numbers.percent(some.ratio(), 2),
              Numbers.decimals(some.lower() * 100, 2)
                  + "\u2013"
                  + Numbers.decimals(some.upper() * 100, 2));
      case FatalityEstimate.NotEstimated _ -> Numbers.UNKNOWN;
    };
  }
}
