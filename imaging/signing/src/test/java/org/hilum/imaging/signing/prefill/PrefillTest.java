package org.hilum.imaging.signing.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportSentence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrefillTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path GOLDEN = Path.of("../reporting/src/test/resources/golden");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+[.][0-9]");

  private static JsonNode golden(String name) {
    return JSON.readTree(GOLDEN.resolve(name).toFile());
  }

  private static List<ReportSentence> said(JsonNode reading, String compared, Language language) {
    var comparison =
        compared.isEmpty() ? Optional.<JsonNode>empty() : Optional.of(golden(compared));
    return Prefill.of(reading, comparison, language);
  }

  private static String text(List<ReportSentence> sentences, String id) {
    return sentences.stream()
        .filter(each -> each.id().equals(id))
        .map(ReportSentence::text)
        .collect(Collectors.joining());
  }

  @Test
  void says_extent_kinds_sides_parts_lesions_score_and_pattern_in_english() {
    var said = said(golden("reading.json"), "comparison.json", Language.ENGLISH);
    assertThat(text(said, "extent")).isEqualTo("Opacity takes up 2.4 % of both lungs (110.7 mL).");
    assertThat(text(said, "kinds"))
        .isEqualTo("Of both lungs 1.8 % is ground-glass and 0.6 % consolidation.");
    assertThat(text(said, "sides")).isEqualTo("Left lung: 2.5 % opacity. Right lung: 2.3 %.");
    assertThat(text(said, "parts"))
        .startsWith("Lobes were not measured (QUA-003).")
        .contains("left upper zone", "right lower zone");
    assertThat(text(said, "lesions"))
        .isEqualTo(
            "4 separate opacities were outlined; the largest, ground-glass, 56.0 mL, lies in the"
                + " left lower zone.");
    assertThat(text(said, "score")).isEqualTo("CT score by six zones: 5 of 24.");
    assertThat(text(said, "unassessed")).contains("not measured");
    assertThat(text(said, "pattern")).startsWith("Typical appearance").contains("RSNA");
    assertThat(text(said, "corads")).startsWith("CO-RADS 5: very high");
    assertThat(text(said, "compared"))
        .isEqualTo(
            "Compared with the CT of 2020-02-20, opacity of both lungs went from 119.7 to 180.2 mL"
                + " (+60.4 mL; limit of detectable change 10.0 mL).");
    assertThat(text(said, "course")).isEqualTo("Worse than on 2020-02-20.");
  }

  @Test
  void says_the_same_in_chinese() {
    var said = said(golden("reading.json"), "comparison.json", Language.CHINESE);
    assertThat(text(said, "extent")).isEqualTo("病变占双肺容积的 2.4 %（110.7 mL）。");
    assertThat(text(said, "lesions")).isEqualTo("共勾画出 4 处病变，最大一处位于左肺下野，磨玻璃影，体积 56.0 mL。");
    assertThat(text(said, "score")).isEqualTo("六肺野 CT 评分：5 分（满分 24 分）。");
    assertThat(text(said, "corads")).startsWith("CO-RADS 5：COVID-19 可疑程度极高");
    assertThat(text(said, "course")).isEqualTo("较 2020-02-20 加重。");
    assertThat(said)
        .allSatisfy(each -> assertThat(each.text()).matches("(?s).*\\p{IsHan}.*"))
        .extracting(ReportSentence::id)
        .isEqualTo(
            said(golden("reading.json"), "comparison.json", Language.ENGLISH).stream()
                .map(ReportSentence::id)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_link_leads_to_the_number_that_the_sentence_says(Language language) {
    var said = said(golden("reading.json"), "comparison.json", language);
    for (var sentence : said) {
      for (var link : sentence.numbers()) {
        var parts = link.path().split("#", -1);
        var node = golden(parts[0]).at(parts[1]);
        assertThat(node.isMissingNode()).as(link.path()).isFalse();
        if (node.isNumber()) {
          var shown = Digits.one(node.asDouble()).replace("\u2212", "");
          assertThat(sentence.text())
              .as(link.path())
              .satisfiesAnyOf(
                  text -> assertThat(text).contains(shown),
                  text -> assertThat(text).contains(Digits.shortest(node.asDouble())));
        }
        assertThat(link.name()).isNotBlank();
      }
    }
    assertThat(said)
        .filteredOn(each -> NUMBER.matcher(each.text()).find())
        .allSatisfy(each -> assertThat(each.numbers()).as(each.text()).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_was_not_measured_is_said_to_be_so_and_never_zero(Language language) {
    var reading = (ObjectNode) golden("reading.json");
    for (var region : reading.path("regions")) {
      for (var quantity :
          List.of("opacityPercent", "opacityMl", "groundGlassPercent", "lesionCount")) {
        ((ObjectNode) region).remove(quantity);
        ((ObjectNode) region.path("notMeasured"))
            .putObject(quantity)
            .put("code", "QUA-001")
            .put("message", "no lung");
      }
    }
    reading.withObject("/covid19").put("category", "NOT_ESTIMATED");
    var said = said(reading, "", language);
    for (var id : List.of("extent", "kinds", "sides", "parts", "lesions")) {
      assertThat(text(said, id))
          .as(id)
          .containsAnyOf(
              "not measured", "zones were measured", "not counted", "未测量", "未分别测量", "均未测量")
          .doesNotContain("0.0", "null");
    }
    assertThat(text(said, "corads")).startsWith("CO-RADS 0");
    assertThat(text(said, "pattern")).containsAnyOf("not estimated", "未评估");
    assertThat(text(said, "compared")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused.json"})
  void a_refused_reading_says_only_that_it_was_refused(String file) {
    var said = said(golden(file), "", Language.ENGLISH);
    assertThat(said).extracting(ReportSentence::id).containsExactly("unread", "compared");
    assertThat(said)
        .allSatisfy(each -> assertThat(each.section()).isEqualTo(ReportSection.FINDINGS));
  }

  @Test
  void a_refused_comparison_is_said_to_be_refused() {
    var said = said(golden("reading.json"), "comparison-refused.json", Language.ENGLISH);
    assertThat(text(said, "compared"))
        .isEqualTo(
            "The comparison with the CT of 2020-02-12 was refused (CMP-004); nothing was compared.");
    assertThat(text(said, "course")).isEmpty();
  }

  @Test
  void a_little_is_not_nothing() {
    assertThat(Digits.one(0.01)).isEqualTo("<0.1");
    assertThat(Digits.one(0)).isEqualTo("0.0");
    assertThat(Digits.change(-3.26)).isEqualTo("\u22123.3");
    assertThat(Digits.change(0.01)).isEqualTo("0.0");
  }
}
