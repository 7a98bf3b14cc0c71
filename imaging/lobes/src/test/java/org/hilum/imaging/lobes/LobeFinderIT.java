package org.hilum.imaging.lobes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.FissureFinding;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.vocabulary.Fissure;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LobeFinderIT {

  private static final Vector3 LEFT = new Vector3(1, 0, 0);
  private static final Vector3 BACK = new Vector3(0, 1, 0);
  private static final Vector3 HEAD = new Vector3(0, 0, 1);

  /** Voxel orders of a block about the origin: how far each axis reaches decides its number. */
  enum Order {
    HEAD_FIRST(LEFT, BACK, HEAD),
    FEET_FIRST(LEFT.scaled(-1), BACK, HEAD.scaled(-1)),
    NEGATIVE_COLUMNS(LEFT, BACK.scaled(-1), HEAD),
    CORONAL(LEFT, HEAD.scaled(-1), BACK),
    SAGITTAL(BACK, HEAD.scaled(-1), LEFT);

    private final Vector3 i;
    private final Vector3 j;
    private final Vector3 k;

    Order(Vector3 i, Vector3 j, Vector3 k) {
      this.i = i;
      this.j = j;
      this.k = k;
    }

    VolumeGeometry geometry(double sliceMm) {
      double spacing = 1.5;
      int columns = voxels(i, spacing);
      int rows = voxels(j, spacing);
      int slices = voxels(k, sliceMm);
      var origin =
          new PatientPoint(0, 0, 0)
              .plus(i, -spacing * (columns - 1) / 2)
              .plus(j, -spacing * (rows - 1) / 2)
              .plus(k, -sliceMm * (slices - 1) / 2);
      return new VolumeGeometry(origin, i, j, k, spacing, spacing, sliceMm, columns, rows, slices);
    }

    private static int voxels(Vector3 axis, double spacing) {
      double half = Math.abs(axis.x()) * 120 + Math.abs(axis.y()) * 80 + Math.abs(axis.z()) * 110;
      return (int) (2 * half / spacing);
    }
  }

  private static ChestSegmentation read(DrawnLungs lungs, VolumeGeometry geometry) {
    return new LobeFinder().find(lungs.volume(geometry), lungs.lungs(geometry));
  }

  private static double dice(LabelRaster found, LabelRaster truth, Lobe lobe) {
    int label = LobeLabel.of(lobe);
    long both = 0;
    for (int k = 0; k < truth.labels().length; k++) {
      for (int n = 0; n < truth.labels()[k].length; n++) {
        both += found.labels()[k][n] == label && truth.labels()[k][n] == label ? 1 : 0;
      }
    }
    return 2.0 * both / (found.count(label) + truth.count(label));
  }

  private static List<String> codes(ChestSegmentation chest) {
    return chest.fissures().stream()
        .flatMap(finding -> finding.notUsed().stream())
        .map(Reason::code)
        .map(code -> code.code())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void finds_the_drawn_lobes_however_the_slices_lie(Order order) {
    var geometry = order.geometry(2);
    var lungs = DrawnLungs.standard();

    var chest = read(lungs, geometry);

    assertThat(codes(chest)).isEmpty();
    var truth = lungs.lobes(geometry);
    for (var lobe : Lobe.values()) {
      assertThat(dice(chest.lobes().orElseThrow(), truth, lobe))
          .as("Dice of " + lobe)
          .isGreaterThan(0.95);
    }
  }

  @Test
  void every_lung_voxel_has_one_lobe_of_its_own_side() {
    var geometry = Order.HEAD_FIRST.geometry(2);
    var lungs = DrawnLungs.standard();

    var lobes = read(lungs, geometry).lobes().orElseThrow();

    var truth = lungs.lobes(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int n = 0; n < geometry.sliceSize(); n++) {
        byte label = lobes.labels()[k][n];
        byte expected = truth.labels()[k][n];
        assertThat(label != 0).as("lobe in the lung only").isEqualTo(expected != 0);
        if (label != 0) {
          assertThat(sideOf(label)).isEqualTo(sideOf(expected));
        }
      }
    }
  }

  private static Side sideOf(byte label) {
    return Lobe.values()[label - 1].side();
  }

  @Test
  void the_same_chest_is_parted_alike_again() {
    var geometry = Order.HEAD_FIRST.geometry(2);
    var first = read(DrawnLungs.standard(), geometry);
    var second = read(DrawnLungs.standard(), geometry);

    assertThat(second.fissures()).isEqualTo(first.fissures());
    assertThat(second.lobes().orElseThrow().labels())
        .isDeepEqualTo(first.lobes().orElseThrow().labels());
  }

  @Test
  void lungs_without_visible_fissures_have_no_lobes() {
    var chest = read(new DrawnLungs(-850, 0, 30, true), Order.HEAD_FIRST.geometry(2));

    assertThat(chest.lobes()).isEmpty();
    assertThat(codes(chest)).containsExactly("LOB-001", "LOB-001", "LOB-005");
  }

  @Test
  void slices_too_thick_are_not_looked_at() {
    var chest = read(DrawnLungs.standard(), Order.HEAD_FIRST.geometry(6));

    assertThat(chest.lobes()).isEmpty();
    assertThat(codes(chest)).containsExactly("LOB-002", "LOB-002", "LOB-002");
    assertThat(chest.fissures()).allMatch(finding -> finding.confidence().isEmpty());
  }

  @Test
  void lungs_with_little_air_are_not_looked_into() {
    var chest = read(new DrawnLungs(-680, 80, 30, true), Order.HEAD_FIRST.geometry(2));

    assertThat(chest.lobes()).isEmpty();
    assertThat(codes(chest)).containsExactly("LOB-006", "LOB-006", "LOB-006");
  }

  @Test
  void a_missing_lung_is_said_and_the_other_one_parted() {
    var geometry = Order.HEAD_FIRST.geometry(2);
    var chest = read(new DrawnLungs(-850, 80, 30, false), geometry);

    assertThat(codes(chest)).containsExactly("LOB-004", "LOB-004");
    assertThat(chest.fissures())
        .filteredOn(finding -> finding.notUsed().isEmpty())
        .extracting(FissureFinding::fissure)
        .containsExactly(Fissure.LEFT_OBLIQUE);
    var lobes = chest.lobes().orElseThrow();
    assertThat(lobes.count(LobeLabel.of(Lobe.LUL))).isPositive();
    assertThat(lobes.count(LobeLabel.of(Lobe.RLL))).isZero();
  }
}
