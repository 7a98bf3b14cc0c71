package org.hilum.imaging.segmentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads a network's card and refuses one that asks for what this version cannot do. */
final class CardReader {

  private CardReader() {}

  static NetworkCard read(String json, String where) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new SegmentationFault(where + " is not JSON", malformed);
    }
    var fields = new CardFields(root);
    requireUnderstood(fields);
    var card = card(fields);
    if (!fields.problems().isEmpty()) {
      throw new SegmentationFault(where + ": " + String.join("; ", fields.problems()));
    }
    return card;
  }

  private static void requireUnderstood(CardFields fields) {
    fields.require("/input/layout", "NCHW");
    fields.require("/input/scaledTo", "[0.0,1.0]");
    fields.require("/input/missingNeighbour", "the slice itself");
    fields.require("/input/rows", "anterior to posterior");
    fields.require("/input/columns", "patient right to patient left");
    fields.require("/input/size/1", fields.number("/input/size/0"));
    fields.require("/output/channels", "[\"lung\",\"opacity\"]");
    fields.require("/output/activation", "sigmoid");
    fields.require("/frame/boxConnectivity", 6.0);
    fields.require("/frame/interpolation", "linear");
    fields.require("/frame/outsideHu", fields.number("/input/clipHu/0"));
  }

  private static NetworkCard card(CardFields fields) {
    return new NetworkCard(
        fields.text("/name"),
        fields.text("/version"),
        fields.text("/file"),
        fields.text("/sha256"),
        fields.text("/task"),
        new NetworkCard.Input(
            fields.text("/input/tensor"),
            fields.whole("/input/size/0"),
            fields.number("/input/clipHu/0"),
            fields.number("/input/clipHu/1")),
        new NetworkCard.Output(
            fields.text("/output/tensor"),
            fields.number("/output/threshold/0"),
            fields.number("/output/threshold/1")),
        new NetworkCard.BodyFrame(
            fields.number("/frame/boxThresholdHu"),
            fields.number("/frame/boxBlockMm"),
            fields.whole("/frame/boxOpeningBlocks"),
            fields.whole("/frame/fillPixels")),
        fields.number("/sliceStepMm"),
        new NetworkCard.Validated(
            fields.number("/validated/sliceSpacingMm/0"),
            fields.number("/validated/sliceSpacingMm/1"),
            fields.texts("/validated/notes")),
        UncertaintyReader.read(fields),
        trainingSets(fields),
        fields.text("/licence"),
        fields.texts("/limits"));
  }

  private static List<NetworkCard.TrainingSet> trainingSets(CardFields fields) {
    return fields.list("/training/sets").stream()
        .map(
            set ->
                new NetworkCard.TrainingSet(
                    set.path("name").asText(),
                    set.path("source").asText(),
                    set.path("licence").asText()))
        .toList();
  }
}
