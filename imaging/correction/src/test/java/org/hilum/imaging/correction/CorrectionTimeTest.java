package org.hilum.imaging.correction;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How long a step takes on 300 slices of 512 x 512: {@code -Dhilum.time=true}. */
@EnabledIfSystemProperty(named = "hilum.time", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionTimeTest {

  private static final double NANOS_PER_MS = 1e6;

  @TempDir Path folder;

  @Test
  void a_step_on_a_large_case() throws Exception {
    var grid = ScanGrid.axial(512, 512, 300, 0.75, 1.1).about(new PatientPoint(0, 8, -44));
    var reading = new DrawnReading("time", folder, grid, ScanProtocol.standard(1.1));
    try (var corrections =
        Corrections.in(
            ScratchDatabase.with(Corrections.TABLES),
            reading,
            new Corrections.Settings(
                CorrectionLimits.usual(),
                Language.ENGLISH,
                folder.resolve("work"),
                DrawnReading.SOFTWARE),
            Clock.systemUTC())) {
      measure(corrections, reading);
    }
  }

  private static void measure(Corrections corrections, DrawnReading reading) throws Exception {
    var lungs = reading.findings.segmentation().lungs();
    int slice = lungs.geometry().sliceSize();
    int voxel = 0;
    while (lungs.labels()[150][voxel] == 0) {
      voxel++;
    }
    long start = 150L * slice + voxel + 20L * lungs.geometry().columns();
    long began = System.nanoTime();
    var state = corrections.state(reading.key);
    System.out.printf(Locale.ROOT, "state %.0f ms%n", (System.nanoTime() - began) / NANOS_PER_MS);
    var times = new double[24];
    for (int n = 0; n < times.length; n++) {
      var runs = new long[60];
      for (int run = 0; run < runs.length; run += 2) {
        runs[run] = start + (long) (run / 2 + n) * lungs.geometry().columns();
        runs[run + 1] = 30;
      }
      var kind = n % 3 == 2 ? StepKind.ERASE : StepKind.PAINT;
      long before = System.nanoTime();
      state =
          corrections.step(
              reading.key,
              new StepRequest(
                  state.revision(),
                  kind,
                  OptionalInt.of(1 + n % 2),
                  runs,
                  List.of(),
                  StepRequest.Bounds.OF_MARK),
              "acc-1");
      times[n] = (System.nanoTime() - before) / NANOS_PER_MS;
    }
    System.out.printf(Locale.ROOT, "first step, with loading: %.0f ms%n", times[0]);
    var rest = Arrays.stream(times).skip(1).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "steps: median %.0f ms, slowest %.0f ms; %d lesions, opacity voxels %d%n",
        rest[rest.length / 2],
        rest[rest.length - 1],
        reading.findings.measurements().lesions().size(),
        reading.findings.segmentation().opacity().count(1)
            + reading.findings.segmentation().opacity().count(2));
    long undo = System.nanoTime();
    state = corrections.undo(reading.key, state.revision(), "acc-1");
    System.out.printf(Locale.ROOT, "undo %.0f ms%n", (System.nanoTime() - undo) / NANOS_PER_MS);
    state = corrections.step(reading.key, half(reading, state.revision()), "acc-1");
    var ill = new double[9];
    for (int n = 0; n < ill.length; n++) {
      var runs = new long[] {150L * slice + (240L + n) * lungs.geometry().columns(), 512};
      long before = System.nanoTime();
      state =
          corrections.step(
              reading.key,
              new StepRequest(
                  state.revision(),
                  StepKind.ERASE,
                  OptionalInt.empty(),
                  runs,
                  List.of(),
                  StepRequest.Bounds.OF_MARK),
              "acc-1");
      ill[n] = (System.nanoTime() - before) / NANOS_PER_MS;
    }
    Arrays.sort(ill);
    System.out.printf(
        Locale.ROOT,
        "half of the lungs opaque: median %.0f ms, slowest %.0f ms%n",
        ill[ill.length / 2],
        ill[ill.length - 1]);
    long apply = System.nanoTime();
    corrections.apply(reading.key, state.revision(), "acc-1");
    System.out.printf(Locale.ROOT, "apply %.0f ms%n", (System.nanoTime() - apply) / NANOS_PER_MS);
  }

  /** Paints all lung of every second ten slices, row by row. */
  private static StepRequest half(DrawnReading reading, int revision) {
    var lungs = reading.findings.segmentation().lungs();
    int columns = lungs.geometry().columns();
    var runs = new ArrayList<Long>();
    for (int k = 0; k < lungs.geometry().slices(); k++) {
      for (int j = 0; j < lungs.geometry().rows() && k % 20 >= 10; j++) {
        int first = 0;
        while (first < columns && lungs.labels()[k][j * columns + first] == 0) {
          first++;
        }
        if (first < columns) {
          runs.add((long) k * lungs.geometry().sliceSize() + (long) j * columns + first);
          runs.add((long) columns - first);
        }
      }
    }
    return new StepRequest(
        revision,
        StepKind.PAINT,
        OptionalInt.of(1),
        runs.stream().mapToLong(Long::longValue).toArray(),
        List.of(),
        StepRequest.Bounds.OF_MARK);
  }
}
