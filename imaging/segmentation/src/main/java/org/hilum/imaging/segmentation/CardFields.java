package org.hilum.imaging.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The fields of a card; what is missing or not understood is gathered, not thrown. */
final class CardFields {

  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  CardFields(JsonNode root) {
    this.root = root;
  }

  List<String> problems() {
    return problems;
  }

  private JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** Whether the card says anything there. */
  boolean has(String pointer) {
    return !at(pointer).isMissingNode();
  }

  List<Double> numbers(String pointer) {
    return list(pointer).stream().map(JsonNode::asDouble).toList();
  }

  void requireTrue(boolean fits, String otherwise) {
    if (!fits) {
      problems.add(otherwise);
    }
  }

  String text(String pointer) {
    var node = at(pointer);
    if (!node.isTextual() || node.asText().isBlank()) {
      problems.add(pointer + " must be a text");
    }
    return node.asText();
  }

  double number(String pointer) {
    var node = at(pointer);
    if (!node.isNumber()) {
      problems.add(pointer + " must be a number");
    }
    return node.asDouble();
  }

  int whole(String pointer) {
    double number = number(pointer);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      problems.add(pointer + " must be a whole number");
    }
    return (int) number;
  }

  List<String> texts(String pointer) {
    return list(pointer).stream().map(JsonNode::asText).toList();
  }

  List<JsonNode> list(String pointer) {
    var node = at(pointer);
    if (!node.isArray()) {
      problems.add(pointer + " must be a list");
    }
    return StreamSupport.stream(node.spliterator(), false).toList();
  }

  /** Refuses a card that asks for what this version cannot do. */
  void require(String pointer, Object understood) {
    var node = at(pointer);
    Object value =
        node.isNumber()
            ? (Object) node.asDouble()
            : node.isArray() ? node.toString() : node.asText();
    if (!Objects.equals(value, understood)) {
      problems.add("%s is %s, but only %s is understood".formatted(pointer, node, understood));
    }
  }
}
