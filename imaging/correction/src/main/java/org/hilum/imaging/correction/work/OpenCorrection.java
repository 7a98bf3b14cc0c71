package org.hilum.imaging.correction.work;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.correction.outline.KnownLesions;
import org.hilum.imaging.correction.outline.LungBox;
import org.hilum.imaging.correction.outline.OutlineChange;
import org.hilum.imaging.correction.outline.Outlines;
import org.hilum.imaging.correction.outline.StepMaker;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.LesionParts;
import org.hilum.imaging.quantification.RepeatedQuantifier;
import org.hilum.imaging.reading.KeptReadingResult;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.LesionTracking;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmentation;

/** A correction that is being worked on: volume, masks and numbers in memory. One thread a time. */
final class OpenCorrection {

  /** HU two, four masks and parts one each, numbers of lesions two, of those of lungs and more. */
  private static final long BYTES_PER_VOXEL = 8;

  private final ReadingFindings reading;
  private final RepeatedQuantifier quantifier;
  private final Outlines outlines;
  private final LungBox box;
  private final Map<Uid, Integer> network;
  private ChestMeasurements measured;
  private KnownLesions lesions;
  private int revision;

  OpenCorrection(KeptReadingResult.Opened opened) {
    this.reading = opened.findings();
    this.quantifier = opened.quantifier();
    this.measured = reading.measurements();
    this.box = LungBox.of(reading.segmentation().lungs());
    var uids =
        measured.lesions().stream().map(lesion -> LesionTracking.uid(reading, lesion)).toList();
    this.lesions = KnownLesions.first(measured, uids, box);
    this.network = anchors(lesions);
    this.outlines = new Outlines(reading);
  }

  private static Map<Uid, Integer> anchors(KnownLesions lesions) {
    var anchors = new java.util.LinkedHashMap<Uid, Integer>();
    IntStream.range(0, lesions.uids().size())
        .forEach(n -> anchors.put(lesions.uids().get(n), lesions.anchors()[n]));
    return anchors;
  }

  /** How much memory it takes, about. */
  long bytes() {
    return BYTES_PER_VOXEL * reading.volume().geometry().voxelCount();
  }

  /** Which revision it is at. */
  int revision() {
    return revision;
  }

  KnownLesions lesions() {
    return lesions;
  }

  /** Lesions as the network outlined them, each with a voxel. */
  Map<Uid, Integer> network() {
    return network;
  }

  /** The masks as they are now, whatever comes after. */
  ChestSegmentation masksNow() {
    return outlines.masksNow();
  }

  /** How lesions are parted and put together by hand. */
  Optional<LesionParts> parts() {
    return outlines.parts();
  }

  /** What a step would change. */
  StepMaker.Made make(StepRequest request, CorrectionLimits limits) throws CorrectionRefusal {
    return new StepMaker(outlines, lesions, box, limits).make(request);
  }

  /** Does a step, and measures. */
  void step(int now, OutlineChange change, KnownLesions.Naming naming) {
    outlines.apply(change, quantifier::changed);
    measured = quantifier.measure(outlines.parts());
    lesions = lesions.next(measured, naming, box);
    revision = now;
  }

  /** Does changes whose lesions are known by what was kept, and measures once. */
  void restore(
      int now, List<OutlineChange> changes, Map<Uid, Integer> kept, KnownLesions.Naming naming) {
    changes.forEach(change -> outlines.apply(change, quantifier::changed));
    measured = quantifier.measure(outlines.parts());
    lesions = KnownLesions.restored(measured, kept, naming, box);
    revision = now;
  }

  /** The findings as they are now, as somebody's correction; those of the network for none. */
  ReadingFindings findings(Optional<HandCorrection> correction) {
    return findings(outlines.masks(), reading.readAt(), reading.software(), correction);
  }

  /** The findings as they are now and stay, written by a program at a time. */
  ReadingFindings findingsNow(SoftwareIdentity software, HandCorrection correction) {
    return findings(outlines.masksNow(), correction.at(), software, Optional.of(correction));
  }

  private ReadingFindings findings(
      ChestSegmentation masks,
      ZonedDateTime at,
      SoftwareIdentity software,
      Optional<HandCorrection> correction) {
    return new ReadingFindings(
        reading.studyName(),
        reading.volume(),
        reading.source(),
        masks,
        measured,
        reading.deviations(),
        reading.notChosen(),
        at,
        software,
        correction);
  }
}
