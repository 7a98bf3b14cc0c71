package org.hilum.imaging.reporting;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.hilum.imaging.comparison.Acquisition;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.Course;
import org.hilum.imaging.comparison.CourseEvidence;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.comparison.PatientIdentity;
import org.hilum.imaging.comparison.RegionChange;
import org.hilum.imaging.comparison.Stage;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.DrawnChest.Opacity;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.SourceSeries;
import org.hilum.imaging.volume.SourceSlice;
import org.hilum.imaging.volume.VolumeGeometry;

/** Drawn chests at two or three dates, compared by hand. */
public final class ComparisonExample {

  /** Where each later date's chest lies beside the one before: a patient never lies twice alike. */
  static final Shift MOVED = Shift.by(6, -4, 13);

  private static final OpacityKind GGO = OpacityKind.GROUND_GLASS;
  private static final OpacityKind SOLID = OpacityKind.CONSOLIDATION;

  private static final DrawnChest FIRST =
      new DrawnChest(
          List.of(
              ball(96, 38, 95, 18, GGO),
              ball(-98, 34, 72, 19, SOLID),
              ball(-84, -28, 218, 17, GGO),
              ball(-70, 40, 160, 12, GGO)));

  private static final DrawnChest SECOND =
      new DrawnChest(
          List.of(
              ball(96, 38, 95, 26, GGO),
              ball(-98, 34, 72, 19, SOLID),
              ball(-84, -28, 218, 12, GGO),
              ball(70, 10, 200, 14, GGO),
              ball(70, -30, 190, 9, GGO)));

  /** The two of the left upper lung have become one; that of the right upper one has gone. */
  private static final DrawnChest THIRD =
      new DrawnChest(
          List.of(
              ball(96, 38, 95, 28, SOLID),
              ball(-98, 34, 84, 12, SOLID),
              ball(-98, 34, 56, 10, GGO),
              ball(70, -4, 197, 27, GGO)));

  private ComparisonExample() {}

  /** No movement at all. */
  public static Alignment still() {
    return Shift.by(0, 0, 0);
  }

  /** No movement, but so many times the air in the lungs. */
  public static Alignment inflated(double expansion) {
    return new Shift(0, 0, 0, 0, expansion, false);
  }

  private static Opacity ball(double x, double y, double z, double radius, OpacityKind kind) {
    return new Opacity(new PatientPoint(x, y, z), radius, kind);
  }

  public static ComparedFindings twoDates() {
    return twoDates(ChestGrids.AXIAL, ChestGrids.HEAD_TO_FEET);
  }

  /** Two dates, each on voxels of its own. */
  public static ComparedFindings twoDates(ChestGrids prior, ChestGrids current) {
    return twoDates(prior.coarse(), current.spaced(5, 5.5, 6));
  }

  public static ComparedFindings twoDates(VolumeGeometry prior, VolumeGeometry current) {
    var readings =
        List.of(
            dated(FIRST, prior, Shift.by(0, 0, 0), 1, "20200212"),
            dated(SECOND, current, MOVED, 2, "20200220"));
    var lesions =
        List.of(
            new Life(new int[] {1, 1}, LesionFate.GROWN),
            new Life(new int[] {2, 2}, LesionFate.PERSISTED),
            new Life(new int[] {3, 3}, LesionFate.SHRUNK),
            new Life(new int[] {4, 0}, LesionFate.RESOLVED),
            new Life(new int[] {0, 4}, LesionFate.NEW),
            new Life(new int[] {0, 5}, LesionFate.NEW));
    return compared(readings, List.of(MOVED), lesions, true);
  }

