package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.lobes.LobeFinder;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.reading.VolumeSource.SourceVolume;
import org.hilum.imaging.reading.place.StudyFolder;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.reporting.RefusedReading;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;

/** The reading of one study: each step in order, any of which may refuse. */
final class StudyReading {

  private final ReadingJob job;
  private final VolumeSource source;
  private final StepClock clock;

  StudyReading(ReadingJob job, VolumeSource source) {
    this.job = job;
    this.source = source;
    this.clock = new StepClock();
    clock.add(ReadingStep.INTAKE.key(), job.intakeSeconds());
  }

  String name() {
    return source.studyName();
  }

  StudyOutcome read(Path out) throws IOException {
    var folder = StudyFolder.open(out, name());
    try {
      var outcome = read(folder);
      folder.putInPlace();
      return outcome;
    } catch (IOException | RuntimeException fault) {
      folder.abandon();
      throw fault;
    }
  }

  private StudyOutcome read(StudyFolder folder) throws IOException {
    var sourced = source.volume(done -> progress(ReadingStep.VOLUME, done));
    clock.lap(ReadingStep.VOLUME.key());
    return switch (sourced.result()) {
      case VolumeRefused(var reasons) -> refused(sourced, reasons, folder);
      case VolumeBuilt built -> segmented(sourced, built, folder);
    };
  }

  private StudyOutcome segmented(SourceVolume sourced, VolumeBuilt built, StudyFolder folder)
      throws IOException {
    var segmenter = job.tools().segmenter().get();
    clock.lap("network");
    var result =
        segmenter.segment(built.volume(), done -> progress(ReadingStep.SEGMENTATION, done));
    clock.lap(ReadingStep.SEGMENTATION.key());
    return switch (result) {
      case SegmentationRefused(var reasons) -> refused(sourced, reasons, folder);
      case Segmented(var segmentation) ->
          reported(findings(sourced, built, withLobes(built, segmentation)), folder);
    };
  }

  private ChestSegmentation withLobes(VolumeBuilt built, ChestSegmentation segmentation) {
    progress(ReadingStep.LOBES, 0);
    var parted = new LobeFinder().find(built.volume(), segmentation);
    clock.lap(ReadingStep.LOBES.key());
    return parted;
  }

  private ReadingFindings findings(
      SourceVolume sourced, VolumeBuilt built, ChestSegmentation segmentation) {
    progress(ReadingStep.QUANTIFICATION, 0);
    var measurements = new Quantifier().measure(built.volume(), segmentation, built.deviations());
    clock.lap(ReadingStep.QUANTIFICATION.key());
    return new ReadingFindings(
        name(),
        built.volume(),
        built.source(),
        segmentation,
        measurements,
        built.deviations(),
        sourced.notChosen(),
        readAt(),
        job.tools().software());
  }

  private StudyOutcome reported(ReadingFindings findings, StudyFolder folder) throws IOException {
    var remarks =
        new ReadingWriting(job.settings().language(), source.niftiFile())
            .write(
                findings,
                clock,
                done -> progress(ReadingStep.REPORTING, done),
                folder.unfinished());
    return new StudyRead(name(), findings, clock.times(), remarks, folder.place());
  }

  private StudyOutcome refused(SourceVolume sourced, List<Reason> reasons, StudyFolder folder)
      throws IOException {
    var refused =
        new RefusedReading(
            name(),
            sourced.header(),
            reasons,
            Map.copyOf(sourced.notChosen()),
            readAt(),
            job.tools().software());
    ReadingJson.write(refused, folder.unfinished());
    return new StudyRefused(name(), reasons, folder.place());
  }

  private ZonedDateTime readAt() {
    return ZonedDateTime.now(job.tools().clock());
  }

  private void progress(ReadingStep step, double fraction) {
    job.listener().progress(name(), step, fraction);
  }
}
