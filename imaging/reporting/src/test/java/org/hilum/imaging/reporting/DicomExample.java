package org.hilum.imaging.reporting;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.SourceSeries;
import org.hilum.imaging.volume.SourceSlice;
import org.hilum.imaging.volume.VolumeGeometry;

/** Findings of a drawn chest with a source series that is valid DICOM CT, file by file. */
public final class DicomExample {

  /** Slices of 63 columns and 65 rows: 4095 pixels, so that every frame ends inside a byte. */
  public static final VolumeGeometry ODD = odd(ChestGrids.AXIAL);

  private static final Uid FRAME_OF_REFERENCE = new Uid("1.2.826.0.1.3680043.10.1234.9");

  private DicomExample() {}

  public static VolumeGeometry odd(ChestGrids grid) {
    return grid.spaced(352 / 63.0, 260 / 65.0, 294 / 41.0);
  }

  /** A diseased chest on an odd grid. */
  public static ReadingFindings diseased() {
    return on(ODD);
  }

  public static ReadingFindings on(VolumeGeometry geometry) {
    return FindingsExample.of(DrawnChest.DISEASED, geometry, header().build());
  }

  /**
   * The same findings with both left lobes and the right lower one, every other voxel of a lung to
   * each lobe; the lobes measure what their lung does.
   */
  public static ReadingFindings lobed(ReadingFindings findings) {
    var masks = findings.segmentation();
    var lobes = LabelRaster.empty(masks.lungs().geometry());
    for (int k = 0; k < lobes.labels().length; k++) {
      for (int n = 0; n < lobes.labels()[k].length; n++) {
        byte lung = masks.lungs().labels()[k][n];
        boolean lower = n % 2 == 0;
        if (lung == LungLabel.LEFT) {
          lobes.labels()[k][n] = LobeLabel.of(lower ? Lobe.LLL : Lobe.LUL);
        } else if (lung == LungLabel.RIGHT && lower) {
          lobes.labels()[k][n] = LobeLabel.of(Lobe.RLL);
        }
      }
    }
    var parted = FindingsExample.replace(findings, masks.withLobes(Optional.of(lobes), List.of()));
    return with(parted, lobed(findings.measurements()));
  }

  private static ChestMeasurements lobed(ChestMeasurements measured) {
    var regions = new ArrayList<RegionMeasurements>();
    for (var region : measured.regions()) {
      boolean found = Set.of(Region.LUL, Region.LLL, Region.RLL).contains(region.region());
      var lung = region.region().side().map(Region::lung).map(measured::of);
      regions.add(
          found
              ? new RegionMeasurements(region.region(), lung.orElseThrow().quantities())
              : region);
    }
    return new ChestMeasurements(
        regions,
        measured.lesions(),
        measured.lesionLabels(),
        measured.scores(),
        measured.covid19());
  }

  public static ReadingFindings clear() {
    return FindingsExample.of(new DrawnChest(List.of()), ODD, header().build());
  }

  /** Attributes of a CT image that lacks nothing, with a name in Chinese. */
  public static DataSetBuilder header() {
    return FindingsExample.headerBuilder("Wang^XiaoDong=王^小东", "ID-7")
        .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
        .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
        .uid(Tag.SOP_CLASS_UID, FindingsExample.CT_IMAGE_STORAGE)
        .uid(Tag.SOP_INSTANCE_UID, new Uid(FindingsExample.SERIES_UID + ".1"))
        .text(Tag.MODALITY, Vr.CS, "CT")
        .text(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN, "Li^Min")
        .text(Tag.STUDY_ID, Vr.SH, "4711")
        .text(Tag.PATIENT_AGE, Vr.AS, "060Y")
        .text(Tag.PATIENT_WEIGHT, Vr.DS, "71.5")
        .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
        .integerString(Tag.SERIES_NUMBER, 3)
        .integerString(Tag.ACQUISITION_NUMBER, 1)
        .integerString(Tag.INSTANCE_NUMBER, 1)
        .text(Tag.ACQUISITION_DATE, Vr.DA, "20200220")
        .text(Tag.ACQUISITION_TIME, Vr.TM, "101733.25")
        .text(Tag.CONTENT_DATE, Vr.DA, "20200220")
        .text(Tag.CONTENT_TIME, Vr.TM, "101734")
        .uid(Tag.FRAME_OF_REFERENCE_UID, FRAME_OF_REFERENCE)
        .empty(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO);
  }

  /** The same findings with another header. */
  public static ReadingFindings withHeader(
      ReadingFindings findings, UnaryOperator<DataSetBuilder> change) {
    var source = findings.source().orElseThrow();
    return with(
        findings,
        Optional.of(
            new SourceSeries(change.apply(source.header().toBuilder()).build(), source.slices())));
  }