  /** Three dates: two lesions become one and one falls apart at the last. */
  public static ComparedFindings threeDates() {
    var grid = ChestGrids.AXIAL.coarse();
    var readings =
        List.of(
            dated(FIRST, grid, Shift.by(0, 0, 0), 1, "20200212"),
            dated(SECOND, grid, MOVED, 2, "20200220"),
            dated(THIRD, grid, Shift.by(12, -8, 26), 3, "20200301"));
    var lesions =
        List.of(
            new Life(new int[] {1, 1, 1}, LesionFate.GROWN, LesionFate.GROWN),
            new Life(new int[] {2, 2, 2}, LesionFate.PERSISTED, LesionFate.SPLIT),
            new Life(new int[] {3, 3, 0}, LesionFate.SHRUNK, LesionFate.RESOLVED),
            new Life(new int[] {4, 0, 0}, LesionFate.RESOLVED),
            new Life(new int[] {0, 4, 4}, LesionFate.NEW, LesionFate.MERGED),
            new Life(new int[] {0, 5, 0}, 5, LesionFate.NEW, LesionFate.MERGED),
            new Life(new int[] {0, 0, 3}, 2, LesionFate.SPLIT));
    return compared(readings, List.of(MOVED, MOVED), lesions, false);
  }

  /** Which lesion of each date it is, and what became of it from its first step on. */
  private record Life(int[] numbers, Optional<Integer> partner, List<LesionFate> fates) {
    Life(int[] numbers, LesionFate... fates) {
      this(numbers, Optional.empty(), List.of(fates));
    }

    Life(int[] numbers, int partner, LesionFate... fates) {
      this(numbers, Optional.of(partner), List.of(fates));
    }

    int firstStep() {
      int first = 0;
      while (numbers[first] == 0) {
        first++;
      }
      return Math.max(0, first - 1);
    }
  }

  private static ReadingFindings dated(
      DrawnChest chest, VolumeGeometry grid, Shift moved, int number, String date) {
    var seriesUid = "1.2.826.0.1.3680043.10.1234.2" + number;
    var header =
        DicomExample.header()
            .text(Tag.STUDY_DATE, Vr.DA, date)
            .text(Tag.ACQUISITION_DATE, Vr.DA, date)
            .text(Tag.CONTENT_DATE, Vr.DA, date)
            .text(Tag.STUDY_ID, Vr.SH, "471" + number)
            .text(Tag.ACCESSION_NUMBER, Vr.SH, "A-" + number)
            .uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.826.0.1.3680043.10.1234.1" + number))
            .uid(Tag.SERIES_INSTANCE_UID, new Uid(seriesUid))
            .uid(Tag.SOP_INSTANCE_UID, new Uid(seriesUid + ".1"))
            .uid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.826.0.1.3680043.10.1234.9" + number))
            .build();
    var slices = new ArrayList<SourceSlice>();
    for (int k = 0; k < grid.slices(); k++) {
      slices.add(
          new SourceSlice(FindingsExample.CT_IMAGE_STORAGE, new Uid(seriesUid + "." + (k + 1)), 0));
    }
    var still = FindingsExample.of(chest, grid, header);
    return new ReadingFindings(
        date + "-chest",
        moved(still.volume(), moved),
        Optional.of(new SourceSeries(header, slices)),
        moved(still, moved),
        moved(still.measurements(), moved),
        List.of(),
        Map.of(),
        ZonedDateTime.parse("2020-03-02T08:30:00+08:00"),
        still.software());
  }

  private static VolumeGeometry moved(VolumeGeometry grid, Shift by) {
    return new VolumeGeometry(
        by.toCurrent(grid.origin()),
        grid.iDirection(),
        grid.jDirection(),
        grid.kDirection(),
        grid.iSpacingMm(),
        grid.jSpacingMm(),
        grid.kSpacingMm(),
        grid.columns(),
        grid.rows(),
        grid.slices());
  }

  private static CtVolume moved(CtVolume volume, Shift by) {
    return new CtVolume(moved(volume.geometry(), by), volume.hu(), true);
  }

  private static ChestSegmentation moved(ReadingFindings still, Shift by) {
    var masks = still.segmentation();
    var grid = moved(still.volume().geometry(), by);
    return new ChestSegmentation(
        new LabelRaster(grid, masks.lungs().labels()),
        new LabelRaster(grid, masks.opacity().labels()),
        Optional.empty(),
        Optional.empty(),
        masks.networks(),
        List.of());
  }

