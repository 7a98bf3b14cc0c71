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
import org.hilum.imaging.segmentation.inference.FrameWindow;
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

  /** The output of features that a network may have beside its logits. */
  static final String FEATURES = "features";

  private final OrtSession session;
  private final int size;
  private final boolean windows;
  private final int features;
  private final BlockingQueue<Lane> free;
  private boolean closed;

  private OnnxSliceNetwork(
      OrtSession session, OnnxTensorNames names, boolean windows, int features, List<Lane> lanes) {
    this.session = session;
    this.size = names.size();
    this.windows = windows;
    this.features = features;
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
      int features = features(session);
      for (int lane = 0; lane < lanes; lane++) {
        opened.add(new Lane(session, names, features));
      }
      return new OnnxSliceNetwork(session, names, takesWindows(session, names), features, opened);
    } catch (OrtException failed) {
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

  /** Rows and columns of the input that are not fixed in the file may be those of a window. */
  private static boolean takesWindows(OrtSession session, OnnxTensorNames names)
      throws OrtException {
    var in = session.getInputInfo().get(names.input());
    if (in == null || !(in.getInfo() instanceof TensorInfo tensor)) {
      return false;
    }
    return tensor.getShape()[2] < 0 && tensor.getShape()[3] < 0;
  }

  private static int features(OrtSession session) throws OrtException {
    var out = session.getOutputInfo().get(FEATURES);
    if (out == null) {
      return 0;
    }
    var shape = ((TensorInfo) out.getInfo()).getShape();
    if (shape.length != 2 || shape[1] < 1) {
      throw new NetworkFault(
          "the network's file gives features of %s where [n, features] is needed"
              .formatted(java.util.Arrays.toString(shape)));
    }
    return Math.toIntExact(shape[1]);
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

  /** How many features it gives of a slice; 0 when none. */
  public int features() {
    return features;
  }

  @Override
  public boolean takesWindows() {
    return windows;
  }

  @Override
  public float[] run(Neighbours slices, FrameWindow window, float[] lung, float[] opacity) {
    Lane lane = take();
    try {
      return lane.run(slices, window, lung, opacity);
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
    try {
      session.close();
    } catch (OrtException failed) {
      throw new NetworkFault("the network could not be closed", failed);
    }
  }
}
