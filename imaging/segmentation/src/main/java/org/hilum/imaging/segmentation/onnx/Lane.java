package org.hilum.imaging.segmentation.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.segmentation.inference.FrameWindow;
import org.hilum.imaging.segmentation.inference.SliceNetwork.Neighbours;

/** The buffers of one run of a network, used again and again by one thread at a time. */
final class Lane {

  static final int INPUT_CHANNELS = 3;
  static final int OUTPUT_CHANNELS = 2;

  private final OrtSession session;
  private final OnnxTensorNames names;
  private final FloatBuffer input;
  private final FloatBuffer output;
  private final FloatBuffer features;

  /**
   * @param features how many features the network gives beside the logits; 0 when none
   */
  Lane(OrtSession session, OnnxTensorNames names, int features) {
    this.session = session;
    this.names = names;
    int pixels = names.size() * names.size();
    input = buffer(INPUT_CHANNELS * pixels);
    output = buffer(OUTPUT_CHANNELS * pixels);
    this.features = buffer(features);
  }

  private static FloatBuffer buffer(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
  }

  float[] run(Neighbours slices, FrameWindow window, float[] lung, float[] opacity)
      throws OrtException {
    int pixels = window.pixels();
    put(slices.below(), window, 0);
    put(slices.slice(), window, pixels);
    put(slices.above(), window, 2 * pixels);
    try (var in =
            tensor(
                input.slice(0, INPUT_CHANNELS * pixels),
                1,
                INPUT_CHANNELS,
                window.rows(),
                window.columns());
        var out =
            tensor(
                output.slice(0, OUTPUT_CHANNELS * pixels),
                1,
                OUTPUT_CHANNELS,
                window.rows(),
                window.columns())) {
      run(in, out);
    }
    get(0, window, lung);
    get(pixels, window, opacity);
    var told = new float[features.capacity()];
    features.get(0, told);
    return told;
  }

  private void run(OnnxTensor in, OnnxTensor out) throws OrtException {
    var outputs = new HashMap<String, OnnxTensor>();
    outputs.put(names.output(), out);
    if (features.capacity() == 0) {
      session.run(Map.of(names.input(), in), Set.of(), outputs).close();
      return;
    }
    try (var told = tensor(features.slice(), 1, features.capacity())) {
      outputs.put(OnnxSliceNetwork.FEATURES, told);
      session.run(Map.of(names.input(), in), Set.of(), outputs).close();
    }
  }

  private void put(float[] frame, FrameWindow window, int at) {
    for (int row = 0; row < window.rows(); row++) {
      int from = (window.firstRow() + row) * names.size() + window.firstColumn();
      input.put(at + row * window.columns(), frame, from, window.columns());
    }
  }

  private void get(int at, FrameWindow window, float[] frame) {
    for (int row = 0; row < window.rows(); row++) {
      int to = (window.firstRow() + row) * names.size() + window.firstColumn();
      output.get(at + row * window.columns(), frame, to, window.columns());
    }
  }
}
