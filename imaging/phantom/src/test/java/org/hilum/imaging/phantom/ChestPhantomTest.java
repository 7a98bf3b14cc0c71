package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChestPhantomTest {

  private static final PatientPoint MIDDLE = new PatientPoint(0, 5, -45);
  private static final ScanGrid WHOLE = ScanGrid.axial(112, 84, 80, 3.5, 4).about(MIDDLE);
  private static final ScanProtocol NOISELESS = ScanProtocol.noiseless(2);

  private final ChestPhantom healthy = ChestPhantom.standard(1);

  private static double ml(LabelRaster raster, int label) {
    return raster.count(label) * raster.geometry().voxelMl();
  }

  private static double lungMl(PhantomScan scan) {
    return ml(scan.lungs(), 1) + ml(scan.lungs(), 2);
  }

  /** Mass of all voxels that carry a label, in grams: water is 1 g/mL, air weighs nothing. */
  private static double massG(PhantomScan scan, LabelRaster raster) {
    double sum = 0;
    for (int k = 0; k < raster.labels().length; k++) {
      for (int n = 0; n < raster.labels()[k].length; n++) {
        if (raster.labels()[k][n] != 0) {
          sum += (scan.volume().hu()[k][n] + 1000) / 1000.0;
        }
      }
    }
    return sum * raster.geometry().voxelMl();
  }

  private static LesionSite at(double x, double y, double z) {
    return new LesionSite.At(new PatientPoint(x, y, z));
  }

  @Nested
  class a_healthy_chest {

    private final PhantomScan scan = healthy.draw(WHOLE, NOISELESS);

    @Test
    void has_lungs_of_a_grown_persons_volume_the_right_one_larger() {
      assertThat(lungMl(scan)).isBetween(4000.0, 5600.0);
      assertThat(ml(scan.lungs(), 2)).isGreaterThan(ml(scan.lungs(), 1));
    }

    @Test
    void has_five_lobes_that_part_the_lungs_without_rest() {
      for (int k = 0; k < scan.lobes().labels().length; k++) {
        for (int n = 0; n < scan.lobes().labels()[k].length; n++) {
          int lobe = scan.lobes().labels()[k][n];
          int lung = lobe == 0 ? 0 : Lobe.values()[lobe - 1].side() == Side.LEFT ? 1 : 2;
          assertThat(scan.lungs().labels()[k][n]).isEqualTo((byte) lung);
        }
      }
      for (var lobe : Lobe.values()) {
        assertThat(ml(scan.lobes(), lobe.ordinal() + 1)).as(lobe.name()).isBetween(300.0, 1600.0);
      }
    }

    @Test
    void has_its_left_lung_on_the_patients_left() {
      var geometry = scan.lungs().geometry();
      for (int k = 0; k < geometry.slices(); k++) {
        for (int n = 0; n < geometry.sliceSize(); n++) {
          if (scan.lungs().labels()[k][n] != 0) {
            double x = geometry.point(k, n / geometry.columns(), n % geometry.columns()).x();
            assertThat(scan.lungs().labels()[k][n]).isEqualTo((byte) (x > 0 ? 1 : 2));
          }
        }
      }
    }

    @Test
    void has_lungs_that_do_not_touch_each_other() {
      int columns = scan.lungs().geometry().columns();
      for (var slice : scan.lungs().labels()) {
        for (int n = columns; n < slice.length; n++) {
          assertThat(slice[n] * slice[n - 1]).isNotEqualTo(2);
          assertThat(slice[n] * slice[n - columns]).isNotEqualTo(2);
        }
      }
    }

    @Test
    void has_lung_tissue_of_the_density_of_aerated_lung() {
      double mass = massG(scan, scan.lungs());
      assertThat(mass / lungMl(scan)).as("g/mL").isBetween(0.11, 0.24);
    }

    @Test
    void has_no_opacity() {
      assertThat(scan.opacity().count(0)).isEqualTo(WHOLE.geometry().voxelCount());
      assertThat(scan.lesions()).isEmpty();
    }

    @Test
    void has_the_right_dome_of_the_diaphragm_higher_and_the_heart_to_the_left() {
      var protocol = ScanProtocol.noiseless(1);
      assertThat(huAt(-66, -10, -114, protocol)).isGreaterThan(0);
      assertThat(huAt(70, -6, -114, protocol)).isLessThan(200);
      assertThat(huAt(60, -40, -104, protocol)).isBetween(20.0, 70.0);
      assertThat(huAt(-60, -40, -100, protocol)).isLessThan(-700);
    }

    @Test
    void has_air_in_the_trachea_blood_in_the_aorta_and_fat_under_the_skin() {
      var protocol = ScanProtocol.noiseless(1);
      assertThat(huAt(0, 9, 40, protocol)).isBetween(-1000.0, -950.0);
      assertThat(huAt(20, 44, -60, protocol)).isBetween(35.0, 50.0);
      assertThat(huAt(0, 60, -100, protocol)).as("vertebra").isGreaterThan(70);
      assertThat(huAt(0, 0, 40, protocol)).isGreaterThan(-120);
      assertThat(huAt(0, -200, 0, protocol)).isEqualTo(-1000);
    }

    private double huAt(double x, double y, double z, ScanProtocol protocol) {
      var one = ScanGrid.axial(1, 1, 1, 1, 1).about(new PatientPoint(x, y, z));
      return healthy.draw(one, protocol).volume().hu()[0][0];
    }
  }

  @Nested
  class lesions {

    @ParameterizedTest
    @CsvSource({
      "90, 30, -50, LLL",
      "85, -40, 0, LUL",
      "-85, 20, 40, RUL",
      "-90, -50, -60, RML",
      "-90, 40, -60, RLL"
    })
    void inside_a_lung_have_the_volume_of_their_ellipsoid(double x, double y, double z, Lobe lobe) {
      var grid = ScanGrid.axial(60, 60, 40, 1, 1.5).about(new PatientPoint(x, y, z));
      var scan =
          healthy
              .withLesions(PhantomLesion.groundGlass("one", at(x, y, z), 18, 14, 16))
              .draw(grid, NOISELESS);
      var truth = scan.lesions().getFirst();
      double expected = 4.0 / 3 * Math.PI * 18 * 14 * 16 / 1000;
      assertThat(truth.ellipsoidMl()).isCloseTo(expected, within(1e-9));
      assertThat(truth.volumeMl()).isCloseTo(expected, withinPercentage(1.5));
      assertThat(ml(scan.opacity(), 1)).isCloseTo(truth.volumeMl(), within(1e-9));
      assertThat(truth.lobe()).contains(lobe);
      assertThat(truth.meanHu().orElseThrow()).isBetween(-680.0, -540.0);
    }

    @Test
    void of_consolidation_are_dense_and_hide_the_vessels_but_not_the_airways() {
      var grid = ScanGrid.axial(70, 70, 30, 0.8, 1.2).about(new PatientPoint(75, 35, -55));
      var scan =
          healthy
              .withLesions(PhantomLesion.consolidation("one", at(75, 35, -55), 24, 24, 16))
              .draw(grid, NOISELESS);
      assertThat(scan.lesions().getFirst().kind()).isEqualTo(OpacityKind.CONSOLIDATION);
      long air = 0;
      long dense = 0;
      for (int k = 5; k < 25; k++) {
        for (int n = 0; n < scan.volume().hu()[k].length; n++) {
          if (scan.opacity().labels()[k][n] == 2) {
            short hu = scan.volume().hu()[k][n];
            assertThat(hu).isLessThan((short) 160);
            air += hu < -400 ? 1 : 0;
            dense += hu > -100 ? 1 : 0;
          }
        }
      }
      assertThat(air).as("voxels of air bronchogram").isBetween(20L, dense / 10);
    }

    @Test
    void at_the_pleura_are_cut_off_by_it() {
      var lesion =
          PhantomLesion.groundGlass(
              "one", new LesionSite.Subpleural(Side.RIGHT, -60, 60, 4), 24, 24, 24);
      var truth = healthy.withLesions(lesion).draw(WHOLE, NOISELESS).lesions().getFirst();
      assertThat(truth.volumeMl()).isBetween(0.4 * truth.ellipsoidMl(), 0.8 * truth.ellipsoidMl());
      assertThat(truth.centre().x()).isNegative();
    }

    @Test
    void outside_the_lungs_have_no_volume_and_no_density() {
      var lesion = PhantomLesion.consolidation("heart", at(20, -20, -80), 8, 8, 8);
      var truth = healthy.withLesions(lesion).draw(WHOLE, NOISELESS).lesions().getFirst();
      assertThat(truth.volumeMl()).isZero();
      assertThat(truth.meanHu()).isEmpty();
      assertThat(truth.lobe()).isEmpty();
    }

    @Test
    void that_cannot_be_are_refused() {
      assertThatThrownBy(() -> PhantomLesion.groundGlass("flat", at(0, 0, 0), 0, 1, 1))
          .isInstanceOf(IllegalArgumentException.class);
      var many = Collections.nCopies(128, PhantomLesion.groundGlass("a", at(0, 0, 0), 1, 1, 1));
      assertThatThrownBy(() -> healthy.withLesions(many))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class sampling {

    private final ChestPhantom ill =
        healthy.withLesions(
            PhantomLesion.groundGlass("a", at(90, 30, -50), 24, 22, 26).irregular(0.4, 10));

    @ParameterizedTest
    @CsvSource({"2.9, 3.4, 2", "4, 2.5, 5", "3.3, 6, 5"})
    void at_another_spacing_and_thickness_gives_the_same_volumes(
        double inPlane, double step, double thickness) {
      var first = ill.draw(WHOLE, NOISELESS);
      int columns = (int) (392 / inPlane);
      int slices = (int) (320 / step);
      var grid = ScanGrid.axial(columns, columns, slices, inPlane, step).about(MIDDLE);
      var other = ill.draw(grid, ScanProtocol.noiseless(thickness));
      assertThat(lungMl(other)).isCloseTo(lungMl(first), withinPercentage(1));
      for (int lobe = 1; lobe <= 5; lobe++) {
        assertThat(ml(other.lobes(), lobe))
            .as(Lobe.values()[lobe - 1].name())
            .isCloseTo(ml(first.lobes(), lobe), withinPercentage(2));
      }
      assertThat(ml(other.opacity(), 1)).isCloseTo(ml(first.opacity(), 1), withinPercentage(4));
      // The pleura is spread over a pixel of 3 to 4 mm, whose outer half is not lung.
      assertThat(massG(other, other.lungs()))
          .isCloseTo(massG(first, first.lungs()), withinPercentage(5));
    }

    @ParameterizedTest
    @EnumSource(SlicePlane.class)
    void in_another_plane_gives_the_same_hu_at_the_same_places(SlicePlane plane) {
      var grid = ScanGrid.axial(31, 31, 31, 3, 3).about(new PatientPoint(90, 30, -50));
      var protocol = ScanProtocol.noiseless(1);
      var first = ill.draw(grid.geometry(), protocol);
      var other = ill.draw(grid.in(plane).geometry(), protocol);
      var geometry = grid.in(plane).geometry();
      for (int k = 0; k < 31; k++) {
        for (int n = 0; n < 31 * 31; n++) {
          var point = geometry.point(k, n / 31, n % 31);
          int i = (int) Math.rint((point.x() - 90) / 3) + 15;
          int j = (int) Math.rint((point.y() - 30) / 3) + 15;
          int z = (int) Math.rint((point.z() + 50) / 3) + 15;
          assertThat(other.lobes().labels()[k][n]).isEqualTo(first.lobes().labels()[z][j * 31 + i]);
          if (plane.isAxial()) {
            assertThat((int) other.volume().hu()[k][n])
                .isCloseTo(first.volume().hu()[z][j * 31 + i], within(1));
          }
        }
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, 15})
    void with_a_tilted_gantry_shears_the_slices_and_keeps_the_volumes(double degrees) {
      var grid = ScanGrid.axial(112, 112, 110, 3.5, 4).about(MIDDLE);
      var upright = ill.draw(grid, NOISELESS);
      var tilted = ill.draw(grid.tilted(degrees), NOISELESS);
      assertThat(
              grid.tilted(degrees)
                  .geometry()
                  .kDirection()
                  .dot(grid.tilted(degrees).geometry().jDirection()))
          .isCloseTo(Math.sin(Math.toRadians(degrees)), within(1e-9));
      assertThat(lungMl(tilted)).isCloseTo(lungMl(upright), withinPercentage(1));
      assertThat(ml(tilted.opacity(), 1)).isCloseTo(ml(upright.opacity(), 1), withinPercentage(4));
    }

    @Test
    void with_the_same_seed_gives_the_same_scan_and_with_another_one_another() {
      var grid = ScanGrid.axial(40, 40, 3, 2, 2).about(new PatientPoint(80, 10, -40));
      var protocol = ScanProtocol.standard(2);
      var hu = ill.draw(grid, protocol).volume().hu();
      assertThat(ill.draw(grid, protocol).volume().hu()).isDeepEqualTo(hu);
      assertThat(ill.draw(grid, protocol.scan(2)).volume().hu()[0]).isNotEqualTo(hu[0]);
      var stranger = ChestPhantom.standard(2).withLesions(ill.lesions());
      assertThat(stranger.draw(grid, NOISELESS).volume().hu()[0])
          .isNotEqualTo(ill.draw(grid, NOISELESS).volume().hu()[0]);
    }

    @ParameterizedTest
    @EnumSource(ScanKernel.class)
    void has_the_noise_that_was_asked_for(ScanKernel kernel) {
      var outside = ScanGrid.axial(128, 64, 1, 1, 1).about(new PatientPoint(60, -40, -230));
      var protocol = new ScanProtocol(PatientPosition.HFS, 1, 20, kernel, 1);
      var noisy = healthy.draw(outside, protocol).volume().hu()[0];
      var clean =
          healthy
              .draw(outside, new ScanProtocol(PatientPosition.HFS, 1, 0, kernel, 1))
              .volume()
              .hu()[0];
      double squares = 0;
      for (int n = 0; n < noisy.length; n++) {
        squares += Math.pow(noisy[n] - clean[n], 2);
      }
      assertThat(Math.sqrt(squares / noisy.length)).isCloseTo(20, withinPercentage(8));
    }

    @Test
    void of_a_prone_patient_turns_the_dependent_density_round() {
      var supine = healthy.draw(WHOLE, NOISELESS);
      var prone = healthy.draw(WHOLE.in(SlicePlane.HEAD_FIRST_PRONE), NOISELESS);
      assertThat(lungMl(prone)).isCloseTo(lungMl(supine), withinPercentage(0.5));
      assertThat(backToFrontHu(supine)).isGreaterThan(15);
      assertThat(backToFrontHu(prone)).isLessThan(-15);
    }

    private double backToFrontHu(PhantomScan scan) {
      var geometry = scan.volume().geometry();
      double[] sums = new double[2];
      long[] counts = new long[2];
      for (int k = 0; k < geometry.slices(); k++) {
        for (int n = 0; n < geometry.sliceSize(); n++) {
          double y = geometry.point(k, n / geometry.columns(), n % geometry.columns()).y();
          short hu = scan.volume().hu()[k][n];
          if (scan.lungs().labels()[k][n] != 0 && Math.abs(y) > 35 && hu < -750) {
            sums[y > 0 ? 1 : 0] += hu;
            counts[y > 0 ? 1 : 0]++;
          }
        }
      }
      return sums[1] / counts[1] - sums[0] / counts[0];
    }
  }

  @Nested
  class the_patient {

    private final ChestPhantom ill =
        healthy.withLesions(
            PhantomLesion.groundGlass("left", at(90, 30, -50), 24, 22, 26),
            PhantomLesion.consolidation("also left", at(85, -40, 0), 12, 12, 12));

    @Test
    void who_breathes_less_deep_has_smaller_lungs_of_the_same_mass() {
      var deep = ill.draw(WHOLE, NOISELESS);
      var shallow = ill.breathing(0.88).draw(WHOLE, NOISELESS);
      double narrower = 1 - 0.15 * 0.12;
      assertThat(lungMl(shallow))
          .isCloseTo(lungMl(deep) * 0.88 * narrower * narrower, withinPercentage(1));
      assertThat(massG(shallow, shallow.lungs()))
          .isCloseTo(massG(deep, deep.lungs()), withinPercentage(4));
      assertThat(massG(shallow, shallow.opacity()))
          .isCloseTo(massG(deep, deep.opacity()), withinPercentage(4));
      assertThat(shallow.lesions().get(0).volumeMl())
          .isLessThan(0.9 * deep.lesions().get(0).volumeMl());
      assertThat(shallow.lesions().get(1).volumeMl())
          .as("consolidation has no air to lose")
          .isCloseTo(deep.lesions().get(1).volumeMl(), withinPercentage(3));
      assertThat(shallow.lesions().get(0).centre().z())
          .isGreaterThan(deep.lesions().get(0).centre().z() + 10);
    }

    @Test
    void in_a_mirror_has_left_and_right_swapped() {
      var scan = ill.draw(WHOLE, NOISELESS);
      var mirrored = ill.mirrored().draw(WHOLE, NOISELESS);
      assertThat(mirrored.lungs().count(1)).isEqualTo(scan.lungs().count(2));
      assertThat(mirrored.lungs().count(2)).isEqualTo(scan.lungs().count(1));
      assertThat(mirrored.lesions().get(0).lobe()).contains(Lobe.RLL);
      assertThat(mirrored.lesions().get(1).lobe()).contains(Lobe.RUL);
      var row = 40 * 112;
      for (int i = 0; i < 112; i++) {
        assertThat(mirrored.volume().hu()[30][row + i])
            .isEqualTo(scan.volume().hu()[30][row + 111 - i]);
      }
    }

    @Test
    void of_smaller_size_has_smaller_lungs() {
      var scan = ill.sized(0.9).draw(WHOLE, NOISELESS);
      assertThat(lungMl(scan))
          .isCloseTo(0.729 * lungMl(ill.draw(WHOLE, NOISELESS)), withinPercentage(2));
    }
  }

  @Nested
  class the_demo_patient {

    private final PhantomCourse course = PhantomCourse.demo();
    private final PhantomScan first = course.chestAt(0).draw(WHOLE, NOISELESS);
    private final PhantomScan second = course.chestAt(1).draw(WHOLE, NOISELESS);

    @Test
    void is_scanned_twice_about_a_week_apart() {
      var dates = course.moments().stream().map(StudyMoment::date).toList();
      assertThat(dates).hasSize(2);
      assertThat(dates.get(1)).isBetween(dates.get(0).plusDays(6), dates.get(0).plusDays(9));
    }

    @Test
    void has_lesions_on_both_sides_mostly_in_the_lower_lobes() {
      double lower =
          first.lesions().stream()
              .filter(l -> l.lobe().filter(x -> x == Lobe.LLL || x == Lobe.RLL).isPresent())
              .mapToDouble(LesionTruth::volumeMl)
              .sum();
      assertThat(lower).isGreaterThan(0.5 * (ml(first.opacity(), 1) + ml(first.opacity(), 2)));
      assertThat(first.lesions().stream().map(l -> l.lobe().orElseThrow().side()))
          .contains(Side.LEFT, Side.RIGHT);
    }

    @Test
    void has_one_lesion_grown_one_shrunk_one_gone_one_new_and_more_consolidation() {
      assertThat(volume(second, "E")).isGreaterThan(1.3 * volume(first, "E"));
      assertThat(volume(second, "C")).isLessThan(0.5 * volume(first, "C"));
      assertThat(ids(second)).doesNotContain("D").contains("F");
      assertThat(ml(second.opacity(), 2)).isGreaterThan(2 * ml(first.opacity(), 2));
    }

    @Test
    void has_two_lesions_that_have_run_together() {
      assertThat(areConnected(first, "A", "E")).isFalse();
      assertThat(areConnected(second, "A", "E")).isTrue();
    }

    /** Whether opaque voxels lead from the centre of one lesion to that of another. */
    private boolean areConnected(PhantomScan scan, String from, String to) {
      var labels = scan.opacity().labels();
      int columns = scan.opacity().geometry().columns();
      int goal = voxelOf(scan, to);
      int size = labels[0].length;
      var seen = new boolean[labels.length * size];
      var open = new ArrayDeque<>(List.of(voxelOf(scan, from)));
      while (!open.isEmpty()) {
        int voxel = open.pop();
        if (voxel < 0
            || voxel >= seen.length
            || seen[voxel]
            || labels[voxel / size][voxel % size] == 0) {
          continue;
        }
        seen[voxel] = true;
        for (int step : new int[] {1, columns, size}) {
          open.push(voxel + step);
          open.push(voxel - step);
        }
      }
      assertThat(seen[voxelOf(scan, from)]).isTrue();
      return seen[goal];
    }

    private int voxelOf(PhantomScan scan, String id) {
      var centre =
          scan.lesions().stream()
              .filter(lesion -> lesion.id().equals(id))
              .findFirst()
              .orElseThrow()
              .centre();
      var geometry = scan.opacity().geometry();
      var way = centre.minus(geometry.origin());
      int i = (int) Math.rint(way.x() / geometry.iSpacingMm());
      int j = (int) Math.rint(way.y() / geometry.jSpacingMm());
      int k = (int) Math.rint(way.z() / geometry.kSpacingMm());
      return k * geometry.sliceSize() + j * geometry.columns() + i;
    }

    private List<String> ids(PhantomScan scan) {
      return scan.lesions().stream().map(LesionTruth::id).toList();
    }

    private double volume(PhantomScan scan, String id) {
      return scan.lesions().stream()
          .filter(lesion -> lesion.id().equals(id))
          .mapToDouble(LesionTruth::volumeMl)
          .sum();
    }
  }
}
