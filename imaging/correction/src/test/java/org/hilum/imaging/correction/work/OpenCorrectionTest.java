package org.hilum.imaging.correction.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.DrawnReading;
import org.hilum.imaging.correction.StepKind;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.correction.outline.KnownLesions;
import org.hilum.imaging.correction.outline.OutlineChange;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.RepeatedQuantifier;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.KeptReadingResult.Opened;
import org.hilum.imaging.reporting.ReadingFindings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenCorrectionTest {

  private static final CorrectionLimits LIMITS =
      new CorrectionLimits(200, 10_000, 200_000_000, Duration.ofMinutes(1), 20, 60);

  @TempDir Path folder;

  @Test
  void any_steps_give_what_a_new_measurement_gives_and_are_undone_to_the_voxel() throws Exception {
    var reading = DrawnReading.small("any", folder);
    for (long seed = 1; seed <= 3; seed++) {
      var random = new Random(seed);
      var open = opened(reading);
      var start = open.findings(Optional.empty()).measurements();
      var done = new ArrayList<OutlineChange>();
      for (int n = 1; n <= 25; n++) {
        int revision = n;
        var change = step(open, random, reading.findings);
        if (change.isPresent()) {
          open.step(n, change.get(), naming(revision));
          done.add(OutlineChange.of(change.get().bytes()));
          assertSame(open.findings(Optional.empty()).measurements(), anew(open), "step " + n);
          assertThat(open.lesions().uids())
              .doesNotHaveDuplicates()
              .hasSameSizeAs(open.findings(Optional.empty()).measurements().lesions());
        }
      }
      assertThat(done).hasSizeGreaterThan(8);
      var back = done.reversed().stream().map(OutlineChange::inverse).toList();
      open.restore(99, back, open.network(), naming(99));
      assertSame(open.findings(Optional.empty()).measurements(), start, "undone");
    }
  }

  private static void assertSame(ChestMeasurements one, ChestMeasurements other, String when) {
    assertThat(one)
        .as(when)
        .usingRecursiveComparison()
        .ignoringFields("lesionLabels")
        .isEqualTo(other);
    assertThat(Arrays.deepEquals(one.lesionLabels(), other.lesionLabels())).as(when).isTrue();
  }

  private static OpenCorrection opened(DrawnReading reading) throws Exception {
    return new OpenCorrection(
        (Opened)
            KeptReading.open(
                reading.images(reading.key),
                reading.key.studyInstanceUid(),
                path -> reading.current(reading.key).orElseThrow().file(path)));
  }

  private static KnownLesions.Naming naming(int revision) {
    return number -> Uid.derived("test", Integer.toString(revision), Integer.toString(number));
  }

  private static ChestMeasurements anew(OpenCorrection open) {
    var findings = open.findings(Optional.empty());
    return new RepeatedQuantifier(findings.volume(), open.masksNow(), findings.deviations())
        .measure(open.parts());
  }

  private static Optional<OutlineChange> step(
      OpenCorrection open, Random random, ReadingFindings findings) {
    var kinds = StepKind.values();
    var geometry = findings.volume().geometry();
    int lesions = open.lesions().uids().size();
    var runs = new long[2 * (4 + random.nextInt(30))];
    int k = geometry.slices() / 4 + random.nextInt(geometry.slices() / 2);
    int j = geometry.rows() / 4 + random.nextInt(geometry.rows() / 2);
    int i = geometry.columns() / 4 + random.nextInt(geometry.columns() / 2);
    for (int run = 0; run < runs.length; run += 2) {
      runs[run] =
          (long) (k + run % 3) * geometry.sliceSize() + (j + run / 6) * geometry.columns() + i;
      runs[run + 1] = 1L + random.nextInt(12);
    }
    var named = new ArrayList<String>();
    if (lesions > 0) {
      named.add(Integer.toString(1 + random.nextInt(lesions)));
      named.add(Integer.toString(1 + random.nextInt(lesions)));
    }
    var kind = kinds[random.nextInt(kinds.length)];
    var request =
        new StepRequest(
            0,
            kind,
            OptionalInt.of(1 + random.nextInt(3)),
            runs,
            kind == StepKind.SPLIT && !named.isEmpty() ? List.of(named.getFirst()) : named,
            StepRequest.Bounds.OF_MARK);
    try {
      return Optional.of(open.make(request, LIMITS).change());
    } catch (CorrectionRefusal refused) {
      return Optional.empty();
    }
  }
}
