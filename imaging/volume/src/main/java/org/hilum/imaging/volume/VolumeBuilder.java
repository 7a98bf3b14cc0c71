package org.hilum.imaging.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.volume.pixels.StackDecoder;
import org.hilum.imaging.volume.stack.PlanResult;
import org.hilum.imaging.volume.stack.Slice;
import org.hilum.imaging.volume.stack.StackPlan;
import org.hilum.imaging.volume.stack.StackPlanner;

/**
 * Makes a volume of the instances of one CT series.
 *
 * <p>In: single-frame and enhanced CT images in any order. <br>
 * Out: whole HU, voxels outside the scanner's field as -1024, k along the normal of the slices.
 * <br>
 * Refuses: all reasons at once, see {@link VolumeReason}. <br>
 * Limits: whether it is a chest is not told from headers; segmentation finds lungs or refuses. <br>
 * Cost: two bytes a voxel, and the encoded bytes of as many slices as threads work.
 */
public final class VolumeBuilder {

  private VolumeBuilder() {}

  /** Builds on as many threads as there are processors. */
  public static VolumeResult build(List<Instance> instances, DoubleConsumer progress) {
    try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      return build(instances, executor, progress);
    }
  }

  /**
   * Builds on the caller's threads.
   *
   * @param progress told the fraction of slices decoded, 0 to 1, from any thread
   */
  public static VolumeResult build(
      List<Instance> instances, ExecutorService executor, DoubleConsumer progress) {
    return switch (StackPlanner.plan(instances)) {
      case PlanResult.PlanRefused(var reasons) -> new VolumeResult.VolumeRefused(reasons);
      case PlanResult.Planned(var plan) -> build(plan, executor, progress);
    };
  }

  private static VolumeResult build(
      StackPlan plan, ExecutorService executor, DoubleConsumer progress) {
    var decoded = StackDecoder.decode(plan, executor, progress);
    if (!decoded.refusals().isEmpty()) {
      return new VolumeResult.VolumeRefused(decoded.refusals());
    }
    var deviations = new ArrayList<>(plan.deviations());
    deviations.addAll(decoded.deviations());
    var slices =
        plan.slices().stream()
            .map(
                slice ->
                    new SourceSlice(
                        slice.sopClassUid(),
                        slice.sopInstanceUid(),
                        slice.multiFrame() ? slice.frame() + 1 : 0))
            .toList();
    return new VolumeResult.VolumeBuilt(
        new CtVolume(plan.geometry(), decoded.hu(), true),
        Optional.of(new SourceSeries(header(plan.slices().getFirst()), slices)),
        deviations);
  }

  /** All attributes of the image of a slice, which a header held since intake may not have. */
  private static DataSet header(Slice slice) {
    try {
      return slice.instance().source().read(DicomReader.Depth.HEADER)
              instanceof DicomParse.Parsed(var object)
          ? object.dataSet()
          : slice.instance().dataSet();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a file decoded a moment ago cannot be read", unreadable);
    }
  }
}
