package org.hilum.imaging.segmentation.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hilum.imaging.segmentation.inference.FrameWindow;
import org.hilum.imaging.segmentation.inference.NetworkFault;
import org.hilum.imaging.segmentation.inference.SliceNetwork.Neighbours;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnnxSliceNetworkIT {

  private static final OnnxTensorNames NAMES = new OnnxTensorNames("slices", "logits", 256);
  private static final int PIXELS = 256 * 256;
  private static final FrameWindow WHOLE = FrameWindow.whole(256);

  private final byte[] file = file();

  private static byte[] file() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("networks/chest-opacity-2d/network.onnx");
      if (Files.exists(file)) {
        try {
          return Files.readAllBytes(file);
        } catch (IOException failed) {
          throw new IllegalStateException(failed);
        }
      }
    }
    return Assumptions.abort("skipped: networks/chest-opacity-2d is not in this checkout");
  }

  private static Neighbours slices(float grey) {
    var slice = new float[PIXELS];
    Arrays.fill(slice, PIXELS / 4, PIXELS / 2, grey);
    return new Neighbours(slice, slice, slice);
  }

  @Test
  void gives_the_same_logits_from_every_lane_at_once() {
    try (var network = OnnxSliceNetwork.open(file, NAMES, 2)) {
      var expected = new float[2][PIXELS];
      network.run(slices(0.3f), WHOLE, expected[0], expected[1]);

      var all =
          IntStream.range(0, 6)
              .parallel()
              .mapToObj(
                  n -> {
                    var found = new float[2][PIXELS];
                    network.run(slices(0.3f), WHOLE, found[0], found[1]);
                    return found;
                  })
              .toList();

      assertThat(all).allSatisfy(found -> assertThat(found).isDeepEqualTo(expected));
    }
  }

  @Test
  void says_which_tensors_it_has_when_the_card_names_others() {
    assertThatThrownBy(
            () -> OnnxSliceNetwork.open(file, new OnnxTensorNames("pixels", "logits", 256), 1))
        .isInstanceOf(NetworkFault.class)
        .hasMessageContaining("pixels")
        .hasMessageContaining("slices");
  }

  @Test
  void refuses_a_tensor_of_another_shape() {
    assertThatThrownBy(
            () -> OnnxSliceNetwork.open(file, new OnnxTensorNames("slices", "features", 256), 1))
        .isInstanceOf(NetworkFault.class)
        .hasMessageContaining("[n, 2, 256, 256] is needed");
  }

  @Test
  void takes_windows_where_its_rows_and_columns_are_free() {
    try (var network =
        OnnxSliceNetwork.open(file, new OnnxTensorNames("slices", "logits", 256), 1)) {
      assertThat(network.takesWindows()).isTrue();
    }
  }
}
