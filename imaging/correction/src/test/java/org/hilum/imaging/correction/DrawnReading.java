package org.hilum.imaging.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.StudyVolume;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.worklist.CaseKey;

/** A drawn chest as images, and a reading of it whose outlines are the drawn ones. */
public final class DrawnReading implements CaseReadings {

  public static final SoftwareIdentity SOFTWARE = new SoftwareIdentity("Hilum", "0.0.0-test");

  private final Path folder;
  private final List<NamedFile> images;
  private final List<Result> results = new ArrayList<>();
  private int current;
  public final CaseKey key;
  public final ReadingFindings findings;
  public boolean isReadOnceMore;

  private record Result(long id, int version, Path folder) implements KeptResult {
    @Override
    public Optional<Path> file(String path) {
      return Optional.of(folder.resolve(path)).filter(Files::isRegularFile);
    }
  }

  /** A small one. */
  public static DrawnReading small(String institution, Path folder) throws IOException {
    var grid = ScanGrid.axial(96, 96, 60, 4, 5).about(new PatientPoint(0, 8, -44));
    return new DrawnReading(institution, folder, grid, ScanProtocol.standard(5));
  }

  /** The same reading as of another institution, with nothing corrected. */
  public DrawnReading of(String institution, Path place) {
    return new DrawnReading(
        new CaseKey(institution, key.studyInstanceUid()),
        place,
        images,
        findings,
        List.of(results.getFirst()));
  }

  private DrawnReading(
      CaseKey key,
      Path folder,
      List<NamedFile> images,
      ReadingFindings findings,
      List<Result> results) {
    this.key = key;
    this.folder = folder;
    this.images = images;
    this.findings = findings;
    this.results.addAll(results);
  }

  public DrawnReading(String institution, Path folder, ScanGrid grid, ScanProtocol protocol)
      throws IOException {
    this.folder = folder;
    var scan = PhantomCourse.demo().chestAt(1).draw(grid, protocol);
    this.images =
        PhantomDicom.write(
                scan, ScanIdentity.phantom(LocalDate.of(2020, 2, 20)), folder.resolve("ct"))
            .stream()
            .map(file -> new NamedFile(file.getFileName().toString(), file))
            .toList();
    try (var inventory = StudyIntake.take(images, done -> {})) {
      var study = inventory.studies().getFirst();
      this.key = new CaseKey(institution, study.studyInstanceUid());
      var built = (VolumeBuilt) StudyVolume.of(study, done -> {});
      this.findings = findings(study.studyInstanceUid(), scan, built);
    }
    var place = folder.resolve("reading");
    Files.createDirectories(place);
    KeptReading.write(findings, Language.ENGLISH, place);
    results.add(new Result(7, 1, place));
  }

  private static ReadingFindings findings(Uid study, PhantomScan scan, VolumeBuilt built) {
    var geometry = built.volume().geometry();
    var levels = LabelRaster.empty(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int voxel = 1; voxel < geometry.sliceSize() - 1; voxel++) {
        var opacity = scan.opacity().labels()[k];
        levels.labels()[k][voxel] =
            (byte)
                (opacity[voxel] != 0
                    ? OpacityUncertainty.PROBABLE
                    : opacity[voxel - 1] + opacity[voxel + 1] > 0 ? 1 : 0);
      }
    }
    var segmentation =
        new ChestSegmentation(
            new LabelRaster(geometry, scan.lungs().labels()),
            new LabelRaster(geometry, scan.opacity().labels()),
            Optional.of(new LabelRaster(geometry, scan.lobes().labels())),
            Optional.empty(),
            List.of(new NetworkIdentity("drawn", "1.0.0", "c0ffee".repeat(10) + "1234")),
            List.of(
                Reason.of(
                    SegmentationReason.DENSITY_CUT_NOT_VALIDATED,
                    SegmentationReason.DENSITY_CUT_NOT_VALIDATED.meaning())),
            Optional.of(
                new OpacityUncertainty(
                    levels,
                    new NetworkCard.Interval(0.82, 10, 0.25, 0.75, 0.91, 1.234567, 0.2, 3.5))));
    return new ReadingFindings(
        study.value(),
        built.volume(),
        built.source(),
        segmentation,
        new Quantifier().measure(built.volume(), segmentation, built.deviations()),
        built.deviations(),
        Map.of(),
        ZonedDateTime.parse("2020-02-21T08:30:00+08:00"),
        SOFTWARE);
  }

  public Path file(String path) {
    return current(key).orElseThrow().file(path).orElseThrow();
  }

  @Override
  public Optional<KeptResult> current(CaseKey of) {
    return of.equals(key) ? Optional.of(results.get(current)) : Optional.empty();
  }

  @Override
  public Optional<KeptResult> result(CaseKey of, long id) {
    return results.stream()
        .filter(each -> each.id() == id)
        .<KeptResult>map(each -> each)
        .findFirst();
  }

  @Override
  public List<NamedFile> images(CaseKey of) {
    return images;
  }

  @Override
  public Optional<Long> keep(CaseKey of, long work, Path written) throws IOException {
    if (isReadOnceMore) {
      return Optional.empty();
    }
    var place = folder.resolve("corrected-" + results.size());
    Files.move(written, place);
    Files.createDirectories(written);
    long id = 7L + results.size();
    results.add(new Result(id, results.size() + 1, place));
    current = results.size() - 1;
    return Optional.of(id);
  }

  @Override
  public boolean bringBack(CaseKey of, long id, Path written) throws IOException {
    if (isReadOnceMore) {
      return false;
    }
    current = Math.toIntExact(id - 7);
    var again = folder.resolve("again");
    Files.move(written, again);
    Files.createDirectories(written);
    return true;
  }
}
