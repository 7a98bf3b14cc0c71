package org.hilum.imaging.segmentation.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.segmentation.inference.SliceNetwork.Neighbours;

/** The buffers of one run of a network, used again and again by one thread at a time. */
final class Lane {

  static final int INPUT_CHANNELS = 3;
  static final int OUTPUT_CHANNELS = 2;

  private final OrtSession session;
  private final int pixels;
  private final FloatBuffer input;
  private final FloatBuffer output;
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  Lane(OrtSession session, OnnxTensorNames names) throws OrtException {
    this.session = session;
    pixels = names.size() * names.size();
    input = buffer(INPUT_CHANNELS * pixels);
    output = buffer(OUTPUT_CHANNELS * pixels);
    inputTensor = tensor(input, INPUT_CHANNELS, names.size());
    outputTensor = tensor(output, OUTPUT_CHANNELS, names.size());
    inputs = Map.of(names.input(), inputTensor);
    outputs = Map.of(names.output(), outputTensor);
  }

  private static FloatBuffer buffer(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static OnnxTensor tensor(FloatBuffer values, int channels, int size) throws OrtException {
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), values, new long[] {1, channels, size, size});
  }

  void run(Neighbours slices, float[] lung, float[] opacity) throws OrtException {
    input.put(0, slices.below());
    input.put(pixels, slices.slice());
    input.put(2 * pixels, slices.above());
    session.run(inputs, Set.of(), outputs).close();
    output.get(0, lung);
    output.get(pixels, opacity);
  }

  void close() {
    inputTensor.close();
    outputTensor.close();
  }
}
