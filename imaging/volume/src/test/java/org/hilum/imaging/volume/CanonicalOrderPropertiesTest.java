package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CanonicalOrderPropertiesTest {

  @Property(tries = 300, seed = "20200220")
  void any_turn_of_the_patient_goes_there_and_back_exactly(
      @ForAll @DoubleRange(min = -180, max = 180) double yaw,
      @ForAll @DoubleRange(min = -180, max = 180) double pitch,
      @ForAll @DoubleRange(min = -180, max = 180) double roll,
      @ForAll @IntRange(min = 0, max = 1) int mirrored,
      @ForAll long seed) {
    var source =
        turned(Math.toRadians(yaw), Math.toRadians(pitch), Math.toRadians(roll), mirrored == 1);
    var order = CanonicalOrder.of(source);
    var hu = CanonicalOrderTest.noise(source, seed);
    assertThat(order.fromCanonical(order.toCanonical(hu))).isDeepEqualTo(hu);
    var canonical = order.geometry();
    assertThat(canonical.iDirection().x()).isNotNegative();
    assertThat(canonical.jDirection().y()).isNotNegative();
    assertThat(canonical.kDirection().z()).isNotNegative();
    assertThat(canonical.voxelMl()).isEqualTo(source.voxelMl(), within(1e-12));
    var there = canonical.point(2, 1, 0);
    var back =
        source.point(source.index(there).k(), source.index(there).j(), source.index(there).i());
    assertThat(back.minus(there).length()).isLessThan(1e-9);
  }

  private static VolumeGeometry turned(double yaw, double pitch, double roll, boolean mirrored) {
    double cy = Math.cos(yaw);
    double sy = Math.sin(yaw);
    double cp = Math.cos(pitch);
    double sp = Math.sin(pitch);
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    var i = new Vector3(cy * cp, sy * cp, -sp);
    var j = new Vector3(cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr);
    return CanonicalOrderTest.geometry(i, j, i.cross(j).scaled(mirrored ? -1 : 1));
  }
}
