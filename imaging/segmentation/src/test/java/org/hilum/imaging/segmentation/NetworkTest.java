package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkTest {

  private static final byte[] FILE = "not really a network".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path networks;

  private static String card(String name) throws NoSuchAlgorithmException {
    return """
        {"name": "%s", "version": "2.1", "file": "network.onnx", "sha256": "%s", "task": "lungs",
         "input": {"tensor": "slices", "layout": "NCHW", "size": [256, 256], "clipHu": [-1150.0, 150.0],
           "rows": "anterior to posterior", "columns": "patient right to patient left",
           "scaledTo": [0.0, 1.0], "missingNeighbour": "the slice itself"},
         "output": {"tensor": "logits", "channels": ["lung", "opacity"], "activation": "sigmoid",
           "threshold": [0.5, 0.4]},
         "frame": {"boxThresholdHu": -300.0, "boxBlockMm": 4.0, "boxOpeningBlocks": 3,
           "boxConnectivity": 6, "fillPixels": 248, "outsideHu": -1150.0, "interpolation": "linear"},
         "sliceStepMm": 2.0,
         "validated": {"sliceSpacingMm": [1.5, 3.0], "notes": ["at two spacings"]},
         "training": {"sets": [{"name": "a set", "source": "a paper", "licence": "CC BY"}]},
         "licence": "non-commercial", "limits": ["adults"]}
        """
        .formatted(
            name, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE)));
  }

  private Path network(String name, String card) throws IOException {
    var folder = Files.createDirectories(networks.resolve(name));
    Files.writeString(folder.resolve("card.json"), card);
    Files.write(folder.resolve("network.onnx"), FILE);
    return folder;
  }

  @Nested
  class a_card {

    @Test
    void says_what_the_network_is_and_needs() throws Exception {
      var card = Network.open(network("lungs", card("lungs"))).card();

      assertThat(card.identity().name()).isEqualTo("lungs");
      assertThat(card.version()).isEqualTo("2.1");
      assertThat(card.input()).isEqualTo(new NetworkCard.Input("slices", 256, -1150, 150));
      assertThat(card.output()).isEqualTo(new NetworkCard.Output("logits", 0.5, 0.4));
      assertThat(card.frame()).isEqualTo(new NetworkCard.BodyFrame(-300, 4, 3, 248));
      assertThat(card.validated().mostSliceSpacingMm()).isEqualTo(3);
      assertThat(card.trainingSets())
          .containsExactly(new NetworkCard.TrainingSet("a set", "a paper", "CC BY"));
      assertThat(card.limits()).containsExactly("adults");
    }

    @Test
    void that_asks_for_what_is_not_understood_is_refused_with_all_reasons() throws Exception {
      var odd =
          card("odd")
              .replace("\"NCHW\"", "\"NHWC\"")
              .replace("\"sigmoid\"", "\"softmax\"")
              .replace("\"sliceStepMm\": 2.0", "\"sliceStepMm\": \"two\"")
              .replace("\"boxOpeningBlocks\": 3,", "\"boxOpeningBlocks\": 3.5,");

      assertThatThrownBy(() -> Network.open(network("odd", odd)))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("/input/layout")
          .hasMessageContaining("softmax")
          .hasMessageContaining("/sliceStepMm must be a number")
          .hasMessageContaining("/frame/boxOpeningBlocks must be a whole number");
    }

    @Test
    void without_its_lists_is_refused() throws Exception {
      var bare = card("bare").replace("\"limits\": [\"adults\"]", "\"limits\": \"adults\"");

      assertThatThrownBy(() -> Network.open(network("bare", bare)))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("/limits must be a list");
    }

    @Test
    void that_is_no_json_is_refused() {
      assertThatThrownBy(() -> Network.open(network("text", "a network")))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("is not JSON");
    }
  }

  @Nested
  class uncertainty {

    private static final String SAID =
        """
        "calibration": {"temperature": [1.25, 1.5], "expectedCalibrationError": [0.01, 0.02],
          "patients": 8},
        "interval": {"level": 0.9,
          "opacity": {"lowerProbability": 0.2, "upperProbability": 0.8, "lowerFactor": 0.7,
            "upperFactor": 1.2, "upperFloorPercent": 0.5},
          "lung": {"relativePercent": 3.0}},
        "featureDistance": {"file": "features.json", "sha256": "%s", "limit": 2.5},
        """;

    private static final String FEATURES =
        """
        {"mean": [1.0, 2.0], "components": [[0.6, 0.8]], "scale": [0.5]}
        """;

    private Path sure(String said, String features) throws Exception {
      var bytes = FEATURES.getBytes(StandardCharsets.UTF_8);
      var sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      var folder =
          network("sure", card("sure").replace("\"licence\"", said.formatted(sha) + "\"licence\""));
      Files.writeString(folder.resolve("features.json"), features);
      return folder;
    }

    @Test
    void is_read_where_the_card_has_it() throws Exception {
      var network = Network.open(sure(SAID, FEATURES));

      var uncertainty = network.card().uncertainty();
      assertThat(uncertainty.calibration())
          .contains(new NetworkCard.Calibration(1.25, 1.5, List.of(0.01, 0.02), 8));
      assertThat(uncertainty.interval())
          .contains(new NetworkCard.Interval(0.9, 8, 0.2, 0.8, 0.7, 1.2, 0.5, 3));
      assertThat(network.features().orElseThrow().limit()).isEqualTo(2.5);
      // (0.6 * 1 + 0.8 * 2) / 0.5
      assertThat(network.features().orElseThrow().distance(new float[] {2, 4}))
          .isCloseTo(4.4, within(1e-9));
    }

    @Test
    void is_not_measured_where_the_card_is_silent() throws Exception {
      var network = Network.open(network("plain", card("plain")));

      assertThat(network.card().uncertainty()).isEqualTo(NetworkCard.Uncertainty.NOT_MEASURED);
      assertThat(network.features()).isEmpty();
    }

    @Test
    void that_cannot_be_is_refused_with_all_reasons() throws Exception {
      var odd =
          SAID.replace("[1.25, 1.5]", "[0, 1.5]")
              .replace("\"upperProbability\": 0.8", "\"upperProbability\": 0.1")
              .replace("\"relativePercent\": 3.0", "\"relativePercent\": -3.0");

      assertThatThrownBy(() -> Network.open(sure(odd, FEATURES)))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("/calibration/temperature/0 must be above 0")
          .hasMessageContaining("lowerProbability is above upperProbability")
          .hasMessageContaining("/interval/lung/relativePercent must not be below 0");
    }

    @Test
    void in_an_interval_may_rest_on_patients_of_its_own() throws Exception {
      var said = SAID.replace("\"level\": 0.9,", "\"level\": 0.9, \"patients\": 6,");

      assertThat(Network.open(sure(said, FEATURES)).card().uncertainty().interval().orElseThrow())
          .extracting(NetworkCard.Interval::patients)
          .isEqualTo(6);
    }

    @Test
    void in_an_interval_without_probabilities_is_refused() {
      var said = SAID.replace("\"calibration\"", "\"elsewhere\"");

      assertThatThrownBy(() -> Network.open(sure(said, FEATURES)))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("/interval needs /calibration");
    }

    @Test
    void in_a_file_that_is_not_the_cards_is_refused() {
      assertThatThrownBy(() -> Network.open(sure(SAID, FEATURES.replace("2.0", "2.5"))))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("features.json")
          .hasMessageContaining("SHA-256")
          .hasMessageContaining("restore all from the release");
    }

    @Test
    void in_a_file_whose_parts_do_not_fit_is_refused() {
      var broken = FEATURES.replace("[0.5]", "[0.5, 1]").getBytes(StandardCharsets.UTF_8);

      assertThatThrownBy(() -> FeatureSpace.read(broken, "features.json", 1))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("do not fit together");
    }
  }

  @Nested
  class a_file {

    @Test
    void that_is_not_the_cards_is_refused() throws Exception {
      var folder = network("altered", card("altered"));
      Files.writeString(folder.resolve("network.onnx"), "something else");

      assertThatThrownBy(() -> Network.open(folder))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("SHA-256")
          .hasMessageContaining("restore all from the release");
    }

    @Test
    void with_one_bit_changed_is_refused() throws Exception {
      var folder = network("bit", card("bit"));
      var changed = FILE.clone();
      changed[3] ^= 1;
      Files.write(folder.resolve("network.onnx"), changed);

      assertThatThrownBy(() -> Network.open(folder))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("is not the one of the card of network bit 2.1");
    }

    @Test
    void that_is_missing_is_named() throws Exception {
      var folder = network("gone", card("gone"));
      Files.delete(folder.resolve("network.onnx"));

      assertThatThrownBy(() -> Network.open(folder))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("network.onnx");
    }

    @Test
    void that_is_no_network_cannot_be_opened() throws Exception {
      var network = Network.open(network("text", card("text")));

      assertThatThrownBy(() -> NetworkChestSegmenter.open(network, SegmentationSettings.standard()))
          .isInstanceOf(SegmentationFault.class)
          .hasMessageContaining("network text");
    }
  }

  @Nested
  class a_folder_of_networks {

    @Test
    void is_listed_by_name_without_loading_any() throws Exception {
      network("b", card("zwei"));
      Files.delete(network("a", card("eins")).resolve("network.onnx"));
      Files.createDirectories(networks.resolve("notes"));

      assertThat(Networks.list(networks))
          .extracting(NetworkCard::name)
          .containsExactly("eins", "zwei");
    }

    @Test
    void that_is_missing_is_a_fault() {
      assertThatThrownBy(() -> Networks.list(networks.resolve("none")))
          .isInstanceOf(SegmentationFault.class);
    }
  }
}