  private static ChestMeasurements moved(ChestMeasurements measured, Shift by) {
    var lesions =
        measured.lesions().stream()
            .map(
                lesion ->
                    new Lesion(
                        lesion.number(),
                        lesion.region(),
                        by.toCurrent(lesion.centre()),
                        lesion.extentMm(),
                        lesion.voxels(),
                        lesion.volumeMl(),
                        lesion.meanHu(),
                        lesion.massG(),
                        lesion.kind(),
                        lesion.consolidationPercent(),
                        lesion.subpleural(),
                        lesion.keySlice()))
            .toList();
    return new ChestMeasurements(
        measured.regions(),
        lesions,
        measured.lesionLabels(),
        measured.scores(),
        measured.covid19());
  }

  private static ComparedFindings compared(
      List<ReadingFindings> readings, List<Shift> shifts, List<Life> lives, boolean onsetUnknown) {
    var pairs = new ArrayList<PairComparison>();
    for (int n = 0; n < shifts.size(); n++) {
      pairs.add(pair(readings, shifts.get(n), n));
    }
    var lesions = new ArrayList<TrackedLesion>();
    for (int n = 0; n < lives.size(); n++) {
      lesions.add(lesion(n + 1, lives.get(n), readings));
    }
    var course = course(pairs.getLast(), onsetUnknown);
    return new ComparedFindings(
        new Comparison(
            readings.stream().map(ComparisonExample::reading).toList(), pairs, lesions, course),
        readings);
  }

