package org.hilum.benchmarks.alignment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.AlignmentResult;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.LungAlignment;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * What is said of pairs that must not be aligned (two patients, a chest upside down) and of one
 * that can be (its upper half only).
 *
 * <p>{@code <chest folder>...}: chests with lungs drawn on every slice.
 */
public final class WrongPairs {

  private WrongPairs() {}

  /** See the class. */
  public static void main(String[] folders) throws IOException {
    var readings = new ArrayList<DatedReading>();
    for (var folder : folders) {
      var path = Path.of(folder);
      readings.add(
          BreathPair.reading(
              path.getFileName().toString(),
              RealChest.volume(path),
              RealChest.drawn(path).orElseThrow()));
    }
    for (int n = 0; n < readings.size(); n++) {
      var one = readings.get(n);
      say(one.key() + " and itself upside down", one, upsideDown(one));
      say(one.key() + " and its upper half", one, upperHalf(one));
      for (var other : readings.subList(n + 1, readings.size())) {
        say(one.key() + " and " + other.key(), one, other);
      }
    }
  }

  private static void say(String what, DatedReading prior, DatedReading current) {
    var said =
        switch (new LungAlignment().align(prior, current, done -> {})) {
          case AlignmentResult.Aligned aligned -> "aligned";
          case AlignmentResult.NotAligned(var reasons, var attempt) -> "not aligned: " + reasons;
        };
    System.out.println(what + ": " + said);
  }

  /** The slices in opposite order, the places as before. */
  private static DatedReading upsideDown(DatedReading reading) {
    var geometry = reading.volume().geometry();
    return part(reading, geometry, 0, geometry.slices(), true);
  }

  private static DatedReading upperHalf(DatedReading reading) {
    var geometry = reading.volume().geometry();
    int[] with = new int[2];
    with[0] = geometry.slices();
    var lungs = reading.segmentation().lungs().labels();
    for (int k = 0; k < geometry.slices(); k++) {
      for (byte label : lungs[k]) {
        if (label != 0) {
          with[0] = Math.min(with[0], k);
          with[1] = k;
        }
      }
    }
    int middle = (with[0] + with[1]) / 2;
    boolean headLast = geometry.kDirection().z() > 0;
    return headLast
        ? part(reading, geometry, middle, geometry.slices(), false)
        : part(reading, geometry, 0, middle, false);
  }

  private static DatedReading part(
      DatedReading reading, VolumeGeometry whole, int from, int to, boolean reversed) {
    var geometry =
        new VolumeGeometry(
            whole.point(from, 0, 0),
            whole.iDirection(),
            whole.jDirection(),
            whole.kDirection(),
            whole.iSpacingMm(),
            whole.jSpacingMm(),
            whole.kSpacingMm(),
            whole.columns(),
            whole.rows(),
            to - from);
    var hu = Arrays.copyOfRange(reading.volume().hu(), from, to);
    var lungs = Arrays.copyOfRange(reading.segmentation().lungs().labels(), from, to);
    var opacity = Arrays.copyOfRange(reading.segmentation().opacity().labels(), from, to);
    if (reversed) {
      List.of(hu, lungs, opacity)
          .forEach(slices -> java.util.Collections.reverse(Arrays.asList(slices)));
    }
    return new DatedReading(
        reading.key(),
        reading.patient(),
        reading.date(),
        reading.acquisition(),
        new CtVolume(geometry, hu, true),
        new ChestSegmentation(
            new LabelRaster(geometry, lungs),
            new LabelRaster(geometry, opacity),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()),
        reading.measurements());
  }
}
