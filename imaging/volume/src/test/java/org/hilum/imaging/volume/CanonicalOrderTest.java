package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalOrderTest {

  private static final Vector3 L = new Vector3(1, 0, 0);
  private static final Vector3 R = new Vector3(-1, 0, 0);
  private static final Vector3 P = new Vector3(0, 1, 0);
  private static final Vector3 A = new Vector3(0, -1, 0);
  private static final Vector3 H = new Vector3(0, 0, 1);
  private static final Vector3 F = new Vector3(0, 0, -1);

  enum Lying {
    HEAD_FIRST_SUPINE(L, P, H),
    SLICES_FROM_HEAD_TO_FEET(L, P, F),
    HEAD_FIRST_PRONE(R, A, H),
    FEET_FIRST_SUPINE_MIRRORED_COLUMNS(R, P, F),
    FEET_FIRST_PRONE(R, A, F),
    DECUBITUS_LEFT(A, L, H),
    DECUBITUS_RIGHT(P, R, H),
    CORONAL(L, F, P),
    SAGITTAL(P, F, L),
    SAGITTAL_BACKWARDS(A, F, R),
    LEFT_HANDED(L, A, H);

    final Vector3 i;
    final Vector3 j;
    final Vector3 k;

    Lying(Vector3 i, Vector3 j, Vector3 k) {
      this.i = i;
      this.j = j;
      this.k = k;
    }
  }

  static VolumeGeometry geometry(Vector3 i, Vector3 j, Vector3 k) {
    return new VolumeGeometry(new PatientPoint(-11.5, 7.25, 301), i, j, k, 0.7, 0.9, 2.5, 5, 4, 3);
  }

  static short[][] noise(VolumeGeometry geometry, long seed) {
    var random = new Random(seed);
    var hu = new short[geometry.slices()][geometry.sliceSize()];
    for (var slice : hu) {
      for (int n = 0; n < slice.length; n++) {
        slice[n] = (short) random.nextInt(-1024, 3000);
      }
    }
    return hu;
  }

  @ParameterizedTest
  @EnumSource
  void axes_run_to_the_left_the_back_and_the_head(Lying lying) {
    var canonical = CanonicalOrder.of(geometry(lying.i, lying.j, lying.k)).geometry();
    assertThat(canonical.iDirection().x()).isEqualTo(1);
    assertThat(canonical.jDirection().y()).isEqualTo(1);
    assertThat(canonical.kDirection().z()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void every_voxel_keeps_its_place_in_the_patient_and_its_value(Lying lying) {
    var source = geometry(lying.i, lying.j, lying.k);
    var order = CanonicalOrder.of(source);
    var hu = noise(source, 1);
    var canonical = order.toCanonical(hu);
    for (int k = 0; k < order.geometry().slices(); k++) {
      for (int j = 0; j < order.geometry().rows(); j++) {
        for (int i = 0; i < order.geometry().columns(); i++) {
          var at = source.index(order.geometry().point(k, j, i));
          assertThat(at.k()).isEqualTo(Math.rint(at.k()), within(1e-9));
          int place = (int) Math.rint(at.j()) * source.columns() + (int) Math.rint(at.i());
          assertThat(canonical[k][j * order.geometry().columns() + i])
              .isEqualTo(hu[(int) Math.rint(at.k())][place]);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_mark_at_the_patients_left_stays_there(Lying lying) {
    var source = geometry(lying.i, lying.j, lying.k);
    var order = CanonicalOrder.of(source);
    var labels = new byte[source.slices()][source.sliceSize()];
    int columns = order.geometry().columns();
    var leftmost = source.index(order.geometry().point(1, 1, columns - 1));
    int place = (int) Math.rint(leftmost.j()) * source.columns() + (int) Math.rint(leftmost.i());
    labels[(int) Math.rint(leftmost.k())][place] = 7;
    assertThat(order.toCanonical(labels)[1][columns + columns - 1]).isEqualTo((byte) 7);
    assertThat(order.geometry().point(1, 1, columns - 1).x())
        .isGreaterThan(order.geometry().point(1, 1, 0).x());
  }

  @Test
  void an_order_that_is_canonical_shares_its_arrays() {
    var order = CanonicalOrder.of(geometry(L, P, H));
    var hu = noise(order.source(), 2);
    assertThat(order.isIdentity()).isTrue();
    assertThat(order.toCanonical(hu)).isSameAs(hu);
    assertThat(order.fromCanonical(hu)).isSameAs(hu);
  }

  @Test
  void slices_that_only_change_places_are_shared() {
    var order = CanonicalOrder.of(geometry(L, P, F));
    var hu = noise(order.source(), 3);
    assertThat(order.isIdentity()).isFalse();
    assertThat(order.toCanonical(hu)[0]).isSameAs(hu[2]);
  }

  @Test
  void a_mask_on_another_grid_is_not_taken() {
    var order = CanonicalOrder.of(geometry(L, P, F));
    var elsewhere = LabelRaster.empty(geometry(R, P, F));
    assertThatThrownBy(() -> order.toCanonical(elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
