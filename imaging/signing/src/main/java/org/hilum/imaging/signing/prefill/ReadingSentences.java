package org.hilum.imaging.signing.prefill;

import static org.hilum.imaging.signing.ReportSection.FINDINGS;
import static org.hilum.imaging.signing.ReportSection.IMPRESSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.signing.NumberLink;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportSentence;
import org.hilum.imaging.signing.prefill.ResultNumbers.Linked;
import org.hilum.imaging.signing.wording.SigningWords;
import tools.jackson.databind.JsonNode;

/**
 * What a reading gives to say: extent, kinds, sides, parts, single opacities, score; then what the
 * pattern suggests.
 *
 * <p>Limits: what was not measured is said to be so, with the code that says why.
 */
final class ReadingSentences {

  private static final String PERCENT = "opacityPercent";
  private static final String NOT = "notMeasured";
  private static final List<String> LOBES = List.of("LUL", "LLL", "RUL", "RML", "RLL");
  private static final List<String> ZONES =
      List.of(
          "LEFT_UPPER_ZONE",
          "LEFT_MIDDLE_ZONE",
          "LEFT_LOWER_ZONE",
          "RIGHT_UPPER_ZONE",
          "RIGHT_MIDDLE_ZONE",
          "RIGHT_LOWER_ZONE");

  private final ResultNumbers reading;
  private final SigningWords words;

  ReadingSentences(ResultNumbers reading, SigningWords words) {
    this.reading = reading;
    this.words = words;
  }

  List<ReportSentence> findings() {
    if (!reading.at("/status").asString("").equals("read")) {
      return List.of(
          sentence(
              "unread", FINDINGS, words.text("unread", reading.codes("/refusals")), List.of()));
    }
    var sentences = new ArrayList<ReportSentence>();
    if (!reading.at("/scope/withinValidated").asBoolean(false)) {
      var said = words.text("scope", reading.codes("/scope/reasons"));
      sentences.add(sentence("scope", FINDINGS, said, List.of()));
    }
    sentences.add(extent());
    sentences.add(pair("kinds", "LUNGS", "groundGlassPercent", "LUNGS", "consolidationPercent"));
    sentences.add(pair("sides", "LEFT_LUNG", PERCENT, "RIGHT_LUNG", PERCENT));
    sentences.add(parts());
    sentences.add(lesions());
    sentences.add(score());
    sentences.add(sentence("unassessed", FINDINGS, words.text("unassessed"), List.of()));
    return sentences;
  }

  private ReportSentence extent() {
    var percent = reading.of("LUNGS", PERCENT);
    if (percent.isEmpty()) {
      return not("extent", reading.whyNot("LUNGS", NOT, PERCENT));
    }
    var numbers = new ArrayList<Linked>();
    numbers.add(percent.get());
    var key = new StringBuilder("extent");
    var amount = reading.of("LUNGS", "opacityMl");
    amount.ifPresent(_ -> key.append(".amount"));
    var name = reading.nameOf("LUNGS", PERCENT + "Interval");
    var at = reading.pointer("LUNGS") + "/" + PERCENT + "Interval";
    var low = reading.number(name, at + "/0");
    var high = reading.number(name, at + "/1");
    if (low.isPresent() && high.isPresent()) {
      key.append(".interval");
      numbers.add(low.get());
      numbers.add(high.get());
    }
    amount.ifPresent(numbers::add);
    return said("extent", key.toString(), numbers);
  }

  private ReportSentence pair(
      String id, String region, String quantity, String otherRegion, String otherQuantity) {
    var one = reading.of(region, quantity);
    var other = reading.of(otherRegion, otherQuantity);
    return one.isPresent() && other.isPresent()
        ? said(id, id, List.of(one.get(), other.get()))
        : not(
            id, reading.whyNot(one.isEmpty() ? region : otherRegion, NOT, quantity, otherQuantity));
  }

  /** By lobe where all were measured, else by zone. */
  private ReportSentence parts() {
    var lobes = shares(LOBES);
    if (lobes.size() == LOBES.size()) {
      var text = words.text("parts", listed(LOBES, lobes));
      return sentence("parts", FINDINGS, text, ResultNumbers.links(lobes));
    }
    var missing =
        LOBES.stream()
            .filter(lobe -> reading.of(lobe, PERCENT).isEmpty())
            .findFirst()
            .orElseThrow();
    var why = reading.whyNot(missing, NOT, PERCENT);
    var zones = shares(ZONES);
    return zones.size() == ZONES.size()
        ? sentence(
            "parts",
            FINDINGS,
            words.text("parts.zones", why, listed(ZONES, zones)),
            ResultNumbers.links(zones))
        : not("parts", why);
  }

  private List<Linked> shares(List<String> regions) {
    return regions.stream().flatMap(region -> reading.of(region, PERCENT).stream()).toList();
  }

  private String listed(List<String> regions, List<Linked> shares) {
    var parts = new ArrayList<String>();
    for (int n = 0; n < regions.size(); n++) {
      var region = words.text("region." + regions.get(n));
      parts.add(words.text("part", region, Digits.one(shares.get(n).value())));
    }
    return String.join(words.text("separator"), parts);
  }

