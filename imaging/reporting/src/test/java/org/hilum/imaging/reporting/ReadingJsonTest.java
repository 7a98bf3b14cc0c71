package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hilum.imaging.reporting.json.ReadingDocument;
import org.hilum.imaging.segmentation.FissureFinding;
import org.hilum.imaging.vocabulary.Fissure;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingJsonTest {

  private static final List<String> OUTPUTS = List.of("report.pdf", "masks/lungs.nii.gz");

  @TempDir Path folder;

  private final ReadingFindings findings = FindingsExample.diseased();

  @Nested
  class a_finished_reading {

    @Test
    void is_the_text_that_was_looked_at() throws IOException {
      Golden.assertSame("reading.json", Files.readString(written(findings)));
    }

    @Test
    void follows_the_schema() throws IOException {
      assertThat(problems(tree(written(findings)))).isEmpty();
      assertThat(problems(tree(written(FindingsExample.clear())))).isEmpty();
    }

    @Test
    void gives_intervals_and_what_they_mean_where_the_card_states_them() throws IOException {
      var root = tree(written(FindingsExample.withIntervals(findings)));
      assertThat(problems(root)).isEmpty();
      assertThat(root.at("/intervals/level").asDouble()).isEqualTo(0.82);
      assertThat(root.at("/intervals/patients").asInt()).isEqualTo(10);
      var lungs = named(root.get("regions"), "region", "LUNGS");
      double percent = lungs.get("opacityPercent").asDouble();
      assertThat(lungs.at("/opacityPercentInterval/1").asDouble())
          .isCloseTo(percent + 2, org.assertj.core.api.Assertions.within(1e-3));
      var zone = named(root.get("regions"), "region", "LEFT_LOWER_ZONE");
      assertThat(zone.has("opacityPercentInterval")).isTrue();
      assertThat(zone.has("volumeMlInterval")).isFalse();
      assertThat(zone.at("/notMeasured/volumeMlInterval/code").asText()).isEqualTo("QUA-006");
    }

    @Test
    void says_why_there_is_no_interval_where_the_card_states_none() throws IOException {
      var root = tree(written(findings));
      var lungs = named(root.get("regions"), "region", "LUNGS");
      assertThat(root.has("intervals")).isFalse();
      assertThat(lungs.at("/notMeasured/opacityPercentInterval/code").asText())
          .isEqualTo("QUA-006");
    }

    @Test
    void names_what_was_not_measured_and_gives_no_number_for_it() throws IOException {
      var lobe = named(tree(written(findings)).get("regions"), "region", "RML");
      assertThat(lobe.has("opacityMl")).isFalse();
      assertThat(lobe.at("/notMeasured/opacityMl/code").asText()).isEqualTo("QUA-003");
      var score =
          named(tree(written(findings)).get("scores"), "name", "CT severity score (Pan 2020)");
      assertThat(score.has("value")).isFalse();
      assertThat(score.at("/notMeasured/value/code").asText()).isEqualTo("QUA-003");
      assertThat(score.at("/inputsNotMeasured/RML/code").asText()).isEqualTo("QUA-003");
    }

    @Test
    void gives_a_lesion_the_identifier_the_structured_report_gives_it() throws IOException {
      var lesion = findings.measurements().lesions().get(2);
      assertThat(tree(written(findings)).at("/lesions/2/trackingUid").asText())
          .isEqualTo(LesionTracking.uid(findings, lesion).value());
    }

    @Test
    void is_within_what_was_validated_until_the_masks_carry_a_remark() throws IOException {
      assertThat(tree(written(findings)).at("/scope/withinValidated").asBoolean()).isTrue();
      var thick =
          FindingsExample.withRemarks(
              findings,
              List.of(Reason.of(ExampleReason.OUTSIDE_RANGE, "The slices are 8 mm thick.")));
      var scope = tree(written(thick)).get("scope");
      assertThat(scope.get("withinValidated").asBoolean()).isFalse();
      assertThat(scope.at("/reasons/0/code").asText()).isEqualTo("SEG-004");
    }

    @Test
    void tells_how_clearly_each_fissure_was_seen() throws IOException {
      var masks = findings.segmentation();
      var seen = new FissureFinding(Fissure.LEFT_OBLIQUE, OptionalDouble.of(0.4), Optional.empty());
      var unseen =
          new FissureFinding(
              Fissure.RIGHT_OBLIQUE,
              OptionalDouble.empty(),
              Optional.of(Reason.of(ExampleReason.NO_LOBES, "The slices are 6 mm apart.")));
      var parted =
          FindingsExample.replace(findings, masks.withLobes(masks.lobes(), List.of(seen, unseen)));

      var json = tree(written(parted));

      assertThat(problems(json)).isEmpty();
      assertThat(json.at("/fissures/0/fissure").asText()).isEqualTo("LEFT_OBLIQUE");
      assertThat(json.at("/fissures/0/used").asBoolean()).isTrue();
      assertThat(json.at("/fissures/0/confidence").asDouble()).isEqualTo(0.4);
      assertThat(json.at("/fissures/1/used").asBoolean()).isFalse();
      assertThat(json.at("/fissures/1").has("confidence")).isFalse();
      assertThat(json.at("/fissures/1/because").asText()).isEqualTo("The slices are 6 mm apart.");
    }

    @Test
    void of_unknown_spacing_gives_no_millimetres() throws IOException {
      var volume = findings.volume();
      var unknown =
          new ReadingFindings(
              "covid-01",
              new CtVolume(volume.geometry(), volume.hu(), false),
              Optional.empty(),
              findings.segmentation(),
              findings.measurements(),
              List.of(),
              Map.of(),
              findings.readAt(),
              findings.software());
      var json = tree(written(unknown));
      assertThat(json.get("series").has("spacingMm")).isFalse();
      assertThat(json.at("/lesions/0").has("extentMm")).isFalse();
      assertThat(json.at("/lesions/0/notMeasured/extentMm/code").asText()).isEqualTo("REP-021");
      assertThat(json.has("patient")).isFalse();
      assertThat(problems(json)).isEmpty();
    }
  }

  @Nested
  class a_refused_study {

    private final RefusedReading refused =
        new RefusedReading(
            "20200220-chest",
            Optional.of(FindingsExample.header("DOE^JANE", "ID-7")),
            List.of(
                Reason.of(ExampleReason.CUT_OFF, "The lung bases are not on the images."),
                new Reason(ExampleReason.UNEVEN_SPACING, "Slice 12 is missing.", "slice 12")),
            Map.of(),
            findings.readAt(),
            findings.software());

    @Test
    void says_all_reasons_and_follows_the_schema() throws IOException {
      var file = ReadingJson.write(refused, folder);
      Golden.assertSame("refused.json", Files.readString(file));
      assertThat(problems(tree(file))).isEmpty();
    }

    @Test
    void may_have_no_image_at_all() throws IOException {
      var nothing =
          new RefusedReading(
              "empty",
              Optional.empty(),
              refused.refusals(),
              Map.of(),
              findings.readAt(),
              findings.software());
      var json = tree(ReadingJson.write(nothing, folder));
      assertThat(json.has("patient")).isFalse();
      assertThat(problems(json)).isEmpty();
    }
  }

  @Nested
  class the_schema_refuses {

    @Test
    void a_percentage_above_100() throws IOException {
      var json = tree(written(findings));
      ((ObjectNode) json.at("/regions/0")).put("opacityPercent", 101);
      assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void a_refusal_without_reasons() throws IOException {
      var json = tree(written(findings));
      ((ObjectNode) json).put("status", "refused");
      assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void a_score_with_neither_a_value_nor_a_reason() throws IOException {
      var json = tree(written(findings));
      ((ObjectNode) json.at("/scores/0")).remove("notMeasured");
      assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void a_missing_notice() throws IOException {
      var json = tree(written(findings));
      ((ObjectNode) json).remove("notice");
      assertThat(problems(json)).isNotEmpty();
    }
  }

  private Path written(ReadingFindings reading) throws IOException {
    var steps = new LinkedHashMap<String, Double>();
    steps.put("decode", 1.23456);
    steps.put("segment", 2.5);
    return ReadingJson.write(reading, new StepTimes(steps, 4.2), OUTPUTS, folder);
  }

  private static JsonNode tree(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static JsonNode named(JsonNode list, String key, String value) {
    for (var node : list) {
      if (node.get(key).asText().equals(value)) {
        return node;
      }
    }
    throw new AssertionError("no " + value);
  }

  private static Set<ValidationMessage> problems(JsonNode json) {
    return schema().validate(json);
  }

  private static JsonSchema schema() {
    var resource =
        Objects.requireNonNull(ReadingDocument.class.getResourceAsStream("reading.schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource);
  }
}
