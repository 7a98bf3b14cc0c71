package org.hilum.imaging.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtSeries;
import org.hilum.imaging.volume.SeriesChoice;
import org.hilum.imaging.volume.VolumeBuilder;
import org.hilum.imaging.volume.VolumeResult;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;

/**
 * The volume of a DICOM study: that of its best series; when the pixels of that one prove
 * unreadable, that of the next.
 */
final class DicomStudySource implements VolumeSource {

  private final ArrivedStudy study;

  DicomStudySource(ArrivedStudy study) {
    this.study = study;
  }

  @Override
  public String studyName() {
    return study.studyInstanceUid().value();
  }

  @Override
  public SourceVolume volume(DoubleConsumer progress) {
    var choice = SeriesChoice.of(study.readableCt().stream().map(DicomStudySource::ct).toList());
    var notChosen = new LinkedHashMap<String, Reason>();
    study.series().stream()
        .filter(series -> !series.refusals().isEmpty())
        .forEach(series -> notChosen.put(uid(series), series.refusals().getFirst()));
    choice.notChosen().forEach((uid, reason) -> notChosen.put(uid.value(), reason));
    var refusals = new ArrayList<>(refusalsOfIntake());
    choice.refusals().values().forEach(refusals::addAll);
    for (var candidate : choice.ranked()) {
      switch (build(candidate, progress)) {
        case VolumeBuilt built -> {
          notChosen.remove(candidate.seriesInstanceUid().value());
          return new SourceVolume(
              withIntakeDeviations(built, candidate.seriesInstanceUid()),
              Optional.of(header(candidate)),
              notChosen);
        }
        case VolumeRefused(var reasons) -> {
          notChosen.put(candidate.seriesInstanceUid().value(), reasons.getFirst());
          refusals.addAll(reasons);
        }
      }
    }
    return new SourceVolume(new VolumeRefused(orNoSeries(refusals)), anyHeader(), notChosen);
  }

  private static VolumeResult build(CtSeries candidate, DoubleConsumer progress) {
    return MemoryGuard.tooLarge(candidate.instances())
        .<VolumeResult>map(reason -> new VolumeRefused(List.of(reason)))
        .orElseGet(() -> VolumeBuilder.build(candidate.instances(), progress));
  }

  /** Only a series of CT can be refused as CT; a report in the study is no reason against it. */
  private List<Reason> refusalsOfIntake() {
    return study.series().stream()
        .filter(ArrivedSeries::isCt)
        .flatMap(series -> series.refusals().stream())
        .toList();
  }

  private static List<Reason> orNoSeries(List<Reason> refusals) {
    return refusals.isEmpty()
        ? List.of(
            Reason.of(
                ReadingReason.NO_SERIES_TO_READ,
                "none of the study's series can be read: send the axial chest series"))
        : refusals;
  }

  private VolumeResult withIntakeDeviations(VolumeBuilt built, Uid seriesUid) {
    var deviations = new ArrayList<>(built.deviations());
    study.series().stream()
        .filter(series -> series.seriesInstanceUid().equals(seriesUid))
        .forEach(series -> deviations.addAll(series.deviations()));
    return new VolumeBuilt(built.volume(), built.source(), deviations);
  }

  private Optional<DataSet> anyHeader() {
    return study.series().stream()
        .filter(ArrivedSeries::isCt)
        .findFirst()
        .map(series -> series.instances().getFirst().dataSet());
  }

  private static DataSet header(CtSeries series) {
    return series.instances().getFirst().dataSet();
  }

  private static CtSeries ct(ArrivedSeries series) {
    return new CtSeries(series.seriesInstanceUid(), series.instances());
  }

  private static String uid(ArrivedSeries series) {
    return series.seriesInstanceUid().value();
  }
}
