package org.hilum.imaging.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.hilum.imaging.phantom.LesionSite;
import org.hilum.imaging.phantom.PhantomLesion;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LungAlignmentIT {

  private static final DatedReading CHEST =
      DrawnReading.of(DrawnReading.chest(3), DrawnReading.GRID, 1);

  private static final DatedReading WARPED = KnownWarp.of(CHEST);

  private static final Alignment FOUND = aligned(CHEST, WARPED);

  /** Where a point of one date should be at the other. */
  private interface Truth {
    PatientPoint of(PatientPoint point);
  }

  /** Other ways to scan the same chest. */
  enum Scan {
    FEET_FIRST(DrawnReading.GRID.in(SlicePlane.FEET_FIRST_SUPINE)),
    TILTED(DrawnReading.GRID.tilted(12)),
    THICK(ScanGrid.axial(150, 120, 46, 1.6, 5).about(new PatientPoint(3, 8, -31))),
    SAGITTAL(
        ScanGrid.axial(110, 110, 112, 2.2, 2.2)
            .about(new PatientPoint(0, 5, -31))
            .in(SlicePlane.SAGITTAL));

    private final ScanGrid grid;

    Scan(ScanGrid grid) {
      this.grid = grid;
    }
  }

  private static Alignment aligned(DatedReading prior, DatedReading current) {
    var result = new LungAlignment().align(prior, current, done -> {});
    if (result instanceof AlignmentResult.Aligned(var alignment)) {
      return alignment;
    }
    throw new AssertionError("not aligned: " + result);
  }

  private static List<String> refused(DatedReading prior, DatedReading current) {
    var result = new LungAlignment().align(prior, current, done -> {});
    if (result instanceof AlignmentResult.NotAligned(var reasons, var attempt)) {
      return reasons.stream().map(reason -> reason.code().code()).toList();
    }
    throw new AssertionError("aligned with " + result);
  }

  private static List<PatientPoint> lungPoints(DatedReading reading) {
    var points = new ArrayList<PatientPoint>();
    var geometry = reading.volume().geometry();
    var lungs = reading.segmentation().lungs().labels();
    for (int k = 0; k < geometry.slices(); k += 3) {
      for (int n = k; n < geometry.sliceSize(); n += 29) {
        if (lungs[k][n] != 0) {
          points.add(geometry.point(k, n / geometry.columns(), n % geometry.columns()));
        }
      }
    }
    return points;
  }

  private static double[] errors(List<PatientPoint> points, Alignment found, Truth truth) {
    return points.stream()
        .mapToDouble(point -> found.toCurrent(point).minus(truth.of(point)).length())
        .toArray();
  }

  private static double mean(double[] errors) {
    return Arrays.stream(errors).average().orElseThrow();
  }

  private static double most(double[] errors) {
    return Arrays.stream(errors).max().orElseThrow();
  }

  @Test
  void a_chest_lies_on_itself() {
    var found = aligned(CHEST, CHEST);

    assertThat(most(errors(lungPoints(CHEST), found, point -> point))).isLessThan(0.02);
    assertThat(found.quality().overlap()).isGreaterThan(0.999);
    assertThat(found.quality().residualHu()).isLessThan(1);
  }

  @Test
  void a_moved_table_is_followed() {
    var geometry = CHEST.volume().geometry();
    var moved = shifted(geometry, 14, -30, 155);
    var current =
        DrawnReading.of(
            new CtVolume(moved, CHEST.volume().hu(), true),
            new LabelRaster(moved, CHEST.segmentation().lungs().labels()),
            LabelRaster.empty(moved));

    var found = aligned(CHEST, current);

    Truth truth = p -> new PatientPoint(p.x() + 14, p.y() - 30, p.z() + 155);
    assertThat(most(errors(lungPoints(CHEST), found, truth))).isLessThan(0.05);
  }

  private static VolumeGeometry shifted(VolumeGeometry g, double x, double y, double z) {
    var origin = new PatientPoint(g.origin().x() + x, g.origin().y() + y, g.origin().z() + z);
    return new VolumeGeometry(
        origin,
        g.iDirection(),
        g.jDirection(),
        g.kDirection(),
        g.iSpacingMm(),
        g.jSpacingMm(),
        g.kSpacingMm(),
        g.columns(),
        g.rows(),
        g.slices());
  }

  @Test
  void a_known_warp_is_found_without_folds() {
    var points = lungPoints(CHEST);
    assertThat(mean(errors(points, new Still(), KnownWarp::toCurrent))).isGreaterThan(4);
    assertThat(mean(errors(points, FOUND, KnownWarp::toCurrent))).isLessThan(0.8);
    assertThat(FOUND.quality().foldedPercent()).isZero();
    assertThat(FOUND.quality().inverseErrorMm()).isLessThan(0.1);
    assertThat(FOUND.quality().overlap()).isGreaterThan(FOUND.quality().overlapBefore());
  }

  @Test
  void expansion_is_that_of_the_known_warp() {
    double error =
        lungPoints(CHEST).stream()
            .mapToDouble(
                p -> Math.abs(FOUND.expansion(p.x(), p.y(), p.z()) - KnownWarp.expansion(p)))
            .average()
            .orElseThrow();
    assertThat(error).as("of an expansion of 0.75 to 1").isLessThan(0.05);
  }

  @Test
  void swapping_the_dates_gives_the_inverse() {
    var forth = FOUND;
    var back = aligned(WARPED, CHEST);

    for (var point : lungPoints(CHEST)) {
      assertThat(back.toPrior(point).minus(forth.toCurrent(point)).length()).isLessThan(0.01);
      assertThat(forth.swapped().toPrior(point)).isEqualTo(forth.toCurrent(point));
    }
    assertThat(back.quality().residualHu()).isCloseTo(forth.quality().residualHu(), within(0.1));
    assertThat(back.quality().smallestExpansion())
        .isCloseTo(1 / forth.quality().largestExpansion(), within(0.05));
  }

  @Test
  void the_way_back_ends_where_it_began() {
    for (var point : lungPoints(CHEST)) {
      assertThat(FOUND.toPrior(FOUND.toCurrent(point)).minus(point).length()).isLessThan(0.5);
    }
  }

  @Test
  void the_number_of_threads_changes_nothing() throws Exception {
    try (var one = new ForkJoinPool(1);
        var three = new ForkJoinPool(3)) {
      var first = one.submit(() -> aligned(CHEST, WARPED)).get();
      var second = three.submit(() -> aligned(CHEST, WARPED)).get();

      for (var point : lungPoints(CHEST)) {
        assertThat(second.toCurrent(point)).isEqualTo(first.toCurrent(point));
      }
      assertThat(second.quality()).isEqualTo(first.quality());
    }
  }

  @ParameterizedTest
  @EnumSource(Scan.class)
  void another_scan_of_the_same_chest_lies_on_it(Scan scan) {
    var other = DrawnReading.of(DrawnReading.chest(3), scan.grid, 2);

    var found = aligned(CHEST, other);

    assertThat(mean(errors(lungPoints(CHEST), found, point -> point))).isLessThan(0.8);
  }

  @Test
  void a_breath_is_followed() {
    var out = DrawnReading.of(DrawnReading.chest(3).breathing(0.85), DrawnReading.GRID, 2);

    var found = aligned(CHEST, out);

    double width = 1 - 0.15 * 0.15;
    double apex = 105 * DrawnReading.SIZE;
    double spine = 60 * DrawnReading.SIZE;
    Truth truth =
        p ->
            new PatientPoint(
                p.x() * width, (p.y() - spine) * width + spine, (p.z() - apex) * 0.85 + apex);
    assertThat(mean(errors(lungPoints(CHEST), found, truth))).isLessThan(0.8);
    assertThat(found.expansion(-45, 10, -40)).isCloseTo(0.85 * width * width, within(0.08));
  }

  @Test
  void the_upper_half_alone_finds_its_place() {
    var half =
        DrawnReading.of(
            DrawnReading.chest(3),
            ScanGrid.axial(112, 92, 52, 2.2, 2.5).about(new PatientPoint(0, 5, 24)),
            2);

    var found = aligned(CHEST, half);

    var points = lungPoints(CHEST).stream().filter(point -> point.z() > -35).toList();
    assertThat(mean(errors(points, found, point -> point))).isLessThan(1);
    assertThat(found.quality().overlap()).isGreaterThan(0.95);
    assertThat(found.remarks())
        .extracting(reason -> reason.code().code())
        .containsExactly("CMP-012");
  }

  @Test
  void a_new_lesion_is_neither_pulled_nor_pressed() {
    var place = new PatientPoint(-70, 20, -40);
    var lesion = PhantomLesion.consolidation("new", new LesionSite.At(place), 16, 16, 16);
    var later = DrawnReading.of(DrawnReading.chest(3).withLesions(lesion), DrawnReading.GRID, 2);

    var found = aligned(CHEST, later);

    double size = DrawnReading.SIZE;
    for (double aside : new double[] {-9, -4, 0, 4, 9}) {
      var point = new PatientPoint(place.x() * size + aside, place.y() * size, place.z() * size);
      assertThat(found.toCurrent(point).minus(point).length()).isLessThan(1);
      assertThat(found.expansion(point.x(), point.y(), point.z())).isBetween(0.85, 1.18);
    }
  }

  @Test
  void the_grids_say_what_the_alignment_says() {
    agrees(FOUND.displacements(), FOUND);
    agrees(FOUND.inverseDisplacements(), FOUND.swapped());
  }

  private static void agrees(DisplacementGrid grid, Alignment found) {
    var geometry = grid.geometry();
    for (int k = 1; k < geometry.slices(); k += 7) {
      for (int n = 0; n < geometry.sliceSize(); n += 97) {
        var point = geometry.point(k, n / geometry.columns(), n % geometry.columns());
        var there = found.toCurrent(point);
        assertThat(grid.mm()[k][3 * n]).isCloseTo((float) (there.x() - point.x()), within(1e-3f));
        assertThat(grid.mm()[k][3 * n + 2])
            .isCloseTo((float) (there.z() - point.z()), within(1e-3f));
      }
    }
  }

  @Test
  void far_from_the_lungs_only_the_affine_part_is_left() {
    var there = FOUND.toCurrent(new PatientPoint(300, 200, 400));

    var m = FOUND.affine();
    assertThat(there.x()).isCloseTo(m[0] * 300 + m[1] * 200 + m[2] * 400 + m[3], within(1e-6));
    assertThat(there.z()).isCloseTo(m[8] * 300 + m[9] * 200 + m[10] * 400 + m[11], within(1e-6));
  }

  @Test
  void another_patient_is_refused() {
    var other = DrawnReading.of(DrawnReading.chest(8), DrawnReading.GRID, 2);

    assertThat(refused(CHEST, other)).contains("CMP-004");
  }

  @Test
  void a_mirrored_chest_is_refused() {
    var other = DrawnReading.of(DrawnReading.chest(3).mirrored(), DrawnReading.GRID, 2);

    assertThat(refused(CHEST, other)).contains("CMP-004");
  }

  @Test
  void a_scan_without_lungs_is_refused() {
    var geometry = CHEST.volume().geometry();
    var without =
        DrawnReading.of(CHEST.volume(), LabelRaster.empty(geometry), LabelRaster.empty(geometry));

    assertThat(refused(CHEST, without)).containsExactly("CMP-004");
  }

  /** Nothing moves. */
  private static final class Still implements Alignment {
    @Override
    public void toCurrent(double x, double y, double z, double[] out) {
      out[0] = x;
      out[1] = y;
      out[2] = z;
    }

    @Override
    public void toPrior(double x, double y, double z, double[] out) {
      toCurrent(x, y, z, out);
    }

    @Override
    public double expansion(double x, double y, double z) {
      return 1;
    }

    @Override
    public double[] affine() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DisplacementGrid displacements() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DisplacementGrid inverseDisplacements() {
      throw new UnsupportedOperationException();
    }

    @Override
    public AlignmentQuality quality() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Alignment swapped() {
      return this;
    }
  }
}
