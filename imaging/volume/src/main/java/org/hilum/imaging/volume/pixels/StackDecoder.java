package org.hilum.imaging.volume.pixels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.InstanceSource;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeReason;
import org.hilum.imaging.volume.stack.ReasonTally;
import org.hilum.imaging.volume.stack.Slice;
import org.hilum.imaging.volume.stack.StackPlan;

/**
 * Decodes the slices of a stack, each as soon as a thread is free.
 *
 * <p>Cost: the encoded bytes of a single-frame image are held only while it is decoded; those of a
 * multi-frame image until all slices are.
 */
public final class StackDecoder {

  /** What came of one slice: Hounsfield units, or reasons. */
  private record Decoded(
      Slice slice,
      short[] hu,
      HounsfieldTally tally,
      List<Reason> refusals,
      List<Reason> deviations) {

    private static final short[] NO_PIXELS = {};

    static Decoded refused(Slice slice, List<Reason> reasons) {
      return new Decoded(slice, NO_PIXELS, HounsfieldTally.NONE, reasons, List.of());
    }

    static Decoded refused(Slice slice, VolumeReason code, String message) {
      return refused(slice, List.of(Reason.of(code, message)));
    }
  }

  private final ExecutorService executor;
  private final DoubleConsumer progress;
  private final AtomicInteger done = new AtomicInteger();
  private final Map<InstanceSource, DicomParse> multiFrame = new HashMap<>();

  private StackDecoder(ExecutorService executor, DoubleConsumer progress) {
    this.executor = executor;
    this.progress = progress;
  }

  /** Decodes a stack; {@code progress} is told the fraction done, from any thread. */
  public static DecodedStack decode(
      StackPlan plan, ExecutorService executor, DoubleConsumer progress) {
    return new StackDecoder(executor, progress).decode(plan);
  }

  private DecodedStack decode(StackPlan plan) {
    int count = plan.slices().size() + plan.repeats().size();
    var tasks = plan.slices().stream().map(slice -> submit(slice, count)).toList();
    var repeats = plan.repeats().stream().map(each -> submit(each.slice(), count)).toList();
    var slices = tasks.stream().map(StackDecoder::result).toList();
    var refusals = new ReasonTally();
    var deviations = new ReasonTally();
    var tally = HounsfieldTally.NONE;
    for (var slice : slices) {
      slice.refusals().forEach(reason -> refusals.add(reason, slice.slice().label()));
      slice.deviations().forEach(reason -> deviations.add(reason, slice.slice().label()));
      tally = tally.plus(slice.tally());
    }
    for (int n = 0; n < repeats.size(); n++) {
      judge(slices.get(plan.repeats().get(n).k()), result(repeats.get(n)), refusals, deviations);
    }
    var said = new ArrayList<>(deviations.reasons());
    said.addAll(tally.deviations());
    return new DecodedStack(
        slices.stream().map(Decoded::hu).toArray(short[][]::new),
        refusals.isEmpty() ? tally.refusals() : refusals.reasons(),
        said);
  }

  private static void judge(
      Decoded kept, Decoded repeat, ReasonTally refusals, ReasonTally deviations) {
    repeat.refusals().forEach(reason -> refusals.add(reason, repeat.slice().label()));
    if (!repeat.refusals().isEmpty() || !kept.refusals().isEmpty()) {
      return;
    }
    var where = kept.slice().label() + " and " + repeat.slice().label();
    if (Arrays.equals(kept.hu(), repeat.hu())) {
      deviations.add(
          VolumeReason.REPEAT_DROPPED,
          "an identical image at the same position was left out",
          where);
    } else {
      refusals.add(
          VolumeReason.SAME_POSITION_DIFFERS,
          "different images lie at one position (several reconstructions, phases or repeats): send"
              + " each as a series of its own",
          where);
    }
  }

  private Future<Decoded> submit(Slice slice, int count) {
    var source = slice.instance().source();
    if (!slice.multiFrame()) {
      return executor.submit(() -> counted(() -> decoded(slice, read(source)), count));
    }
    var parse = multiFrame.computeIfAbsent(source, StackDecoder::read);
    return executor.submit(() -> counted(() -> decoded(slice, parse), count));
  }

  private Decoded counted(Supplier<Decoded> work, int count) {
    var decoded = work.get();
    progress.accept((double) done.incrementAndGet() / count);
    return decoded;
  }

  private static Decoded result(Future<Decoded> task) {
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while decoding slices", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("decoding slices failed", failed.getCause());
    }
  }

  private static DicomParse read(InstanceSource source) {
    try {
      return source.read(DicomReader.Depth.WHOLE);
    } catch (IOException unreadable) {
      return new DicomParse.Refused(
          List.of(
              Reason.of(
                  VolumeReason.UNREADABLE, "the file cannot be read again: copy it once more")));
    }
  }

  private static Decoded decoded(Slice slice, DicomParse parse) {
    return switch (parse) {
      case DicomParse.Parsed(var object) -> decoded(slice, object);
      case DicomParse.Refused(var reasons) -> Decoded.refused(slice, reasons);
      case DicomParse.NotDicom(var reason) -> Decoded.refused(slice, List.of(reason));
    };
  }

  private static Decoded decoded(Slice slice, DicomObject object) {
    if (!object
        .dataSet()
        .text(Tag.SOP_INSTANCE_UID)
        .equals(Optional.of(slice.sopInstanceUid().value()))) {
      return Decoded.refused(
          slice, VolumeReason.UNREADABLE, "the file changed while it was read: start again");
    }
    return switch (FrameDecoder.decode(object, slice.frame())) {
      case FrameDecode.Undecodable(var reason) -> Decoded.refused(slice, List.of(reason));
      case FrameDecode.Decoded(var frame) -> {
        if (frame.rows() != slice.rows() || frame.columns() != slice.columns()) {
          yield Decoded.refused(
              slice,
              VolumeReason.UNDECODABLE,
              "the pixels have another size than the header says: send it again");
        }
        var rescale = Rescale.of(slice, frame.signed());
        var hu = rescale.apply(frame);
        yield new Decoded(
            slice, hu, HounsfieldTally.of(hu, rescale.outside()), List.of(), object.deviations());
      }
    };
  }
}
