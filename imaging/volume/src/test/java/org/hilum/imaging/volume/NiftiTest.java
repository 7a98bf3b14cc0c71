package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NiftiTest {

  private static final int SIDE = 16;

  @TempDir Path folder;

  /** A box of soft tissue in air, 16 voxels a side, with one bright voxel at (2, 3, 4). */
  private static double hu(int k, int j, int i) {
    if (k == 2 && j == 3 && i == 4) {
      return 400;
    }
    boolean inside = k > 3 && k < 12 && j > 3 && j < 12 && i > 3 && i < 12;
    return inside ? 40 : -1000;
  }

  /** A NIfTI file put together by hand, field by field as in nifti1.h. */
  private static final class Drawn {
    final ByteOrder order;
    final ByteBuffer header;
    final int type;
    final double slope;
    final double intercept;

    Drawn(ByteOrder order, int type, double slope, double intercept) {
      this.order = order;
      this.type = type;
      this.slope = slope;
      this.intercept = intercept;
      header = ByteBuffer.allocate(352).order(order);
      header.putInt(0, 348);
      short[] dim = {3, SIDE, SIDE, SIDE, 1, 1, 1, 1};
      for (int n = 0; n < 8; n++) {
        header.putShort(40 + 2 * n, dim[n]);
      }
      header.putShort(70, (short) type);
      header.putFloat(108, 352);
      header.putFloat(112, (float) slope);
      header.putFloat(116, (float) intercept);
      header.put(123, (byte) 2);
      put(76, 1, 15, 15, 10);
      header.putShort(254, (short) 1);
      put(280, -15, 0, 0, 100, 0, -15, 0, 90, 0, 0, 10, -70);
      header.put(344, new byte[] {'n', '+', '1', 0});
    }

    Drawn put(int at, double... values) {
      for (int n = 0; n < values.length; n++) {
        header.putFloat(at + 4 * n, (float) values[n]);
      }
      return this;
    }

    Drawn shorts(int at, int... values) {
      for (int n = 0; n < values.length; n++) {
        header.putShort(at + 2 * n, (short) values[n]);
      }
      return this;
    }

    byte[] bytes() {
      var voxels = ByteBuffer.allocate(8 * SIDE * SIDE * SIDE).order(order);
      for (int k = 0; k < SIDE; k++) {
        for (int j = 0; j < SIDE; j++) {
          for (int i = 0; i < SIDE; i++) {
            double scale = slope == 0 || Double.isNaN(slope) ? 1 : slope;
            double offset = slope == 0 || Double.isNaN(slope) ? 0 : intercept;
            store(voxels, (hu(k, j, i) - offset) / scale);
          }
        }
      }
      var out = new ByteArrayOutputStream();
      out.writeBytes(header.array());
      out.write(voxels.array(), 0, voxels.position());
      return out.toByteArray();
    }

    private void store(ByteBuffer voxels, double value) {
      switch (type) {
        case 2, 256 -> voxels.put((byte) Math.round(value));
        case 4, 512 -> voxels.putShort((short) Math.round(value));
        case 8, 768 -> voxels.putInt((int) Math.round(value));
        case 16 -> voxels.putFloat((float) value);
        case 64 -> voxels.putDouble(value);
        default -> voxels.putLong(Math.round(value));
      }
    }
  }

  private static Drawn plain() {
    return new Drawn(ByteOrder.LITTLE_ENDIAN, 4, 0, 0);
  }

  private VolumeResult read(byte[] bytes) throws IOException {
    return NiftiReader.read(Files.write(folder.resolve("ct.nii"), bytes));
  }

  private VolumeBuilt built(Drawn drawn) throws IOException {
    var result = read(drawn.bytes());
    assertThat(result).isInstanceOf(VolumeBuilt.class);
    return (VolumeBuilt) result;
  }

  private static List<String> codes(VolumeResult result) {
    var reasons =
        switch (result) {
          case VolumeBuilt built -> built.deviations();
          case VolumeRefused refused -> refused.reasons();
        };
    return reasons.stream().map(reason -> reason.code().code()).toList();
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @CsvSource({
      "2, 10, -1000",
      "4, 1, 0",
      "8, 1, 0",
      "16, 1, 0",
      "64, 0.5, -100",
      "256, 20, 500",
      "512, 1, -1024",
      "768, 1, -1024",
      "1024, 1, 0",
      "1280, 1, -1024"
    })
    void every_type_in_both_byte_orders(int type, double slope, double intercept)
        throws IOException {
      for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        var volume = built(new Drawn(order, type, slope, intercept)).volume();
        assertThat(volume.hu()[2][3 * SIDE + 4]).isEqualTo((short) 400);
        assertThat(volume.hu()[0][0]).isEqualTo((short) -1000);
        assertThat(volume.hu()[5][5 * SIDE + 5]).isEqualTo((short) 40);
      }
    }

    @Test
    void a_slope_of_zero_or_no_number_means_none() throws IOException {
      for (double slope : new double[] {0, Double.NaN}) {
        var drawn = new Drawn(ByteOrder.LITTLE_ENDIAN, 4, slope, Double.NaN);
        assertThat(built(drawn).volume().hu()[2][3 * SIDE + 4]).isEqualTo((short) 400);
      }
    }

    @Test
    void ras_becomes_lps() throws IOException {
      var geometry = built(plain()).volume().geometry();
      assertThat(geometry.point(0, 0, 0)).isEqualTo(new PatientPoint(-100, -90, -70));
      assertThat(geometry.iDirection()).isEqualTo(new Vector3(1, 0, 0));
      assertThat(geometry.point(2, 3, 4)).isEqualTo(new PatientPoint(-40, -45, -50));
    }

    @Test
    void a_quaternion_of_half_a_turn_with_qfac() throws IOException {
      var drawn = plain().shorts(252, 1, 0).put(76, -1, 15, 15, 10).put(256, 0, 0, 1, 100, 90, -70);
      var geometry = built(drawn).volume().geometry();
      assertThat(geometry.iDirection().x()).isEqualTo(1, within(1e-6));
      assertThat(geometry.jDirection().y()).isEqualTo(1, within(1e-6));
      assertThat(geometry.kDirection().z()).isEqualTo(-1, within(1e-6));
      assertThat(geometry.origin()).isEqualTo(new PatientPoint(-100, -90, -70));
    }

    @Test
    void without_affine_sides_are_assumed_and_said() throws IOException {
      var result = built(plain().shorts(252, 0, 0));
      assertThat(codes(result)).contains("VOL-085");
      assertThat(result.volume().geometry().iDirection().x()).isEqualTo(-1);
    }

    @Test
    void without_spacing_millilitres_are_unknown() throws IOException {
      for (double[] pixdim : new double[][] {{1, 0, 0, 0}, {1, 1, 1, 1}}) {
        var drawn = plain().shorts(252, 0, 0).put(76, pixdim);
        drawn.header.put(123, (byte) 0);
        var result = built(drawn);
        assertThat(result.volume().spacingKnown()).isFalse();
        assertThat(codes(result)).contains("VOL-083");
      }
    }

    @Test
    void metres_are_turned_into_millimetres() throws IOException {
      var drawn = plain().put(280, -0.015, 0, 0, 0.1, 0, -0.015, 0, 0, 0, 0, 0.01, 0);
      drawn.header.put(123, (byte) 1);
      assertThat(built(drawn).volume().geometry().kSpacingMm()).isEqualTo(10, within(1e-5));
    }

    @Test
    void affines_that_disagree_are_said() throws IOException {
      var result = built(plain().shorts(252, 1).put(256, 0, 0, 1, 120, 90, -70));
      assertThat(codes(result)).contains("VOL-084");
    }
  }

  @Nested
  class Refusing {

    @Test
    void several_volumes() throws IOException {
      assertThat(codes(read(plain().shorts(40, 4, SIDE, SIDE, SIDE, 2).bytes())))
          .containsExactly("VOL-081");
    }

    @Test
    void one_volume_in_four_dimensions_is_not_refused() throws IOException {
      assertThat(read(plain().shorts(40, 4, SIDE, SIDE, SIDE, 1).bytes()))
          .isInstanceOf(VolumeBuilt.class);
    }

    @Test
    void colours() throws IOException {
      assertThat(codes(read(plain().shorts(70, 128).bytes()))).containsExactly("VOL-082");
    }

    @Test
    void sizes_that_lie() throws IOException {
      assertThat(codes(read(plain().shorts(40, 3, 4000, 4000, 40).bytes())))
          .containsExactly("VOL-080");
      assertThat(codes(read(plain().shorts(40, 3, 4000, 4000, 4000).bytes())))
          .containsExactly("VOL-023");
      assertThat(codes(read(plain().shorts(40, 3, -5, 16, 16).bytes()))).containsExactly("VOL-080");
    }

    @Test
    void a_compressed_file_cut_short() throws IOException {
      var out = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(plain().bytes());
      }
      var half = Arrays.copyOf(out.toByteArray(), out.size() / 2);
      assertThat(codes(read(half))).containsExactly("VOL-080");
    }

    @Test
    void a_text() throws IOException {
      assertThat(codes(read("no volume".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
          .containsExactly("VOL-080");
      assertThat(codes(read(new byte[0]))).containsExactly("VOL-080");
    }

    @Test
    void an_affine_that_spans_nothing() throws IOException {
      assertThat(codes(read(plain().put(280, 0, 0, 0, 0).bytes()))).containsExactly("VOL-086");
    }

    @Test
    void a_mask() throws IOException {
      var mask = new Drawn(ByteOrder.LITTLE_ENDIAN, 2, 0, 0).bytes();
      Arrays.fill(mask, 352, 352 + 100, (byte) 1);
      Arrays.fill(mask, 452, mask.length, (byte) 0);
      assertThat(codes(read(mask))).containsExactly("VOL-012");
    }
  }

  @Nested
  class Writing {

    @ParameterizedTest
    @EnumSource(CanonicalOrderTest.Lying.class)
    void and_reading_back_gives_the_same_place(CanonicalOrderTest.Lying lying) throws IOException {
      var geometry =
          new VolumeGeometry(
              new PatientPoint(-11.5, 7.25, 301),
              lying.i,
              lying.j,
              lying.k,
              9.5,
              8.25,
              10,
              30,
              25,
              20);
      var hu = new short[20][25 * 30];
      for (var slice : hu) {
        Arrays.fill(slice, 0, 300, (short) -900);
      }
      var file = folder.resolve("ct.nii.gz");
      NiftiWriter.write(new CtVolume(geometry, hu, true), file);
      var back = ((VolumeBuilt) NiftiReader.read(file)).volume();
      assertThat(back.hu()).isDeepEqualTo(hu);
      assertThat(back.geometry()).isEqualTo(geometry);
    }

    @Test
    void a_mask_has_exactly_the_grid_of_its_source() throws IOException {
      var bytes =
          plain()
              .shorts(252, 1)
              .put(
                  280, -15.01, 0.013, 0.007, 100.3, 0.011, -14.9, 0.1, 90.7, 0.02, 0.05, 9.95,
                  -70.9)
              .put(256, 0.001, 0.002, 0.999, 100.3, 90.7, -70.9)
              .bytes();
      var source = Files.write(folder.resolve("ct.nii"), bytes);
      var volume = ((VolumeBuilt) NiftiReader.read(source)).volume();
      var mask = LabelRaster.empty(volume.geometry());
      mask.labels()[2][3 * SIDE + 4] = 1;
      var like = folder.resolve("mask.nii");
      NiftiWriter.write(mask, source, like);
      var written = Files.readAllBytes(like);
      assertThat(Arrays.copyOfRange(written, 40, 56)).isEqualTo(Arrays.copyOfRange(bytes, 40, 56));
      assertThat(Arrays.copyOfRange(written, 76, 92)).isEqualTo(Arrays.copyOfRange(bytes, 76, 92));
      assertThat(Arrays.copyOfRange(written, 252, 328))
          .isEqualTo(Arrays.copyOfRange(bytes, 252, 328));
      assertThat(written[352 + 2 * SIDE * SIDE + 3 * SIDE + 4]).isEqualTo((byte) 1);
      var byGeometry = folder.resolve("again.nii");
      NiftiWriter.write(mask, byGeometry);
      assertThat(Arrays.copyOfRange(Files.readAllBytes(byGeometry), 280, 328))
          .isEqualTo(Arrays.copyOfRange(bytes, 280, 328));
    }

    @Test
    void a_mask_of_another_size_is_not_taken() throws IOException {
      var source = Files.write(folder.resolve("ct.nii"), plain().bytes());
      var other =
          LabelRaster.empty(
              CanonicalOrderTest.geometry(
                  new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)));
      assertThatThrownBy(() -> NiftiWriter.write(other, source, folder.resolve("m.nii")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
