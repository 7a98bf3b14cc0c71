package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.SourceSeries;
import org.hilum.imaging.volume.SourceSlice;
import org.hilum.imaging.volume.VolumeGeometry;

/** Findings of a drawn chest, put together by hand, to be reported in tests. */
public final class FindingsExample {

  public static final Uid CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2");
  public static final String SERIES_UID = "1.2.826.0.1.3680043.10.1234.2";

  private FindingsExample() {}

  /** A diseased chest on coarse axial slices, with a deviation and a series left alone. */
  public static ReadingFindings diseased() {
    return on(ChestGrids.AXIAL.coarse());
  }

  /** The same chest on other voxels. */
  public static ReadingFindings on(VolumeGeometry geometry) {
    return of(DrawnChest.DISEASED, geometry, header("DOE^JANE", "ID-7"));
  }

  /** A chest without opacity. */
  public static ReadingFindings clear() {
    return of(new DrawnChest(List.of()), ChestGrids.AXIAL.coarse(), header("DOE^JOHN", "ID-8"));
  }

  public static ReadingFindings of(DrawnChest chest, VolumeGeometry geometry, DataSet header) {
    var measurements = ExampleMeasurements.of(chest, geometry);
    return new ReadingFindings(
        "20200220-chest",
        chest.volume(geometry),
        Optional.of(new SourceSeries(header, slices(geometry.slices()))),
        new ChestSegmentation(
            chest.lungs(geometry),
            chest.opacity(geometry),
            Optional.empty(),
            Optional.empty(),
            List.of(new NetworkIdentity("chest-2d", "0.1.0", "c0ffee".repeat(10) + "1234")),
            List.of()),
        measurements,
        List.of(
            new Reason(
                ExampleReason.LOCALIZER,
                "A localizer lay among the slices and was left out.",
                "1.2.826.0.1.3680043.10.1234.2.77")),
        Map.of(
            "1.2.826.0.1.3680043.10.1234.3",
            Reason.of(ExampleReason.UNEVEN_SPACING, "The slices are 10 mm apart.")),
        ZonedDateTime.parse("2020-02-21T08:30:00+08:00"),
        new SoftwareIdentity("Hilum", "0.1.0"));
  }

  /** The same findings with other remarks about the masks. */
  public static ReadingFindings withRemarks(ReadingFindings findings, List<Reason> remarks) {
    var masks = findings.segmentation();
    return replace(
        findings,
        new ChestSegmentation(
            masks.lungs(),
            masks.opacity(),
            masks.lobes(),
            masks.opacityProbability(),
            masks.networks(),
            remarks));
  }

  /** The same findings by a network whose card states an interval: percent - 1 to percent + 2. */
  public static ReadingFindings withIntervals(ReadingFindings findings) {
    var masks = findings.segmentation();
    var stated = new NetworkCard.Interval(0.82, 10, 0.25, 0.75, 0.9, 1.2, 0.2, 3.5);
    var measured = findings.measurements();
    return new ReadingFindings(
        findings.studyName(),
        findings.volume(),
        findings.source(),
        new ChestSegmentation(
            masks.lungs(),
            masks.opacity(),
            masks.lobes(),
            masks.opacityProbability(),
            masks.networks(),
            masks.remarks(),
            Optional.of(
                new OpacityUncertainty(LabelRaster.empty(masks.lungs().geometry()), stated))),
        new ChestMeasurements(
            measured.regions().stream().map(FindingsExample::withInterval).toList(),
            measured.lesions(),
            measured.lesionLabels(),
            measured.scores(),
            measured.covid19()),
        findings.deviations(),
        findings.notChosen(),
        findings.readAt(),
        findings.software());
  }

  private static RegionMeasurements withInterval(RegionMeasurements region) {
    var intervals = new EnumMap<Quantity, Interval>(Quantity.class);
    region
        .of(Quantity.OPACITY_PERCENT)
        .number()
        .ifPresent(
            percent ->
                intervals.put(
                    Quantity.OPACITY_PERCENT,
                    new Interval.Between(Math.max(0, percent - 1), percent + 2)));
    if (region.region().level() == Region.Level.BOTH) {
      region
          .of(Quantity.VOLUME)
          .number()
          .ifPresent(
              ml -> intervals.put(Quantity.VOLUME, new Interval.Between(ml - 100, ml + 100)));
    }
    return new RegionMeasurements(region.region(), region.quantities(), intervals);
  }

  public static ReadingFindings replace(ReadingFindings findings, ChestSegmentation masks) {
    return new ReadingFindings(
        findings.studyName(),
        findings.volume(),
        findings.source(),
        masks,
        findings.measurements(),
        findings.deviations(),
        findings.notChosen(),
        findings.readAt(),
        findings.software());
  }

  /** Attributes of one CT image. */
  public static DataSet header(String patientName, String patientId) {
    return headerBuilder(patientName, patientId).build();
  }

  public static DataSetBuilder headerBuilder(String patientName, String patientId) {
    return DataSet.builder()
        .text(Tag.PATIENT_NAME, Vr.PN, patientName)
        .text(Tag.PATIENT_ID, Vr.LO, patientId)
        .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19600105")
        .text(Tag.PATIENT_SEX, Vr.CS, "F")
        .text(Tag.STUDY_DATE, Vr.DA, "20200220")
        .text(Tag.STUDY_TIME, Vr.TM, "101500")
        .text(Tag.ACCESSION_NUMBER, Vr.SH, "A-4711")
        .text(Tag.STUDY_DESCRIPTION, Vr.LO, "CT chest without contrast")
        .text(Tag.SERIES_DESCRIPTION, Vr.LO, "Lung 2.0 B60f")
        .text(Tag.MANUFACTURER, Vr.LO, "ACME")
        .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, "Scanner 64")
        .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "B60f")
        .text(Tag.KVP, Vr.DS, "120")
        .text(Tag.SLICE_THICKNESS, Vr.DS, "2")
        .uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.826.0.1.3680043.10.1234.1"))
        .uid(Tag.SERIES_INSTANCE_UID, new Uid(SERIES_UID));
  }

  private static List<SourceSlice> slices(int count) {
    var slices = new ArrayList<SourceSlice>();
    for (int k = 0; k < count; k++) {
      slices.add(new SourceSlice(CT_IMAGE_STORAGE, new Uid(SERIES_UID + "." + (k + 1)), 0));
    }
    return slices;
  }
}
