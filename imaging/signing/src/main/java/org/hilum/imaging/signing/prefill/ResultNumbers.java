package org.hilum.imaging.signing.prefill;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hilum.imaging.signing.NumberLink;
import org.hilum.imaging.signing.wording.SigningWords;
import tools.jackson.databind.JsonNode;

/** Takes numbers from a result's file, each with the place it was taken from. */
final class ResultNumbers {

  private final String file;
  private final JsonNode root;
  private final SigningWords words;

  ResultNumbers(String file, JsonNode root, SigningWords words) {
    this.file = file;
    this.root = root;
    this.words = words;
  }

  /** A number, and where it stands. */
  record Linked(double value, NumberLink link) {}

  JsonNode root() {
    return root;
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  NumberLink link(String name, String pointer) {
    return new NumberLink(name, file + "#" + pointer);
  }

  Optional<Linked> number(String name, String pointer) {
    var node = root.at(pointer);
    return node.isNumber()
        ? Optional.of(new Linked(node.asDouble(), link(name, pointer)))
        : Optional.empty();
  }

  /** A quantity of a region. */
  Optional<Linked> of(String region, String quantity) {
    return number(nameOf(region, quantity), pointer(region) + "/" + quantity);
  }

  /** What a quantity of a region is called. */
  String nameOf(String region, String quantity) {
    return words.text("name.in", words.text("name." + quantity), words.text("region." + region));
  }

  /** Where a region stands; where there is none, nothing does. */
  String pointer(String region) {
    var regions = root.path("regions");
    for (int n = 0; n < regions.size(); n++) {
      if (regions.path(n).path("region").asString("").equals(region)) {
        return "/regions/" + n;
      }
    }
    return "/regions/-";
  }

  /** Why quantities of a region are absent, by code; "not measured" where no code says. */
  String whyNot(String region, String reasons, String... quantities) {
    var codes = new LinkedHashSet<String>();
    for (var quantity : quantities) {
      root.at(pointer(region) + "/" + reasons + "/" + quantity + "/code")
          .asStringOpt()
          .ifPresent(codes::add);
    }
    return codes.isEmpty() ? words.text("not.measured") : String.join(", ", codes);
  }

  /** The codes of a list of reasons. */
  String codes(String pointer) {
    var codes =
        StreamSupport.stream(root.at(pointer).spliterator(), false)
            .map(reason -> reason.path("code").asString(""))
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();
    return codes.isEmpty() ? words.text("not.measured") : String.join(", ", codes);
  }

  static List<NumberLink> links(List<Linked> numbers) {
    var links = new ArrayList<NumberLink>();
    numbers.forEach(number -> links.add(number.link()));
    return links;
  }
}
