package org.hilum.imaging.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.evaluation.MaskSource;
import org.hilum.imaging.evaluation.reference.PlacedMask.MaskRefused;
import org.hilum.imaging.evaluation.reference.PlacedMask.Placed;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceReaderTest {

  private static final TwoLungPhantom CHEST =
      TwoLungPhantom.healthy().withGroundGlass(new PatientPoint(-80, 20, 10), 25);

  private static final ScanGrid GRID = ScanGrid.axial(48, 40, 30, 8, 9);

  @TempDir Path folder;

  private PlacedMask read(LabelRaster mask, MaskKind kind, VolumeGeometry onto) throws IOException {
    var file = folder.resolve("mask.nii.gz");
    NiftiWriter.write(mask, file);
    return new ReferenceReader(onto, Optional.empty()).read(new MaskSource(file, List.of()), kind);
  }

  private Placed placed(LabelRaster mask, MaskKind kind, VolumeGeometry onto) throws IOException {
    var placed = read(mask, kind, onto);
    assertThat(placed).isInstanceOf(Placed.class);
    return (Placed) placed;
  }

  private String refused(LabelRaster mask, MaskKind kind, VolumeGeometry onto) throws IOException {
    var placed = read(mask, kind, onto);
    assertThat(placed).isInstanceOf(MaskRefused.class);
    return ((MaskRefused) placed).reasons().getFirst().code().code();
  }

  @Nested
  class Places {

    @ParameterizedTest
    @EnumSource(SlicePlane.class)
    void a_mask_of_any_order_of_axes_with_left_left(SlicePlane plane) throws IOException {
      // The same voxels, named in another order: exchanged and turned axes.
      var ct = CanonicalOrder.of(GRID.geometry()).geometry();
      var other = sameVoxels(plane);
      var mask = CHEST.draw(other).lungs();

      var lungs = placed(mask, MaskKind.LUNGS, ct);

      assertThat(lungs.labels()).isDeepEqualTo(CHEST.draw(ct).lungs().labels());
      assertThat(lungs.sided()).isTrue();
      assertThat(lungs.labelled().cardinality()).isEqualTo(ct.slices());
    }

    private VolumeGeometry sameVoxels(SlicePlane plane) {
      double[] mm = {8, 8, 9};
      int[] count = {48, 40, 30};
      int[] axes = {
        axis(plane.iDirection().x(), plane.iDirection().y()),
        axis(plane.jDirection().x(), plane.jDirection().y()),
        axis(plane.kDirection().x(), plane.kDirection().y())
      };
      return new ScanGrid(
              plane,
              count[axes[0]],
              count[axes[1]],
              count[axes[2]],
              mm[axes[0]],
              mm[axes[1]],
              mm[axes[2]],
              0,
              new PatientPoint(0, 0, 0))
          .geometry();
    }

    private int axis(double x, double y) {
      return x != 0 ? 0 : y != 0 ? 1 : 2;
    }

    @Test
    void a_mask_of_a_tilted_scan() throws IOException {
      var tilted = CanonicalOrder.of(GRID.tilted(18).geometry()).geometry();

      var lungs = placed(CHEST.draw(tilted).lungs(), MaskKind.LUNGS, tilted);

      assertThat(lungs.labels()).isDeepEqualTo(CHEST.draw(tilted).lungs().labels());
    }

    @Test
    void a_mask_cut_to_the_lungs_as_the_part_of_the_volume_that_it_is() throws IOException {
      var ct = GRID.geometry();
      var whole = CHEST.draw(ct).lungs();
      var cut = part(ct, 1, 2, 3);

      assertThat(placed(CHEST.draw(cut).lungs(), MaskKind.LUNGS, ct).labels())
          .isDeepEqualTo(whole.labels());
    }

    private VolumeGeometry part(VolumeGeometry ct, int k, int j, int i) {
      return new VolumeGeometry(
          ct.point(k, j, i),
          ct.iDirection(),
          ct.jDirection(),
          ct.kDirection(),
          ct.iSpacingMm(),
          ct.jSpacingMm(),
          ct.kSpacingMm(),
          ct.columns() - i,
          ct.rows() - j,
          ct.slices() - k);
    }

    @Test
    void one_label_as_both_lungs_without_sides() throws IOException {
      var ct = GRID.geometry();
      var mask = CHEST.draw(ct).lungs();
      for (var slice : mask.labels()) {
        for (int at = 0; at < slice.length; at++) {
          slice[at] = (byte) Math.min(1, slice[at]);
        }
      }

      assertThat(placed(mask, MaskKind.LUNGS, ct).sided()).isFalse();
    }

    @Test
    void slices_that_are_not_labelled_as_such() throws IOException {
      var ct = GRID.geometry();
      var mask = CHEST.draw(ct).lungs();
      for (int k = 0; k < 10; k++) {
        java.util.Arrays.fill(mask.labels()[k], (byte) 255);
      }

      var lungs = placed(mask, MaskKind.LUNGS, ct);

      assertThat(lungs.labelled().nextSetBit(0)).isEqualTo(10);
      assertThat(lungs.labelled().cardinality()).isEqualTo(20);
    }

    @Test
    void kinds_of_opacity_as_opacity() throws IOException {
      var ct = GRID.geometry();
      var mask = LabelRaster.empty(ct);
      mask.labels()[3][100] = 1;
      mask.labels()[3][101] = 2;
      mask.labels()[4][102] = 3;

      assertThat(placed(mask, MaskKind.OPACITY, ct).count()).isEqualTo(3);
      assertThat(placed(mask, MaskKind.OPACITY, ct).labels()[3][101]).isEqualTo((byte) 1);
    }
  }

  @Nested
  class Refuses {

    @Test
    void a_mask_half_a_voxel_aside_or_on_coarser_voxels() throws IOException {
      var ct = GRID.geometry();
      var aside = GRID.about(new PatientPoint(4, 0, 0)).geometry();
      var coarser = ScanGrid.axial(48, 40, 30, 8.1, 9).geometry();

      assertThat(refused(CHEST.draw(aside).lungs(), MaskKind.LUNGS, ct)).isEqualTo("EVA-004");
      assertThat(refused(CHEST.draw(coarser).lungs(), MaskKind.LUNGS, ct)).isEqualTo("EVA-004");
    }

    @Test
    void a_mask_that_reaches_beyond_its_ct() throws IOException {
      var larger = ScanGrid.axial(60, 40, 30, 8, 9).geometry();
      var mask = LabelRaster.empty(larger);
      mask.labels()[0][0] = 1;

      assertThat(refused(mask, MaskKind.LUNGS, GRID.geometry())).isEqualTo("EVA-004");
    }

    @Test
    void labels_without_a_meaning_and_an_empty_mask_of_lungs() throws IOException {
      var mask = LabelRaster.empty(GRID.geometry());
      assertThat(refused(mask, MaskKind.LUNGS, GRID.geometry())).isEqualTo("EVA-008");
      mask.labels()[0][0] = 3;
      assertThat(refused(mask, MaskKind.LUNGS, GRID.geometry())).isEqualTo("EVA-005");
    }
  }
}
