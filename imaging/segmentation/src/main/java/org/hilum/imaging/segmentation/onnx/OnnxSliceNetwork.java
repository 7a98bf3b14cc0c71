package org.hilum.imaging.segmentation.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.hilum.imaging.segmentation.inference.NetworkFault;
import org.hilum.imaging.segmentation.inference.SliceNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Runs an ONNX file of three slices in, two logits out, on the processor.
 *
 * <p>One session is shared; each lane owns the buffers of one run, with one thread. One slice a
 * run: two and four slices took 2 to 4 % more processor time each (1.29.0, 256 x 256 pixels).
 */
public final class OnnxSliceNetwork implements SliceNetwork {

  private final OrtSession session;
  private final int size;
  private final List<Lane> lanes;
  private final BlockingQueue<Lane> free;
  private boolean closed;

  private OnnxSliceNetwork(OrtSession session, OnnxTensorNames names, List<Lane> lanes) {
    this.session = session;
    this.size = names.size();
    this.lanes = lanes;
    this.free = new ArrayBlockingQueue<>(lanes.size(), false, lanes);
  }

  /**
   * Opens a network's file.
   *
   * @param onnx the file's bytes, as they were checked
   * @param lanes how many threads may run it at once
   */
  public static OnnxSliceNetwork open(byte[] onnx, OnnxTensorNames names, int lanes) {
    OrtSession session = null;
    var opened = new ArrayList<Lane>();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = OrtEnvironment.getEnvironment().createSession(onnx, options);
      requireShapes(session, names);
      for (int lane = 0; lane < lanes; lane++) {
        opened.add(new Lane(session, names));
      }
      return new OnnxSliceNetwork(session, names, opened);
    } catch (OrtException failed) {
      opened.forEach(Lane::close);
      close(session, failed);
      throw new NetworkFault("the network's file cannot be opened: " + failed.getMessage(), failed);
    } catch (NetworkFault mismatch) {
      close(session, mismatch);
      throw mismatch;
    }
  }

  private static void close(@Nullable OrtSession session, Exception because) {
    if (session == null) {
      return;
    }
    try {
      session.close();
    } catch (OrtException failed) {
      because.addSuppressed(failed);
    }
  }

  private static void requireShapes(OrtSession session, OnnxTensorNames names) throws OrtException {
    var in = session.getInputInfo().get(names.input());
    var out = session.getOutputInfo().get(names.output());
    if (in == null || out == null) {
      throw new NetworkFault(
          "the network's file has no tensors '%s' and '%s' as its card says, but %s and %s"
              .formatted(
                  names.input(),
                  names.output(),
                  session.getInputNames(),
                  session.getOutputNames()));
    }
    requireShape((TensorInfo) in.getInfo(), Lane.INPUT_CHANNELS, names.size());
    requireShape((TensorInfo) out.getInfo(), Lane.OUTPUT_CHANNELS, names.size());
  }

  private static void requireShape(TensorInfo tensor, int channels, int size) {
    var shape = tensor.getShape();
    boolean fits =
        shape.length == 4
            && (shape[1] == channels || shape[1] < 0)
            && (shape[2] == size || shape[2] < 0)
            && (shape[3] == size || shape[3] < 0);
    if (!fits) {
      throw new NetworkFault(
          "the network's file takes or gives %s where [n, %d, %d, %d] is needed"
              .formatted(java.util.Arrays.toString(shape), channels, size, size));
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void run(Neighbours slices, float[] lung, float[] opacity) {
    Lane lane = take();
    try {
      lane.run(slices, lung, opacity);
    } catch (OrtException failed) {
      throw new NetworkFault("the network could not be run: " + failed.getMessage(), failed);
    } finally {
      free.add(lane);
    }
  }

  private Lane take() {
    try {
      return free.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      var stopped = new CancellationException("interrupted while waiting for the network");
      stopped.initCause(interrupted);
      throw stopped;
    }
  }

  /** Frees the native memory; must not be called while the network runs. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    lanes.forEach(Lane::close);
    try {
      session.close();
    } catch (OrtException failed) {
      throw new NetworkFault("the network could not be closed", failed);
    }
  }
}
