package org.hilum.imaging.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.evaluation.reference.MaskKind;
import org.hilum.imaging.evaluation.reference.PlacedMask;
import org.hilum.imaging.evaluation.reference.PlacedMask.MaskRefused;
import org.hilum.imaging.evaluation.reference.PlacedMask.Placed;
import org.hilum.imaging.evaluation.reference.ReferenceReader;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;

/**
 * Runs the product's own segmentation on every case of a manifest and compares it with what people
 * drew.
 *
 * <p>In: the cases; a shelf of segmenters. Out: one outcome a case, in their order; a refusal or
 * fault of one never stops the others. <br>
 * Cost: one case at a time; HU, found and drawn masks of it, about eight bytes a voxel.
 */
public final class Evaluator {

  private final SegmenterShelf shelf;
  private final WorstCases worst = new WorstCases();

  public Evaluator(SegmenterShelf shelf) {
    this.shelf = shelf;
  }

  /** Evaluates all cases. */
  public Evaluation evaluate(List<ManifestRow> rows, EvaluationListener listener) {
    var outcomes = new ArrayList<CaseOutcome>();
    for (int n = 0; n < rows.size(); n++) {
      var row = rows.get(n);
      int number = n + 1;
      outcomes.add(evaluate(row, done -> listener.progress(row, number, rows.size(), done)));
    }
    return new Evaluation(outcomes, worst.pictures());
  }

  /** The edge at which an unexpected fault of one case is caught, so that the others go on. */
  private CaseOutcome evaluate(ManifestRow row, java.util.function.DoubleConsumer progress) {
    try {
      progress.accept(0);
      var outcome =
          switch (CaseVolume.of(row.image(), done -> progress.accept(0.3 * done))) {
            case VolumeRefused(var reasons) -> new CaseRefused(row, reasons);
            case VolumeBuilt built -> referenced(row, built, progress);
          };
      progress.accept(1);
      return outcome;
    } catch (IOException | RuntimeException fault) {
      return new CaseFailed(row, fault);
    }
  }

  /** The masks are read first: a fault in one is told without the wait for the network. */
  private CaseOutcome referenced(
      ManifestRow row, VolumeBuilt built, java.util.function.DoubleConsumer progress)
      throws IOException {
    var order = CanonicalOrder.of(built.volume().geometry());
    var reader = new ReferenceReader(order.geometry(), frameOfReference(built));
    var refusals = new ArrayList<Reason>();
    var lungs = mask(reader, row.lungs(), MaskKind.LUNGS, refusals);
    var opacity = mask(reader, row.opacity(), MaskKind.OPACITY, refusals);
    var setAside = mask(reader, row.setAside(), MaskKind.SET_ASIDE, refusals);
    if (!refusals.isEmpty()) {
      return new CaseRefused(row, refusals);
    }
    var volume =
        new CtVolume(
            built.volume().geometry(),
            built.volume().hu(),
            built.volume().spacingKnown() && row.spacingKnown());
    var segmenter = shelf.segmenter(row.network());
    long began = System.nanoTime();
    var result = segmenter.segment(volume, done -> progress.accept(0.3 + 0.5 * done));
    double seconds = (System.nanoTime() - began) / 1e9;
    return switch (result) {
      case SegmentationRefused(var reasons) -> new CaseRefused(row, reasons);
      case Segmented(var found) ->
          measured(
              row,
              found,
              without(setAside, compared(order, volume, found, lungs, opacity, row)),
              seconds);
    };
  }

  private static Optional<Uid> frameOfReference(VolumeBuilt built) {
    return built.source().flatMap(source -> source.header().uid(Tag.FRAME_OF_REFERENCE_UID));
  }

  private static Optional<Placed> mask(
      ReferenceReader reader, Optional<MaskSource> source, MaskKind kind, List<Reason> refusals)
      throws IOException {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    PlacedMask placed = reader.read(source.get(), kind);
    return switch (placed) {
      case Placed mask -> Optional.of(mask);
      case MaskRefused(var reasons) -> {
        reasons.forEach(
            reason -> refusals.add(new Reason(reason.code(), reason.message(), kind.column())));
        yield Optional.empty();
      }
    };
  }

  private static ComparedCase compared(
      CanonicalOrder order,
      CtVolume volume,
      ChestSegmentation found,
      Optional<Placed> lungs,
      Optional<Placed> opacity,
      ManifestRow row) {
    return new ComparedCase(
        order.toCanonical(volume),
        order.toCanonical(found.lungs()).labels(),
        order.toCanonical(found.opacity()).labels(),
        found.opacityProbability().map(order::toCanonical).map(LabelRaster::labels),
        lungs,
        opacity,
        Optional.empty(),
        row.lesionFree());
  }

  private static ComparedCase without(Optional<Placed> setAside, ComparedCase chest) {
    return setAside.map(chest::without).orElse(chest);
  }

  private CaseOutcome measured(
      ManifestRow row, ChestSegmentation found, ComparedCase chest, double seconds) {
    var measurer = new CaseMeasurer(chest);
    var figures = measurer.measure().put(Figure.SECONDS, seconds);
    var reliability = measurer.reliability();
    var temperature = shelf.opacityTemperature(row.network());
    reliability.ifPresent(
        counts -> {
          figures.put(Figure.CALIBRATION_ERROR, counts.expectedCalibrationError(1));
          temperature.ifPresent(
              divisor ->
                  figures.put(
                      Figure.RAW_CALIBRATION_ERROR, counts.expectedCalibrationError(1 / divisor)));
        });
    var outcome =
        new CaseMeasured(
            row,
            found.networks().getFirst(),
            figures.build(),
            chest.labelled().cardinality(),
            chest.volume().geometry().slices(),
            reliability,
            found.remarks());
    worst.consider(outcome, chest);
    return outcome;
  }
}
