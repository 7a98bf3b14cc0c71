package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.lobes.LobeFinder;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;

/** The real line with the network of the repository and a clock that stands. */
final class Line implements AutoCloseable {

  private final ChestSegmenter segmenter =
      NetworkChestSegmenter.open(Network.open(networkFolder()), SegmentationSettings.standard());

  ReadingResult read(Path input, Path out) throws IOException {
    return read(input, out, ReadingListener.SILENT);
  }

  ReadingResult read(Path input, Path out, ReadingListener listener) throws IOException {
    return new ReadingLine(tools()).read(input, out, ReadingSettings.DEFAULT, listener);
  }

  ComparisonRun compare(List<Path> inputs, Path out, ComparisonSettings settings)
      throws IOException {
    return new ComparisonLine(tools())
        .compare(inputs, out, ReadingSettings.DEFAULT, settings, ReadingListener.SILENT);
  }

  /** What a volume is read as, without anything being written of it. */
  StudyRead judge(Path nifti) {
    var source = VolumeSource.nifti(nifti);
    var sourced = source.volume(done -> {});
    var built = (VolumeBuilt) sourced.result();
    var outlined = (Segmented) segmenter.segment(built.volume(), done -> {});
    var masks = new LobeFinder().find(built.volume(), outlined.segmentation());
    var findings =
        new ReadingFindings(
            source.studyName(),
            built.volume(),
            built.source(),
            masks,
            new Quantifier().measure(built.volume(), masks, built.deviations()),
            built.deviations(),
            sourced.notChosen(),
            ZonedDateTime.now(tools().clock()),
            tools().software());
    return new StudyRead(
        source.studyName(), findings, new StepTimes(Map.of(), 0), List.of(), nifti);
  }

  private ReadingTools tools() {
    var clock = Clock.fixed(Instant.parse("2020-03-01T12:00:00Z"), ZoneOffset.UTC);
    return new ReadingTools(() -> segmenter, clock, new SoftwareIdentity("Hilum", "0.0.0-test"));
  }

  private static Path networkFolder() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var network = folder.resolve("networks").resolve("chest-opacity-2d");
      if (Files.isDirectory(network)) {
        return network;
      }
    }
    throw new IllegalStateException("networks/chest-opacity-2d is missing from the checkout");
  }

  @Override
  public void close() {
    segmenter.close();
  }
}