  private static DatedReading reading(ReadingFindings findings) {
    var date =
        LocalDate.parse(
            findings.source().orElseThrow().header().text(Tag.STUDY_DATE).orElseThrow(),
            java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    return new DatedReading(
        findings.studyName(),
        PatientIdentity.UNKNOWN,
        Optional.of(date),
        new Acquisition(
            OptionalDouble.of(2), Optional.of("B60f"), Optional.of("ACME Scanner 64"), false),
        findings.volume(),
        findings.segmentation(),
        findings.measurements());
  }

  private static PairComparison pair(List<ReadingFindings> readings, Shift shift, int prior) {
    var from = readings.get(prior);
    var to = readings.get(prior + 1);
    var regions =
        from.measurements().regions().stream()
            .map(region -> region(from, to, region.region()))
            .toList();
    return new PairComparison(
        prior,
        prior + 1,
        OptionalLong.of(
            ChronoUnit.DAYS.between(
                reading(from).date().orElseThrow(), reading(to).date().orElseThrow())),
        shift,
        regions,
        List.of(
            Reason.of(
                ComparisonReason.OTHER_BREATH,
                "The lungs hold 12 % more air than at the other date.")));
  }

  private static RegionChange region(ReadingFindings from, ReadingFindings to, Region region) {
    var quantities = new EnumMap<ComparedQuantity, Quantity>(ComparedQuantity.class);
    quantities.put(ComparedQuantity.VOLUME, Quantity.VOLUME);
    quantities.put(ComparedQuantity.OPACITY_VOLUME, Quantity.OPACITY_VOLUME);
    quantities.put(ComparedQuantity.OPACITY_PERCENT, Quantity.OPACITY_PERCENT);
    quantities.put(ComparedQuantity.GROUND_GLASS_VOLUME, Quantity.GROUND_GLASS_VOLUME);
    quantities.put(ComparedQuantity.CONSOLIDATION_VOLUME, Quantity.CONSOLIDATION_VOLUME);
    quantities.put(ComparedQuantity.OPACITY_MASS, Quantity.OPACITY_MASS);
    quantities.put(ComparedQuantity.MEAN_HU, Quantity.MEAN_HU);
    quantities.put(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH, Quantity.OPACITY_VOLUME);
    var changes = new EnumMap<ComparedQuantity, Change>(ComparedQuantity.class);
    quantities.forEach(
        (compared, quantity) ->
            changes.put(
                compared,
                change(
                    from.measurements().of(region).of(quantity).number(),
                    to.measurements().of(region).of(quantity).number())));
    var course =
        changes.get(ComparedQuantity.OPACITY_VOLUME) instanceof Change.Compared change
            ? verdict(change)
            : CourseVerdict.NOT_ESTIMATED;
    return new RegionChange(region, changes, course);
  }

  private static CourseVerdict verdict(Change.Compared change) {
    return switch (change.verdict()) {
      case INCREASED -> CourseVerdict.WORSE;
      case DECREASED -> CourseVerdict.BETTER;
      case WITHIN_ERROR -> CourseVerdict.STABLE;
    };
  }

  /** A limit of a millilitre, percent or HU and 3 % of both. */
  private static Change change(OptionalDouble prior, OptionalDouble current) {
    if (prior.isEmpty() || current.isEmpty()) {
      return new Change.NotCompared(
          Reason.of(
              ComparisonReason.NOT_MEASURED_BEFORE,
              ComparisonReason.NOT_MEASURED_BEFORE.meaning()));
    }
    double p = prior.getAsDouble();
    double c = current.getAsDouble();
    return new Change.Compared(p, c, 1 + 0.03 * (Math.abs(p) + Math.abs(c)));
  }

  private static TrackedLesion lesion(int identity, Life life, List<ReadingFindings> readings) {
    var states = new ArrayList<Optional<LesionState>>();
    for (int n = 0; n < readings.size(); n++) {
      int number = life.numbers[n];
      states.add(number == 0 ? Optional.empty() : Optional.of(state(readings.get(n), number)));
    }
    var steps = new ArrayList<LesionStep>();
    for (int n = 0; n < life.fates.size(); n++) {
      int step = life.firstStep() + n;
      boolean last = n == life.fates.size() - 1;
      steps.add(
          new LesionStep(
              step,
              life.fates.get(n),
              last ? life.partner : Optional.empty(),
              changes(states.get(step), states.get(step + 1)),
              life.fates.get(n) == LesionFate.RESOLVED && readings.size() == 2
                  ? Optional.of(
                      Reason.of(
                          ComparisonReason.OTHER_COVERAGE,
                          ComparisonReason.OTHER_COVERAGE.meaning()))
                  : Optional.empty()));
    }
    return new TrackedLesion(identity, states, steps);
  }

  private static Map<ComparedQuantity, Change> changes(
      Optional<LesionState> prior, Optional<LesionState> current) {
    var changes = new EnumMap<ComparedQuantity, Change>(ComparedQuantity.class);
    changes.put(
        ComparedQuantity.VOLUME,
        change(
            OptionalDouble.of(prior.map(LesionState::volumeMl).orElse(0.0)),
            OptionalDouble.of(current.map(LesionState::volumeMl).orElse(0.0))));
    if (prior.isPresent() && current.isPresent()) {
      changes.put(
          ComparedQuantity.MEAN_HU,
          change(
              OptionalDouble.of(prior.get().meanHu()), OptionalDouble.of(current.get().meanHu())));
    }
    return changes;
  }

  private static LesionState state(ReadingFindings findings, int number) {
    var lesion = findings.measurements().lesions().get(number - 1);
    return new LesionState(
        List.of(number),
        lesion.region(),
        lesion.centre(),
        lesion.voxels(),
        ((Measured) lesion.volumeMl()).value(),
        ((Measured) lesion.massG()).value(),
        lesion.meanHu(),
        lesion.kind(),
        lesion.keySlice());
  }

  private static Course course(PairComparison last, boolean onsetUnknown) {
    return new Course(
        CourseVerdict.WORSE,
        "Opacity of both lungs rose by more than its limit of detectable change.",
        new CourseEvidence(
            last.of(Region.LUNGS).of(last.of(Region.LUNGS).deciding()),
            last.of(Region.LUNGS).deciding(),
            List.of(Region.RIGHT_LOWER_ZONE),
            List.of(),
            1,
            0),
        CourseVerdict.WORSE,
        onsetUnknown ? OptionalLong.empty() : OptionalLong.of(12),
        onsetUnknown
            ? new Estimate.NotEstimated<>(
                Reason.of(ComparisonReason.ONSET_UNKNOWN, ComparisonReason.ONSET_UNKNOWN.meaning()))
            : new Estimate.Estimated<>(
                Stage.PEAK, "day 12 since onset", "Pan 2020, doi:10.1148/radiol.2020200370"),
        new Estimate.Estimated<>(
            9.5, last.days().orElseThrow() + " days, volume of opacity", "Hilum"),
        new Estimate.NotEstimated<>(
            Reason.of(ComparisonReason.NO_PROGNOSIS, ComparisonReason.NO_PROGNOSIS.meaning())));
  }
}
