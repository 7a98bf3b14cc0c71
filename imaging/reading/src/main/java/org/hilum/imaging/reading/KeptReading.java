package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.lobes.LobeReason;
import org.hilum.imaging.quantification.LesionParts;
import org.hilum.imaging.quantification.RepeatedQuantifier;
import org.hilum.imaging.reading.KeptReadingResult.Opened;
import org.hilum.imaging.reading.KeptReadingResult.Refused;
import org.hilum.imaging.reading.VolumeSource.SourceVolume;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.MaskName;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.reporting.ReadingRecord;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.NiftiLabelReader;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;

/**
 * Takes up a reading that was kept: the volume from the images, the masks from its files, the rest
 * from {@code reading.json}; and writes it again with other outlines.
 *
 * <p>Out: findings whose numbers are those of the reading, corrected where a person corrected it.
 * <br>
 * Refuses: images that are not those that were read, files that are gone or damaged. <br>
 * Limits: a reading of a time when it did not write what its intervals rest on has none here.
 */
public final class KeptReading {

  private static final Map<String, ReasonCode> CODES = codes();

  private KeptReading() {}

  /** Where the files of a reading lie. */
  @FunctionalInterface
  public interface Files {
    /** The file of that name in the reading's folder; empty where there is none. */
    Optional<Path> file(String path);
  }

  /** Takes a reading up. */
  public static KeptReadingResult open(List<NamedFile> images, Uid study, Files files)
      throws IOException {
    var json = files.file(ReadingJson.FILE_NAME);
    var told =
        json.isPresent()
            ? ReadingJson.read(json.get(), name -> Optional.ofNullable(CODES.get(name)))
            : Optional.<ReadingRecord>empty();
    if (told.isEmpty()) {
      return refused(
          ReadingReason.READING_NOT_KEPT, "reading.json is not there or tells no numbers");
    }
    try (var inventory = StudyIntake.take(images, done -> {})) {
      return inventory.studies().stream()
          .filter(each -> each.studyInstanceUid().equals(study))
          .findFirst()
          .map(each -> open(each, told.get(), files))
          .orElseGet(() -> refused(ReadingReason.IMAGES_CHANGED, "the study has no CT any more"));
    }
  }

  private static KeptReadingResult open(ArrivedStudy study, ReadingRecord told, Files files) {
    var sourced = VolumeSource.dicom(study).volume(done -> {});
    return switch (sourced.result()) {
      case VolumeRefused(var reasons) -> new Refused(reasons);
      case VolumeBuilt built ->
          isWhatWasRead(built, told)
              ? withMasks(study, sourced, built, told, files)
              : refused(
                  ReadingReason.IMAGES_CHANGED,
                  "the study's images are not those that were read any more");
    };
  }

  private static boolean isWhatWasRead(VolumeBuilt built, ReadingRecord told) {
    return built.volume().geometry().slices() == told.sliceCount()
        && built
            .source()
            .flatMap(source -> source.header().text(Tag.SERIES_INSTANCE_UID))
            .filter(told.seriesInstanceUid()::equals)
            .isPresent();
  }

  private static KeptReadingResult withMasks(
      ArrivedStudy study,
      SourceVolume sourced,
      VolumeBuilt built,
      ReadingRecord told,
      Files files) {
    var masks = new KeptMasks(built.volume().geometry(), files);
    var lungs = masks.of(MaskName.LUNGS);
    var opacity = masks.of(MaskName.OPACITY);
    if (lungs.isEmpty() || opacity.isEmpty()) {
      return refused(ReadingReason.READING_NOT_KEPT, "its masks are not there, or do not fit");
    }
    var levels = masks.of(MaskName.OPACITY_LEVELS);
    var segmentation =
        new ChestSegmentation(
            lungs.get(),
            opacity.get(),
            masks.of(MaskName.LOBES),
            Optional.empty(),
            told.networks(),
            remarks(built, told),
            told.interval().flatMap(rule -> levels.map(each -> new OpacityUncertainty(each, rule))),
            told.fissures());
    var quantifier = new RepeatedQuantifier(built.volume(), segmentation, built.deviations());
    var parts = masks.of(MaskName.LESION_PARTS).map(LesionParts::new);
    var measured = quantifier.measure(parts);
    if (told.correction()
        .filter(by -> by.lesions().size() != measured.lesions().size())
        .isPresent()) {
      return refused(
          ReadingReason.READING_NOT_KEPT, "its lesions are not those that were corrected");
    }
    var findings =
        new ReadingFindings(
            study.studyInstanceUid().value(),
            built.volume(),
            built.source(),
            segmentation,
            measured,
            built.deviations(),
            sourced.notChosen(),
            told.readAt(),
            told.software(),
            told.correction().map(by -> by.with(parts)));
    return new Opened(findings, quantifier);
  }

  /** The record tells them together with what was odd in the images, which is found anew. */
  private static List<Reason> remarks(VolumeBuilt built, ReadingRecord told) {
    return told.limits().stream()
        .filter(limit -> built.deviations().stream().noneMatch(odd -> isSame(odd, limit)))
        .toList();
  }

  private static boolean isSame(Reason one, Reason other) {
    return one.code().code().equals(other.code().code())
        && one.message().equals(other.message())
        && one.where().equals(other.where());
  }

  /** Masks of a reading on the voxels of its volume. */
  private record KeptMasks(VolumeGeometry geometry, Files files) {

    /** Coordinates in the files are of single precision. */
    private static final double MOST_MM_OFF = 0.05;

    Optional<LabelRaster> of(MaskName name) {
      return files.file(name.path()).flatMap(this::read);
    }

    private Optional<LabelRaster> read(Path file) {
      try {
        return NiftiLabelReader.read(file) instanceof LabelsRead(var raster) && fits(raster)
            ? Optional.of(new LabelRaster(geometry, raster.labels()))
            : Optional.empty();
      } catch (IOException gone) {
        return Optional.empty();
      }
    }

    private boolean fits(LabelRaster raster) {
      var other = raster.geometry();
      return other.slices() == geometry.slices()
          && other.rows() == geometry.rows()
          && other.columns() == geometry.columns()
          && isNear(other, 0, 0, 0)
          && isNear(other, geometry.slices() - 1, geometry.rows() - 1, geometry.columns() - 1);
    }

    private boolean isNear(VolumeGeometry other, int k, int j, int i) {
      return geometry.point(k, j, i).minus(other.point(k, j, i)).length() < MOST_MM_OFF;
    }
  }

  /**
   * Writes a reading as the line does.
   *
   * @return remarks about the DICOM objects
   */
  public static List<Reason> write(ReadingFindings findings, Language language, Path folder)
      throws IOException {
    return new ReadingWriting(language, Optional.empty())
        .write(findings, new StepClock(), done -> {}, folder);
  }

  private static KeptReadingResult refused(ReadingReason code, String words) {
    return new Refused(List.of(Reason.of(code, words)));
  }

  private static Map<String, ReasonCode> codes() {
    var codes = new HashMap<String, ReasonCode>();
    Stream.of(SegmentationReason.values(), LobeReason.values())
        .flatMap(Arrays::stream)
        .map(ReasonCode.class::cast)
        .forEach(code -> codes.put(code.code(), code));
    return Map.copyOf(codes);
  }
}
