package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.hilum.imaging.segmentation.inference.FrameWindow;
import org.hilum.imaging.segmentation.inference.SliceNetwork.Neighbours;
import org.hilum.imaging.segmentation.onnx.OnnxSliceNetwork;
import org.hilum.imaging.segmentation.onnx.OnnxTensorNames;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The network's files give here what they gave where they were trained. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenNetworkIT {

  private static final int SIZE = 256;
  private static final int PIXELS = SIZE * SIZE;

  /** A rounded half may fall otherwise here; of 10 000 pixels, one may change sides. */
  private static final double INTEGER_MASK_SHARE = 1e-3;

  private final Path folder = Cards.folder();
  private final Path golden = folder.resolve("golden");
  private final JsonNode described = json(golden.resolve("golden.json"));

  @Test
  void the_reference_has_the_trainers_logits_to_a_thousandth_and_its_very_masks() {
    var said = described.at("/reference");
    var found = new Found(bytes(folder.resolve("reference.onnx")));

    found.agreesWith(said);
    assertThat(aboveZero(found.lung)).isEqualTo(said.at("/pixelsAboveZero/0").asInt());
    assertThat(aboveZero(found.opacity)).isEqualTo(said.at("/pixelsAboveZero/1").asInt());
  }

  @Test
  void the_reference_has_the_trainers_features() {
    var said = described.at("/reference/features");
    var found = new Found(bytes(folder.resolve("reference.onnx")));

    assertThat(found.features).hasSize(said.size());
    for (int n = 0; n < said.size(); n++) {
      assertThat(found.features[n])
          .as("feature %d", n)
          .isCloseTo((float) said.get(n).asDouble(), offset(1e-3f));
    }
  }

  @Test
  void the_integer_network_has_the_logits_and_the_masks_that_the_trainer_foretold() {
    var found = new Found(Network.open(folder).onnx());

    found.agreesWith(described);
    for (int channel = 0; channel < 2; channel++) {
      int said = described.at("/pixelsAboveZero").get(channel).asInt();
      assertThat((double) aboveZero(channel == 0 ? found.lung : found.opacity))
          .isCloseTo(
              said, org.assertj.core.data.Offset.offset(Math.max(2, INTEGER_MASK_SHARE * said)));
    }
  }

  @Test
  void the_card_names_the_reference_by_its_checksum() {
    var card = json(folder.resolve("card.json"));

    assertThat(Network.sha256(bytes(folder.resolve("reference.onnx"))))
        .isEqualTo(card.at("/reference/sha256").asText());
  }

  /** What a file says of the drawn input. */
  private final class Found {

    final float[] lung = new float[PIXELS];
    final float[] opacity = new float[PIXELS];
    final float[] features;

    Found(byte[] onnx) {
      var card = Network.open(folder).card();
      var names = new OnnxTensorNames(card.input().tensor(), card.output().tensor(), SIZE);
      var input = floats(golden.resolve("input.f32.gz"));
      try (var network = OnnxSliceNetwork.open(onnx, names, 1)) {
        features =
            network.run(
                new Neighbours(part(input, 0), part(input, 1), part(input, 2)),
                FrameWindow.whole(SIZE),
                lung,
                opacity);
      }
    }

    void agreesWith(JsonNode said) {
      int every = said.at("/logits/every").asInt();
      float tolerance = (float) said.at("/tolerance").asDouble();
      var expected = floats(golden.resolve(said.at("/logits/file").asText()));
      int side = SIZE / every;

      assertThat(expected).hasSize(2 * side * side);
      for (int pixel = 0; pixel < side * side; pixel++) {
        int at = pixel / side * every * SIZE + pixel % side * every;
        assertThat(lung[at]).as("lung, pixel %d", at).isCloseTo(expected[pixel], offset(tolerance));
        assertThat(opacity[at])
            .as("opacity, pixel %d", at)
            .isCloseTo(expected[side * side + pixel], offset(tolerance));
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> offset(float tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  private static int aboveZero(float[] logits) {
    int found = 0;
    for (float logit : logits) {
      found += logit > 0 ? 1 : 0;
    }
    return found;
  }

  private static float[] part(float[] all, int channel) {
    return Arrays.copyOfRange(all, channel * PIXELS, (channel + 1) * PIXELS);
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static float[] floats(Path file) {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      var buffer = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      var floats = new float[buffer.remaining() / Float.BYTES];
      buffer.asFloatBuffer().get(floats);
      return floats;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