  private ReportSentence lesions() {
    var count = reading.of("LUNGS", "lesionCount");
    var lesions = reading.root().path("lesions");
    if (count.isEmpty() || !lesions.isArray()) {
      return not("lesions", reading.whyNot("LUNGS", NOT, "lesionCount"));
    }
    if (lesions.isEmpty()) {
      return sentence("lesions", FINDINGS, words.text("lesions.none"), List.of(count.get().link()));
    }
    int largest = largest(lesions);
    var volume =
        reading.number(words.text("name.lesion.volume"), "/lesions/" + largest + "/volumeMl");
    var links = new ArrayList<NumberLink>();
    links.add(count.get().link());
    volume.ifPresent(number -> links.add(number.link()));
    var amount =
        volume
            .map(number -> words.text("lesion.volume", Digits.one(number.value())))
            .orElseGet(() -> words.text("lesion.volume.not"));
    var lesion = lesions.path(largest);
    var text =
        words.text(
            lesions.size() == 1 ? "lesions.one" : "lesions",
            lesions.size(),
            amount,
            words.text(
                "kind." + lesion.path("kind").asString("undetermined").toLowerCase(Locale.ROOT)),
            words.text("region." + lesion.path("region").asString("LUNGS")));
    return sentence("lesions", FINDINGS, text, links);
  }

  /** By volume, or by voxels where there are no millilitres. */
  private static int largest(JsonNode lesions) {
    int largest = 0;
    for (int n = 1; n < lesions.size(); n++) {
      if (size(lesions.path(n)) > size(lesions.path(largest))) {
        largest = n;
      }
    }
    return largest;
  }

  private static double size(JsonNode lesion) {
    return lesion.path("volumeMl").asDouble(lesion.path("voxels").asDouble(0));
  }

  /** That by lobes, or that by zones where lobes were not measured. */
  private ReportSentence score() {
    int pan = scoreNamed("Pan");
    int zones = scoreNamed("6-zone");
    boolean isPan = pan >= 0 && reading.at("/scores/" + pan + "/value").isNumber();
    int chosen = isPan || zones < 0 ? pan : zones;
    var name = words.text(chosen == zones ? "score.zones" : "score.pan");
    var value = reading.number(words.text("name.score"), "/scores/" + chosen + "/value");
    if (value.isEmpty()) {
      var why =
          reading
              .at("/scores/" + chosen + "/notMeasured/value/code")
              .asString(words.text("not.measured"));
      return sentence("score", FINDINGS, words.text("score.not", name, why), List.of());
    }
    var most = reading.at("/scores/" + chosen + "/range/1").asDouble(0);
    var text =
        words.text("score", name, Digits.shortest(value.get().value()), Digits.shortest(most));
    return sentence("score", FINDINGS, text, List.of(value.get().link()));
  }

  private int scoreNamed(String part) {
    var scores = reading.root().path("scores");
    for (int n = 0; n < scores.size(); n++) {
      if (scores.path(n).path("name").asString("").contains(part)) {
        return n;
      }
    }
    return -1;
  }

  List<ReportSentence> impression() {
    if (!reading.at("/status").asString("").equals("read")) {
      return List.of();
    }
    var category = reading.at("/covid19/category").asString("NOT_MEASURED");
    var key = "pattern." + category.toLowerCase(Locale.ROOT);
    if (!words.has(key)) {
      var why = words.text(category.equals("NOT_ESTIMATED") ? "not.estimated" : "not.measured");
      return List.of(
          sentence("pattern", IMPRESSION, words.text("pattern.not", why), List.of()),
          sentence("corads", IMPRESSION, words.text("corads.not"), List.of()));
    }
    var link = reading.link(words.text("name.category"), "/covid19/category");
    return List.of(sentence("pattern", IMPRESSION, words.text(key), List.of(link)), corads());
  }

  private ReportSentence corads() {
    var level = reading.number(words.text("name.corads"), "/covid19/coRadsLike");
    var key = "corads." + level.map(number -> (int) number.value()).orElse(0);
    return level.isPresent() && words.has(key)
        ? sentence(
            "corads",
            IMPRESSION,
            words.text("corads", Digits.shortest(level.get().value()), words.text(key)),
            List.of(level.get().link()))
        : sentence("corads", IMPRESSION, words.text("corads.not"), List.of());
  }

  private ReportSentence not(String id, String why) {
    return sentence(id, FINDINGS, words.text(id + ".not", why), List.of());
  }

  private ReportSentence said(String id, String key, List<Linked> numbers) {
    var shown = numbers.stream().map(number -> Digits.one(number.value())).toArray();
    return sentence(id, FINDINGS, words.text(key, shown), ResultNumbers.links(numbers));
  }

  private static ReportSentence sentence(
      String id, ReportSection section, String text, List<NumberLink> numbers) {
    return new ReportSentence(id, section, text, text, numbers);
  }
}
