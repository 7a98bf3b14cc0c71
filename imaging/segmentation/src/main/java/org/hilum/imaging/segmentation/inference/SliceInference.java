package org.hilum.imaging.segmentation.inference;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Runs a network over the slices of one chest, and not where there is only air or abdomen.
 *
 * <p>First over scouts, slices about {@value #SCOUT_MM} mm apart, on the whole frame. Then over
 * every slice between two scouts of which one shows lung or opacity, on the part of the frame that
 * holds what both show with {@value #MARGIN} pixels around it; where that proves too narrow, on the
 * whole. At the top and the bottom it goes on, slice by slice, while lung is seen. What is not run
 * holds nothing.
 */
public final class SliceInference {

  /** A lung is far higher than this, so that no scout can step over one. */
  static final double SCOUT_MM = 12;

  /**
   * In pixels, about 36 mm: lung moves less than half of that from one scout to the next, and the
   * other half keeps the window's edge out of what the network looks at.
   */
  static final int MARGIN = 24;

  /** In pixels: closer to the edge of a window than this, logits are not those of the frame. */
  static final int GUARD = 12;

  /** The logit of a pixel that was not run: certainly nothing. */
  private static final float NOTHING = -20;

  private final SliceNetwork network;
  private final Workers workers;
  private final float[] logitShift;
  private final int scoutEvery;

  /**
   * Logits are shifted so that 0 is the threshold.
   *
   * @param thresholds probabilities from which a pixel is lung, and opacity
   * @param runSpacingMm from one slice that may be run to the next
   */
  public SliceInference(
      SliceNetwork network, Workers workers, double[] thresholds, double runSpacingMm) {
    this.network = network;
    this.scoutEvery = Math.max(1, (int) (SCOUT_MM / runSpacingMm));
    this.workers = workers;
    this.logitShift = new float[] {logit(thresholds[0]), logit(thresholds[1])};
  }

  private static float logit(double probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  /** Logits of all runs; {@code progress} is told the fraction done. */
  public FrameFields run(float[][] grey, SliceSteps steps, DoubleConsumer progress) {
    return new Chest(grey, steps, progress).run();
  }

  /** One chest while it is run. */
  private final class Chest {

    private final int size = network.size();
    private final FrameWindow whole = FrameWindow.whole(size);
    private final float[][] grey;
    private final float[][] lung;
    private final float[][] opacity;
    private final float[][] features;
    private final PixelBox[] found;
    private final boolean[] done;
    private final SliceSteps steps;
    private final DoubleConsumer progress;
    private final AtomicInteger finished = new AtomicInteger();

    Chest(float[][] grey, SliceSteps steps, DoubleConsumer progress) {
      this.grey = grey;
      this.steps = steps;
      this.progress = progress;
      this.lung = new float[grey.length][];
      this.opacity = new float[grey.length][];
      this.features = new float[grey.length][];
      this.found = new PixelBox[grey.length];
      this.done = new boolean[grey.length];
      Arrays.fill(found, PixelBox.EMPTY);
    }

    FrameFields run() {
      forEach(this::isScout, run -> features[run] = run(run, whole));
      forEach(run -> !isScout(run) && !seenAround(run).isEmpty(), this::runClose);
      while (forEach(this::isReached, run -> run(run, whole)) > 0) {
        // Each round goes one slice farther.
      }
      forEach(run -> !done[run], this::leaveOut);
      return new FrameFields(size, grey, lung, opacity, meanFeatures());
    }

    private int forEach(IntPredicate chosen, IntConsumer task) {
      var runs = IntStream.range(0, grey.length).filter(chosen).toArray();
      workers.forEach(
          runs.length,
          n -> {
            task.accept(runs[n]);
            done[runs[n]] = true;
            progress.accept(finished.incrementAndGet() / (double) grey.length);
          });
      return runs.length;
    }

    /** The last slice is one, so that every other lies between two. */
    private boolean isScout(int run) {
      return run % scoutEvery == 0 || run == grey.length - 1;
    }

    /** What the scouts before and after a slice show. */
    private PixelBox seenAround(int run) {
      int before = run - run % scoutEvery;
      return found[before].with(found[Math.min(before + scoutEvery, grey.length - 1)]);
    }

    private void runClose(int run) {
      if (!network.takesWindows()) {
        run(run, whole);
        return;
      }
      var window = FrameWindow.around(seenAround(run), MARGIN, size);
      run(run, window);
      if (window.isCloseToEdge(found[run], GUARD, size)) {
        run(run, whole);
      }
    }

    private float[] run(int run, FrameWindow window) {
      lung[run] = nothing();
      opacity[run] = nothing();
      var slices =
          new SliceNetwork.Neighbours(grey[steps.below(run)], grey[run], grey[steps.above(run)]);
      var seen = network.run(slices, window, lung[run], opacity[run]);
      shift(lung[run], logitShift[0]);
      shift(opacity[run], logitShift[1]);
      found[run] = PixelBox.aboveZero(lung[run], opacity[run], window, size);
      return seen;
    }

    private float[] nothing() {
      var logits = new float[size * size];
      Arrays.fill(logits, NOTHING);
      return logits;
    }

    private void leaveOut(int run) {
      lung[run] = nothing();
      opacity[run] = nothing();
    }

    /** Whether lung comes up to a slice that was not run, or up to the empty scout before it. */
    private boolean isReached(int run) {
      return !done[run] && (isReached(run, 1) || isReached(run, -1));
    }

    private boolean isReached(int run, int way) {
      return shows(run + way) || (shows(run + 2 * way) && isScout(run + way));
    }

    private boolean shows(int run) {
      return run >= 0 && run < found.length && !found[run].isEmpty();
    }

    private float[] meanFeatures() {
      var mean = new float[0];
      int slices = 0;
      for (int run = 0; run < grey.length; run++) {
        if (isScout(run) && shows(run)) {
          mean = slices == 0 ? new float[features[run].length] : mean;
          for (int n = 0; n < mean.length; n++) {
            mean[n] += features[run][n];
          }
          slices++;
        }
      }
      for (int n = 0; n < mean.length; n++) {
        mean[n] /= slices;
      }
      return mean;
    }
  }

  private static void shift(float[] logits, float by) {
    if (by == 0) {
      return;
    }
    for (int pixel = 0; pixel < logits.length; pixel++) {
      logits[pixel] -= by;
    }
  }
}
