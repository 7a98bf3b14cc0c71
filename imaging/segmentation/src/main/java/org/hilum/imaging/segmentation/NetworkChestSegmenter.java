package org.hilum.imaging.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.segmentation.NetworkCard.Calibration;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.segmentation.cleanup.DensitySplit;
import org.hilum.imaging.segmentation.cleanup.FrameGrid;
import org.hilum.imaging.segmentation.cleanup.HuScale;
import org.hilum.imaging.segmentation.cleanup.LungCleanup;
import org.hilum.imaging.segmentation.cleanup.OpacityCleanup;
import org.hilum.imaging.segmentation.cleanup.SideLabels;
import org.hilum.imaging.segmentation.inference.FrameFields;
import org.hilum.imaging.segmentation.inference.NetworkFault;
import org.hilum.imaging.segmentation.inference.SliceInference;
import org.hilum.imaging.segmentation.inference.SliceNetwork;
import org.hilum.imaging.segmentation.onnx.OnnxSliceNetwork;
import org.hilum.imaging.segmentation.onnx.OnnxTensorNames;
import org.hilum.imaging.segmentation.painting.FrameLayers;
import org.hilum.imaging.segmentation.painting.MaskLabels;
import org.hilum.imaging.segmentation.painting.MaskPainter;
import org.hilum.imaging.segmentation.painting.PaintedMasks;
import org.hilum.imaging.segmentation.painting.SurenessPainting;
import org.hilum.imaging.segmentation.painting.SurenessScale;
import org.hilum.imaging.segmentation.preparation.BodyBoxFinder;
import org.hilum.imaging.segmentation.preparation.Frame;
import org.hilum.imaging.segmentation.preparation.FrameRule;
import org.hilum.imaging.segmentation.preparation.FrameSampler;
import org.hilum.imaging.segmentation.preparation.NoiseEstimate;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.scope.ScanBlocks;
import org.hilum.imaging.segmentation.scope.ScanCharacter;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;

/**
 * Finds lungs and opacities by a network that looks at three slices at a time.
 *
 * <p>The line: canonical order, body box, frame, network, two plausible lungs, opacities, density,
 * masks on every voxel, back to the order of the source. Read {@link #segment} first.
 *
 * <p>Several threads may segment at once; they share the workers. Interrupting a thread that
 * segments ends it with a {@link java.util.concurrent.CancellationException}.
 *
 * <p>Cost: 0.9 MB for each slice that is run, and the masks: under 500 MB for 300 slices of 512 x
 * 512.
 */
public final class NetworkChestSegmenter implements ChestSegmenter {

  private static final SideLabels SIDES =
      new SideLabels(LungLabel.of(Side.LEFT), LungLabel.of(Side.RIGHT));
  private static final MaskLabels KINDS =
      new MaskLabels(
          OpacityLabel.of(OpacityKind.GROUND_GLASS), OpacityLabel.of(OpacityKind.CONSOLIDATION));

  private final NetworkCard card;
  private final SliceNetwork network;
  private final SegmentationSettings settings;
  private final FrameRule rule;
  private final HuScale scale;
  private final Workers workers;
  private final Optional<FeatureSpace> features;

  NetworkChestSegmenter(NetworkCard card, SliceNetwork network, SegmentationSettings settings) {
    this(card, network, Optional.empty(), settings);
  }

  NetworkChestSegmenter(
      NetworkCard card,
      SliceNetwork network,
      Optional<FeatureSpace> features,
      SegmentationSettings settings) {
    this.card = card;
    this.network = network;
    this.features = features;
    this.settings = settings;
    this.rule = rule(card);
    this.scale = new HuScale(rule.clipLowHu(), rule.clipHighHu());
    this.workers = new Workers(settings.workers());
  }

  /** Loads a network; its native memory is freed by {@link #close}. */
  public static NetworkChestSegmenter open(Network network, SegmentationSettings settings) {
    var card = network.card();
    var names =
        new OnnxTensorNames(card.input().tensor(), card.output().tensor(), card.input().size());
    try {
      var onnx = OnnxSliceNetwork.open(network.onnx(), names, settings.workers());
      requireFeatures(network, onnx);
      return new NetworkChestSegmenter(card, onnx, network.features(), settings);
    } catch (NetworkFault fault) {
      throw new SegmentationFault("network " + card.name() + ": " + fault.getMessage(), fault);
    }
  }

  /** A card that measures distances by features needs a network that gives as many. */
  private static void requireFeatures(Network network, OnnxSliceNetwork onnx) {
    int needed = network.features().map(FeatureSpace::size).orElse(onnx.features());
    if (needed != onnx.features()) {
      onnx.close();
      throw new NetworkFault(
          "its card needs %d features of a slice, its file gives %d"
              .formatted(needed, onnx.features()));
    }
  }

  private static FrameRule rule(NetworkCard card) {
    return new FrameRule(
        card.input().clipLowHu(),
        card.input().clipHighHu(),
        card.input().size(),
        card.frame().fillPixels(),
        card.frame().boxThresholdHu(),
        card.frame().boxBlockMm(),
        card.frame().boxOpeningBlocks());
  }

