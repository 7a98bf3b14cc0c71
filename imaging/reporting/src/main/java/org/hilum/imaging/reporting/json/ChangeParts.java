package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.comparison.RegionChange;
import org.hilum.imaging.vocabulary.Reason;

/** Two neighbouring dates as parts of {@code comparison.json}. */
final class ChangeParts {

  private ChangeParts() {}

  static ObjectNode pair(PairComparison pair) {
    var node = JsonParts.object().put("prior", pair.prior()).put("current", pair.current());
    pair.days().ifPresent(days -> node.put("days", days));
    node.set("registration", registration(pair));
    node.set("remarks", JsonParts.reasons(pair.remarks()));
    node.set("regions", regions(pair));
    return node;
  }

  static ObjectNode registration(PairComparison pair) {
    return JsonParts.object()
        .put("prior", pair.prior())
        .put("current", pair.current())
        .setAll(quality(pair.alignment().quality()));
  }

  static ObjectNode quality(AlignmentQuality quality) {
    return JsonParts.object()
        .put("lungOverlapAffine", JsonParts.rounded(quality.overlapBefore()))
        .put("lungOverlap", JsonParts.rounded(quality.overlap()))
        .put("residualAffineHu", JsonParts.rounded(quality.residualBeforeHu()))
        .put("residualHu", JsonParts.rounded(quality.residualHu()))
        .put("foldedVoxelsPercent", JsonParts.rounded(quality.foldedPercent()))
        .put("smallestExpansion", JsonParts.rounded(quality.smallestExpansion()))
        .put("largestExpansion", JsonParts.rounded(quality.largestExpansion()))
        .put("inverseErrorMm", JsonParts.rounded(quality.inverseErrorMm()))
        .put("meanMovementMm", JsonParts.rounded(quality.meanMovementMm()));
  }

  static ArrayNode regions(PairComparison pair) {
    var node = JsonParts.array();
    pair.regions().forEach(region -> node.add(region(region)));
    return node;
  }

  private static ObjectNode region(RegionChange region) {
    var node =
        JsonParts.object()
            .put("region", region.region().name())
            .put("course", region.course().name());
    for (var quantity : ComparedQuantity.values()) {
      change(node, quantity, region.of(quantity));
    }
    return node;
  }

  /** Puts values, change, limit and verdict, or says under {@code notCompared} why not. */
  static void change(ObjectNode node, ComparedQuantity quantity, Change change) {
    switch (change) {
      case Change.Compared compared -> node.set(quantity.key(), compared(compared));
      case Change.NotCompared(Reason reason) ->
          node.withObjectProperty("notCompared")
              .set(quantity.key(), JsonParts.codeAndMessage(reason));
    }
  }

  private static ObjectNode compared(Change.Compared compared) {
    var node = JsonParts.object();
    node.set("values", JsonParts.numbers(compared.prior(), compared.current()));
    node.put("change", JsonParts.rounded(compared.difference()));
    compared
        .relativePercent()
        .ifPresent(percent -> node.put("relativePercent", JsonParts.rounded(percent)));
    return node.put("limitOfDetectableChange", JsonParts.rounded(compared.limit()))
        .put("verdict", compared.verdict().name());
  }
}
