package org.hilum.imaging.segmentation.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameTest {

  private static final FrameRule RULE = new FrameRule(-1150, 150, 256, 248, -300, 4, 3);

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  @Nested
  class the_body_box {

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1.4, 2.75})
    void spans_the_body_to_a_block(double spacingMm) {
      int columns = (int) (400 / spacingMm);
      var scan = ScanGrid.axial(columns, columns, 3, spacingMm, 10).geometry();
      var chest = TwoLungPhantom.healthy();

      var box = new BodyBoxFinder(RULE, workers).find(chest.draw(scan).volume());

      // Columns begin at the body's far right; the phantom's body is 330 x 220 mm about the middle.
      double middle = (columns - 1) * spacingMm / 2;
      assertThat(box.leftMm()).isCloseTo(middle - 165, within(8.0));
      assertThat(box.rightMm()).isCloseTo(middle + 165, within(8.0));
      assertThat(box.topMm()).isCloseTo(middle - 110, within(8.0));
      assertThat(box.bottomMm()).isCloseTo(middle + 110, within(8.0));
    }

    @Test
    void leaves_out_a_thin_table() {
      var scan = ScanGrid.axial(200, 200, 3, 2, 10).geometry();
      var volume = TwoLungPhantom.healthy().draw(scan).volume();
      for (var slice : volume.hu()) {
        java.util.Arrays.fill(slice, 180 * 200, 182 * 200, (short) 200);
      }

      var box = new BodyBoxFinder(RULE, workers).find(volume);

      assertThat(box.bottomMm()).isLessThan(330);
    }

    @Test
    void is_the_whole_picture_where_there_is_no_body() {
      var geometry = ScanGrid.axial(100, 80, 2, 2, 10).geometry();
      var air = new CtVolume(geometry, new short[2][8000], true);
      for (var slice : air.hu()) {
        java.util.Arrays.fill(slice, (short) -1000);
      }

      assertThat(new BodyBoxFinder(RULE, workers).find(air))
          .isEqualTo(new BodyBox(-1, 159, -1, 199));
    }
  }

  @Nested
  class the_frame {

    @Test
    void centres_the_box_and_fills_its_larger_side() {
      var frame = Frame.around(new BodyBox(10, 210, 20, 392), RULE);

      assertThat(frame.mmPerPixel()).isEqualTo(1.5);
      assertThat(frame.frameRow(110, 1)).isEqualTo(127.5);
      assertThat(frame.frameColumn(206 + 186, 1)).isEqualTo(127.5 + 124);
    }
  }

  @Nested
  class sampling {

    private VolumeGeometry geometry(int columns, int rows, double spacingMm) {
      return ScanGrid.axial(columns, rows, 1, spacingMm, 5).geometry();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.7, 1.3, 3})
    void keeps_a_slope_of_grey_whatever_the_spacing(double spacingMm) {
      int count = (int) (400 / spacingMm);
      var hu = new short[count * count];
      for (int voxel = 0; voxel < hu.length; voxel++) {
        double xMm = voxel % count * spacingMm;
        hu[voxel] = (short) Math.round(-1100 + 3 * xMm);
      }
      var frame = new Frame(200, 200, 1.5, 256);

      var grey = new FrameSampler(geometry(count, count, spacingMm), frame, RULE).sample(hu);

      for (int column = 20; column < 236; column++) {
        double xMm = 200 + (column - 127.5) * 1.5;
        assertThat(grey[128 * 256 + column] * 1300 - 1150)
            .as("HU at %.1f mm", xMm)
            .isCloseTo((float) (-1100 + 3 * xMm), within(0.6f));
      }
    }

    @Test
    void clips_and_fills_with_the_lowest_value_outside() {
      var hu = new short[100 * 100];
      java.util.Arrays.fill(hu, (short) 3000);
      var frame = new Frame(49.5, 49.5, 1, 256);

      var grey = new FrameSampler(geometry(100, 100, 1), frame, RULE).sample(hu);

      assertThat(grey[128 * 256 + 128]).isCloseTo(1, within(1e-5f));
      assertThat(grey[128 * 256 + 10]).isZero();
      assertThat(grey[5 * 256 + 128]).isZero();
    }
  }

  @Test
  void a_rule_refuses_nonsense() {
    assertThatThrownBy(() -> new FrameRule(0, 0, 256, 248, -300, 4, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameRule(-1150, 150, 256, 248, -300, 4, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
