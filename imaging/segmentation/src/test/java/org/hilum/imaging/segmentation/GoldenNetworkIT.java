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

/** The network's file gives here what it gave where it was trained. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenNetworkIT {

  private static final int SIZE = 256;
  private static final int PIXELS = SIZE * SIZE;

  private final Path golden = Cards.folder().resolve("golden");
  private final JsonNode described = json(golden.resolve("golden.json"));
  private final float[] lung = new float[PIXELS];
  private final float[] opacity = new float[PIXELS];

  GoldenNetworkIT() {
    var network = Network.open(Cards.folder());
    var names =
        new OnnxTensorNames(
            network.card().input().tensor(), network.card().output().tensor(), SIZE);
    var input = floats(golden.resolve("input.f32.gz"));
    try (var onnx = OnnxSliceNetwork.open(network.onnx(), names, 1)) {
      onnx.run(
          new Neighbours(part(input, 0), part(input, 1), part(input, 2)),
          FrameWindow.whole(SIZE),
          lung,
          opacity);
    }
  }

  @Test
  void logits_agree_to_a_thousandth() {
    int every = described.at("/logits/every").asInt();
    float tolerance = (float) described.at("/tolerance").asDouble();
    var expected = floats(golden.resolve("logits.f32.gz"));
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

  @Test
  void masks_have_the_same_number_of_pixels() {
    assertThat(aboveZero(lung)).isEqualTo(described.at("/pixelsAboveZero/0").asInt());
    assertThat(aboveZero(opacity)).isEqualTo(described.at("/pixelsAboveZero/1").asInt());
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
