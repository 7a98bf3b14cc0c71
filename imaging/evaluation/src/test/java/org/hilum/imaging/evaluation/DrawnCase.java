package org.hilum.imaging.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.reporting.DicomResultWriter;
import org.hilum.imaging.reporting.KeyPage;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.segmentation.SegmentationResult;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;

/** Drawn chests as files, and segmenters that know what was drawn. */
final class DrawnCase {

  static final NetworkIdentity NETWORK = new NetworkIdentity("drawn", "1.0.0", "0".repeat(64));

  private DrawnCase() {}

  /** Writes a chest as DICOM CT. */
  static void writeCt(TwoLungPhantom chest, ScanGrid grid, Path folder) throws IOException {
    var drawing = chest.draw(grid.geometry());
    var protocol = ScanProtocol.noiseless(grid.kSpacingMm()).in(grid.plane().patientPosition());
    PhantomDicom.write(
        new PhantomScan(
            drawing.volume(),
            drawing.lungs(),
            drawing.lungs(),
            drawing.opacity(),
            List.of(),
            protocol),
        ScanIdentity.phantom(LocalDate.of(2020, 2, 20)),
        folder);
  }

  /** Writes what was drawn as our own SEG of a CT that lies in a folder. */
  static Path writeSeg(TwoLungPhantom chest, Path ct, Path folder) throws IOException {
    var built = (VolumeBuilt) CaseVolume.of(ct, done -> {});
    var segmentation = truth(chest, built.volume().geometry());
    var findings =
        new ReadingFindings(
            "drawn",
            built.volume(),
            built.source(),
            segmentation,
            new Quantifier().measure(built.volume(), segmentation),
            List.of(),
            Map.of(),
            ZonedDateTime.of(2020, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC),
            new SoftwareIdentity("Hilum", "0.0.0-test"));
    var page =
        new KeyPage(
            "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
            new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
    new DicomResultWriter().write(findings, page, folder);
    return folder.resolve("seg.dcm");
  }

  static ChestSegmentation truth(TwoLungPhantom chest, VolumeGeometry geometry) {
    var drawing = chest.draw(geometry);
    return new ChestSegmentation(
        drawing.lungs(),
        drawing.opacity(),
        Optional.empty(),
        Optional.empty(),
        List.of(NETWORK),
        List.of());
  }

  /** A shelf with one segmenter that finds exactly this chest. */
  static SegmenterShelf finding(TwoLungPhantom chest) {
    return shelf(volume -> new Segmented(truth(chest, volume.geometry())));
  }

  static SegmenterShelf shelf(Function<CtVolume, SegmentationResult> segment) {
    return new SegmenterShelf() {
      @Override
      public ChestSegmenter segmenter(Optional<Path> network) {
        return new ChestSegmenter() {
          @Override
          public SegmentationResult segment(CtVolume volume, DoubleConsumer progress) {
            return segment.apply(volume);
          }

          @Override
          public void close() {}
        };
      }

      @Override
      public OptionalDouble opacityTemperature(Optional<Path> network) {
        return OptionalDouble.empty();
      }
    };
  }
}