  @Override
  public SegmentationResult segment(CtVolume source, DoubleConsumer progress) {
    var clock = new StepClock(settings.steps());
    var order = CanonicalOrder.of(source.geometry());
    var volume = order.toCanonical(source);
    var steps =
        SliceSteps.about(
            card.sliceStepMm(), volume.geometry().normalSpacingMm(), volume.geometry().slices());
    var frame = Frame.around(new BodyBoxFinder(rule, workers).find(volume), rule);
    var grey = sample(volume, frame, steps);
    clock.lap("prepare");
    progress.accept(0.05);
    var grid =
        new FrameGrid(
            rule.size(), frame.mmPerPixel(), steps.step() * volume.geometry().normalSpacingMm());
    var fields = infer(grey, steps, grid, progress);
    clock.lap("infer");
    var side = new LungCleanup(grid, scale, SIDES, workers).clean(fields);
    var layers = layers(fields, side, grid);
    clock.lap("clean");
    var masks =
        new MaskPainter(layers, frame, steps, volume.geometry(), KINDS).paint(workers, sureness());
    clock.lap("paint");
    var result =
        result(volume, masks, steps, order, NoiseEstimate.hu(grey, rule), fields.features());
    clock.lap("review");
    progress.accept(1);
    return result;
  }

  private float[][] sample(CtVolume volume, Frame frame, SliceSteps steps) {
    var sampler = new FrameSampler(volume.geometry(), frame, rule);
    var grey = new float[steps.runs()][];
    workers.forEach(
        steps.runs(), run -> grey[run] = sampler.sample(volume.hu()[steps.sliceOf(run)]));
    return grey;
  }

  private FrameFields infer(
      float[][] grey, SliceSteps steps, FrameGrid grid, DoubleConsumer progress) {
    var thresholds = new double[] {card.output().lungThreshold(), card.output().opacityThreshold()};
    try {
      return new SliceInference(network, workers, thresholds, grid.runSpacingMm())
          .run(grey, steps, done -> progress.accept(0.05 + 0.85 * done));
    } catch (NetworkFault fault) {
      throw new SegmentationFault("network " + card.name() + ": " + fault.getMessage(), fault);
    }
  }

  private FrameLayers layers(FrameFields fields, byte[][] side, FrameGrid grid) {
    var opacity = new OpacityCleanup(grid, workers).clean(fields, side);
    var dense = new DensitySplit(grid, scale, workers).split(fields, side, opacity.mask());
    var opaque = new boolean[dense.length];
    for (int run = 0; run < dense.length; run++) {
      opaque[run] = dense[run].length > 0;
    }
    return new FrameLayers(
        grid.size(), side, fields.lung(), opacity.logits(), fields.opacity(), opaque, dense);
  }

  private SurenessPainting sureness() {
    double threshold = card.output().opacityThreshold();
    double temperature =
        card.uncertainty().calibration().map(Calibration::opacityTemperature).orElse(1.0);
    return new SurenessPainting(
        new SurenessScale(Math.log(threshold / (1 - threshold)), temperature),
        settings.withProbability(),
        card.uncertainty()
            .interval()
            .map(
                interval ->
                    new SurenessPainting.Levels(
                        interval.lowerProbability(), interval.upperProbability())));
  }

  private Optional<OpacityUncertainty> uncertainty(CanonicalOrder order, PaintedMasks masks) {
    return card.uncertainty()
        .interval()
        .flatMap(
            interval ->
                masks
                    .levels()
                    .map(levels -> new OpacityUncertainty(raster(order, levels), interval)));
  }

  private SegmentationResult result(
      CtVolume volume,
      PaintedMasks masks,
      SliceSteps steps,
      CanonicalOrder order,
      OptionalDouble noiseHu,
      float[] seen) {
    var review =
        new LungReview(
            volume,
            LungCensus.of(volume.geometry(), masks, workers),
            steps,
            card.validated(),
            noiseHu);
    List<Reason> refusals = review.refusals();
    if (!refusals.isEmpty()) {
      return new SegmentationRefused(refusals);
    }
    var remarks = new ArrayList<>(review.remarks());
    var blocks = ScanBlocks.of(volume, masks.lungs(), workers);
    remarks.addAll(ScopeReview.remarks(ScanCharacter.of(blocks)));
    features.ifPresent(space -> remarks.addAll(ScopeReview.ofFeatures(space, seen)));
    return new Segmented(
        new ChestSegmentation(
            raster(order, masks.lungs()),
            raster(order, masks.opacity()),
            Optional.empty(),
            masks.probability().map(probability -> raster(order, probability)),
            List.of(card.identity()),
            remarks,
            uncertainty(order, masks)));
  }

  private static LabelRaster raster(CanonicalOrder order, byte[][] labels) {
    return order.fromCanonical(new LabelRaster(order.geometry(), labels));
  }

  @Override
  public void close() {
    workers.close();
    network.close();
  }
}