  /** The same findings, read from one multi-frame object whose frames are in reverse order. */
  public static ReadingFindings multiFrame(ReadingFindings findings) {
    var source = findings.source().orElseThrow();
    var enhancedCt = new Uid("1.2.840.10008.5.1.4.1.1.2.1");
    var slices = new ArrayList<SourceSlice>();
    for (int k = 0; k < source.slices().size(); k++) {
      slices.add(
          new SourceSlice(
              enhancedCt, new Uid(FindingsExample.SERIES_UID + ".1"), source.slices().size() - k));
    }
    return with(findings, Optional.of(new SourceSeries(source.header(), slices)));
  }

  public static ReadingFindings with(ReadingFindings findings, Optional<SourceSeries> source) {
    return new ReadingFindings(
        findings.studyName(),
        findings.volume(),
        source,
        findings.segmentation(),
        findings.measurements(),
        findings.deviations(),
        findings.notChosen(),
        findings.readAt(),
        findings.software());
  }

  public static ReadingFindings with(ReadingFindings findings, ChestMeasurements measurements) {
    return new ReadingFindings(
        findings.studyName(),
        findings.volume(),
        findings.source(),
        findings.segmentation(),
        measurements,
        findings.deviations(),
        findings.notChosen(),
        findings.readAt(),
        findings.software());
  }

  /** The same chest with so many lesions, all alike but for their numbers. */
  public static ReadingFindings withLesions(int count) {
    var findings = diseased();
    var measured = findings.measurements();
    var first = measured.lesions().getFirst();
    var lesions = new ArrayList<Lesion>();
    for (int number = 1; number <= count; number++) {
      lesions.add(
          new Lesion(
              number,
              first.region(),
              first.centre(),
              first.extentMm(),
              first.voxels(),
              first.volumeMl(),
              first.meanHu(),
              first.massG(),
              first.kind(),
              first.consolidationPercent(),
              first.subpleural(),
              first.keySlice()));
    }
    return with(
        findings,
        new ChestMeasurements(
            measured.regions(),
            lesions,
            measured.lesionLabels(),
            measured.scores(),
            measured.covid19()));
  }

  /** The same findings with empty masks. */
  public static ReadingFindings unsegmented(ReadingFindings findings) {
    var empty = org.hilum.imaging.volume.LabelRaster.empty(findings.volume().geometry());
    return FindingsExample.replace(
        findings,
        new ChestSegmentation(
            empty, empty, Optional.empty(), Optional.empty(), List.of(), List.of()));
  }

  /** A page of three colours and the smallest of PDF files, of odd length. */
  public static KeyPage page() {
    var picture = new BufferedImage(31, 21, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, Color.RED.getRGB());
    picture.setRGB(1, 0, Color.GREEN.getRGB());
    picture.setRGB(30, 20, Color.BLUE.getRGB());
    var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
    return new KeyPage(
        (pdf + " ".repeat(1 - pdf.length() % 2)).getBytes(StandardCharsets.US_ASCII), picture);
  }

  /** Writes the source series, one CT image a slice. */
  public static void writeSource(ReadingFindings findings, Path folder) throws IOException {
    Files.createDirectories(folder);
    var source = findings.source().orElseThrow();
    for (int k = 0; k < source.slices().size(); k++) {
      DicomWriter.write(image(findings, k), folder.resolve("ct-%03d.dcm".formatted(k)));
    }
  }

  private static DataSet image(ReadingFindings findings, int k) {
    var geometry = findings.volume().geometry();
    var source = findings.source().orElseThrow();
    var i = geometry.iDirection();
    var j = geometry.jDirection();
    var origin = geometry.point(k, 0, 0);
    return source.header().toBuilder()
        .uid(Tag.SOP_INSTANCE_UID, source.slices().get(k).sopInstanceUid())
        .integerString(Tag.INSTANCE_NUMBER, k + 1)
        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, i.x(), i.y(), i.z(), j.x(), j.y(), j.z())
        .decimal(Tag.IMAGE_POSITION_PATIENT, origin.x(), origin.y(), origin.z())
        .decimal(Tag.PIXEL_SPACING, geometry.jSpacingMm(), geometry.iSpacingMm())
        .text(Tag.KVP, Vr.DS, "120")
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, geometry.rows())
        .unsignedShort(Tag.COLUMNS, geometry.columns())
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .unsignedShort(Tag.BITS_STORED, 16)
        .unsignedShort(Tag.HIGH_BIT, 15)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 1)
        .text(Tag.RESCALE_INTERCEPT, Vr.DS, "0")
        .text(Tag.RESCALE_SLOPE, Vr.DS, "1")
        .text(Tag.RESCALE_TYPE, Vr.LO, "HU")
        .bytes(Tag.PIXEL_DATA, Vr.OW, stored(findings.volume().hu()[k]))
        .build();
  }

  private static byte[] stored(short[] hu) {
    var bytes = ByteBuffer.allocate(2 * hu.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(hu);
    return bytes.array();
  }
}
