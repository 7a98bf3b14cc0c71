package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.ComparisonResult.FailedAlignment;
import org.hilum.imaging.reporting.json.ComparisonDocument;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonJsonTest {

  @TempDir Path folder;

  private final ComparedFindings two = ComparisonExample.twoDates();
  private final ComparedFindings three = ComparisonExample.threeDates();

  @Nested
  class a_finished_comparison {

    @Test
    void is_the_text_that_was_looked_at() throws IOException {
      Golden.assertSame("comparison.json", Files.readString(written(three)));
    }

    @Test
    void follows_the_schema() throws IOException {
      assertThat(problems(tree(written(two)))).isEmpty();
      assertThat(problems(tree(written(three)))).isEmpty();
    }

    @Test
    void has_one_volume_a_date_and_null_where_a_lesion_is_not_there() throws IOException {
      var lesion = lesion(tree(written(three)), 3);
      assertThat(lesion.get("volumeMl")).hasSize(3);
      assertThat(lesion.at("/volumeMl/1").isNumber()).isTrue();
      assertThat(lesion.at("/volumeMl/2").isNull()).isTrue();
      assertThat(lesion.get("fate").asText()).isEqualTo("RESOLVED");
    }

    @Test
    void tells_into_which_lesion_one_went_and_from_which_one_came() throws IOException {
      var root = tree(written(three));
      assertThat(lesion(root, 6).get("mergedInto")).isEqualTo(lesion(root, 5).get("trackingUid"));
      assertThat(lesion(root, 5).get("fate").asText()).isEqualTo("MERGED");
      assertThat(lesion(root, 7).get("splitFrom")).isEqualTo(lesion(root, 2).get("trackingUid"));
    }

    @Test
    void gives_changes_of_the_last_two_dates_and_holds_every_pair() throws IOException {
      var root = tree(written(three));
      assertThat(root.get("pairs")).hasSize(2);
      assertThat(root.at("/pairs/1/regions")).isEqualTo(root.get("regions"));
      var volumes = lesion(root, 1).get("volumeMl");
      assertThat(lesion(root, 1).get("changeMl").asDouble())
          .isCloseTo(
              volumes.get(2).asDouble() - volumes.get(1).asDouble(),
              org.assertj.core.api.Assertions.within(1e-3));
      assertThat(lesion(root, 4).has("changeMl")).as("gone before the last two dates").isFalse();
    }

    @Test
    void names_what_was_not_compared_and_gives_no_number_for_it() throws IOException {
      for (var region : tree(written(two)).get("regions")) {
        if (region.get("region").asText().equals("RML")) {
          assertThat(region.has("opacityMl")).isFalse();
          assertThat(region.at("/notCompared/opacityMl/code").asText()).isEqualTo("CMP-030");
        }
      }
    }
  }

  @Nested
  class a_tracking_identifier {

    @Test
    void is_that_of_the_reading_at_which_the_lesion_was_first_seen() throws IOException {
      var root = tree(written(three));
      for (var lesion : three.comparison().lesions()) {
        int date = lesion.firstSeen();
        int number = lesion.states().get(date).orElseThrow().numbers().getFirst();
        var reading = three.readings().get(date);
        var own =
            LesionTracking.uid(reading, reading.measurements().lesions().get(number - 1)).value();
        assertThat(lesion(root, lesion.identity()).get("trackingUid").asText()).isEqualTo(own);
      }
    }

    @Test
    void of_an_identity_nobody_has_is_empty() {
      assertThat(ComparisonTracking.uid(two, 99)).isEmpty();
    }
  }

  @Nested
  class a_refused_comparison {

    @Test
    void is_the_text_that_was_looked_at_and_follows_the_schema() throws IOException {
      var file = ComparisonJson.write(refused(), List.of("overlay/alignment.png"), folder);
      assertThat(problems(tree(file))).isEmpty();
      Golden.assertSame("comparison-refused.json", Files.readString(file));
    }

    @Test
    void without_a_reason_cannot_be_made() {
      assertThatThrownBy(
              () ->
                  new RefusedComparison(
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      ZonedDateTime.parse("2020-03-02T08:30:00+08:00"),
                      new SoftwareIdentity("Hilum", "0.1.0")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_schema_refuses_a_comparison_without_lesions_and_a_verdict_nobody_gives()
      throws IOException {
    var root = (ObjectNode) tree(written(two));
    ((ObjectNode) root.get("course")).put("verdict", "DOOMED");
    assertThat(problems(root)).hasSize(1);
    root.remove("lesions");
    assertThat(problems(root)).hasSize(2);
  }

  static RefusedComparison refused() {
    var two = ComparisonExample.twoDates();
    return new RefusedComparison(
        two.readings(),
        List.of(
            Reason.of(
                ComparisonReason.ALIGNMENT_FAILED, ComparisonReason.ALIGNMENT_FAILED.meaning())),
        Optional.of(
            new FailedAlignment(
                two.comparison().readings().getFirst(),
                two.comparison().readings().getLast(),
                Shift.by(-10, 6, -25))),
        ZonedDateTime.parse("2020-03-02T08:30:00+08:00"),
        new SoftwareIdentity("Hilum", "0.1.0"));
  }

  private Path written(ComparedFindings findings) throws IOException {
    var steps = new LinkedHashMap<String, Double>();
    steps.put("align", 3.21);
    return ComparisonJson.write(
        findings, new StepTimes(steps, 4.2), List.of("comparison.pdf"), folder);
  }

  private static JsonNode lesion(JsonNode root, int identity) {
    return root.get("lesions").get(identity - 1);
  }

  private static JsonNode tree(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Set<ValidationMessage> problems(JsonNode json) {
    var resource =
        Objects.requireNonNull(
            ComparisonDocument.class.getResourceAsStream("comparison.schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(resource)
        .validate(json);
  }
}
