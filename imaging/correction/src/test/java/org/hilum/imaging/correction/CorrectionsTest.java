package org.hilum.imaging.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.KeptReadingResult;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.NiftiLabelReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionsTest {

  private static final String BY = "acc-1";
  private static int institutions;

  private static DataSource tables;
  private static DrawnReading drawn;

  @TempDir Path folder;
  private DrawnReading reading;
  private Corrections corrections;

  @BeforeAll
  static void draw(@TempDir Path shared) throws IOException {
    tables = ScratchDatabase.with(Corrections.TABLES);
    drawn = DrawnReading.small("drawn", shared);
  }

  @BeforeEach
  void start() throws IOException {
    reading = drawn.of("cor-" + institutions++, folder);
    corrections = started(usual());
  }

  @AfterEach
  void stop() {
    corrections.close();
  }

  private static CorrectionLimits usual() {
    return new CorrectionLimits(200, 10_000, 200_000_000, Duration.ofMinutes(1), 20, 60);
  }

  private Corrections started(CorrectionLimits limits) throws IOException {
    return Corrections.in(
        tables,
        reading,
        new Corrections.Settings(
            limits, Language.CHINESE, folder.resolve("work"), DrawnReading.SOFTWARE),
        Clock.systemUTC());
  }

  private static StepRequest step(
      CorrectionState on, StepKind kind, int label, long[] runs, String... lesions) {
    return new StepRequest(
        on.revision(),
        kind,
        label == 0 ? OptionalInt.empty() : OptionalInt.of(label),
        runs,
        List.of(lesions),
        StepRequest.Bounds.OF_MARK);
  }

  private CorrectionState does(
      CorrectionState on, StepKind kind, int label, long[] runs, String... lesions)
      throws CorrectionRefusal {
    return corrections.step(reading.key, step(on, kind, label, runs, lesions), BY);
  }

  private CorrectionState now() throws CorrectionRefusal {
    return corrections.state(reading.key);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static double percent(CorrectionState state) {
    return json(state.measurements()).at("/regions/0/opacityPercent").asDouble();
  }

  private static List<String> uids(CorrectionState state) {
    var uids = new ArrayList<String>();
    json(state.lesions()).forEach(lesion -> uids.add(lesion.path("trackingUid").asText()));
    return uids;
  }

  /** A cube of clear lung, as runs. */
  private long[] clearLung(int size) {
    var lungs = reading.findings.segmentation().lungs();
    var opacity = reading.findings.segmentation().opacity();
    var geometry = lungs.geometry();
    for (int k = geometry.slices() / 2; k < geometry.slices() - size; k++) {
      for (int j = size; j < geometry.rows() - 2 * size; j++) {
        for (int i = size; i < geometry.columns() - 2 * size; i++) {
          if (isClear(lungs, opacity, k - 1, j - 1, i - 1, size + 2)) {
            return cube(k, j, i, size);
          }
        }
      }
    }
    throw new IllegalStateException("no clear lung");
  }

  private static boolean isClear(
      LabelRaster lungs, LabelRaster opacity, int k, int j, int i, int size) {
    int columns = lungs.geometry().columns();
    int lung = lungs.labels()[k][j * columns + i];
    for (int dk = 0; dk < size; dk++) {
      for (int dj = 0; dj < size; dj++) {
        for (int di = 0; di < size; di++) {
          int at = (j + dj) * columns + i + di;
          if (lung == 0
              || lungs.labels()[k + dk][at] != lung
              || opacity.labels()[k + dk][at] != 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private long[] cube(int k, int j, int i, int size) {
    var geometry = reading.findings.volume().geometry();
    var runs = new long[2 * size * size];
    int at = 0;
    for (int dk = 0; dk < size; dk++) {
      for (int dj = 0; dj < size; dj++) {
        runs[at++] = (long) (k + dk) * geometry.sliceSize() + (j + dj) * geometry.columns() + i;
        runs[at++] = size;
      }
    }
    return runs;
  }

  @Test
  void measuring_what_was_kept_gives_exactly_the_numbers_of_the_reading() throws Exception {
    var opened =
        (KeptReadingResult.Opened)
            KeptReading.open(
                reading.images(reading.key),
                reading.key.studyInstanceUid(),
                path -> reading.current(reading.key).orElseThrow().file(path));
    var kept = ReadingJson.measured(reading.file("reading.json")).orElseThrow();
    var again = ReadingJson.measured(opened.findings());
    assertThat(json(again.measurements())).isEqualTo(json(kept.measurements()));
    assertThat(json(again.lesions())).isEqualTo(json(kept.lesions()));
    assertThat(opened.findings().measurements())
        .usingRecursiveComparison()
        .isEqualTo(reading.findings.measurements());
    assertThat(now().measurements()).isEqualTo(kept.measurements());
    assertThat(uids(now())).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void painted_lung_is_a_lesion_and_counts() throws Exception {
    var before = now();
    var after = does(before, StepKind.ADD, 2, clearLung(6));
    long lungs =
        reading.findings.segmentation().lungs().count(1)
            + reading.findings.segmentation().lungs().count(2);
    assertThat(percent(after) - percent(before))
        .isCloseTo(100.0 * 216 / lungs, org.assertj.core.api.Assertions.within(2e-4));
    assertThat(uids(after)).containsAll(uids(before)).hasSize(uids(before).size() + 1);
    assertThat(after.revision()).isEqualTo(1);
    assertThat(after.canUndo()).isTrue();
    assertThat(after.canRedo()).isFalse();
    assertThat(after.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.kind()).isEqualTo(StepKind.ADD);
              assertThat(step.by()).isEqualTo(BY);
            });
  }

  @Test
  void everything_done_is_there_after_a_stop_and_goes_on_alike() throws Exception {
    var lesion = uids(now()).getFirst();
    var painted = does(now(), StepKind.PAINT, 1, clearLung(6));
    var deleted = does(painted, StepKind.DELETE_LESION, 0, new long[0], lesion);
    // Without closing it, as a kill leaves it.
    var other = started(usual());
    var seen = other.state(reading.key);
    assertThat(seen).isEqualTo(now()).isEqualTo(deleted);
    var here = corrections.step(reading.key, step(seen, StepKind.ERASE, 0, clearLung(6)), BY);
    var undone = other.undo(reading.key, here.revision(), "acc-2");
    assertThat(undone.measurements()).isEqualTo(deleted.measurements());
    assertThat(undone.lesions()).isEqualTo(deleted.lesions());
    var twice = other.undo(reading.key, undone.revision(), BY);
    assertThat(twice.lesions()).isEqualTo(painted.lesions());
    assertThat(uids(twice)).contains(lesion);
    var again = corrections.redo(reading.key, twice.revision(), BY);
    assertThat(again.lesions()).isEqualTo(deleted.lesions());
    assertThat(again.canRedo()).isTrue();
    var fresh = other.discard(reading.key, again.revision(), BY);
    var kept = ReadingJson.measured(reading.file("reading.json")).orElseThrow();
    assertThat(json(fresh.measurements())).isEqualTo(json(kept.measurements()));
    assertThat(json(fresh.lesions())).isEqualTo(json(kept.lesions()));
    assertThat(fresh.canUndo()).isFalse();
    other.close();
  }

  @Test
  void who_comes_second_is_told_who_was_first() throws Exception {
    var seen = now();
    does(seen, StepKind.PAINT, 1, clearLung(5));
    assertThatThrownBy(() -> does(seen, StepKind.PAINT, 1, clearLung(4)))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(CorrectionReason.CHANGED_MEANWHILE);
              assertThat(refusal.words()).contains(BY, "PAINT", "revision 1");
            });
  }

  @Test
  void of_many_at_once_one_is_done() throws Exception {
    var seen = now();
    var two = started(usual());
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int n = 0; n < 8; n++) {
        var through = n % 2 == 0 ? corrections : two;
        tasks.add(
            () -> {
              try {
                through.step(reading.key, step(seen, StepKind.PAINT, 1, clearLung(5)), BY);
                return true;
              } catch (CorrectionRefusal refused) {
                assertThat(refused.reason()).isEqualTo(CorrectionReason.CHANGED_MEANWHILE);
                return false;
              }
            });
      }
      int done = 0;
      for (var task : threads.invokeAll(tasks)) {
        done += task.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(now().revision()).isEqualTo(1);
    assertThat(two.state(reading.key)).isEqualTo(now());
    two.close();
  }

  @Test
  void a_lesion_is_split_along_a_line_and_its_pieces_put_together_again() throws Exception {
    var painted = does(now(), StepKind.ADD, 1, clearLung(6));
    var added = new ArrayList<>(uids(painted));
    added.removeAll(uids(now0()));
    var uid = added.getFirst();
    var runs = clearLung(6);
    int columns = reading.findings.volume().geometry().columns();
    // Down the middle of its first slice: a column of single voxels.
    var line = new ArrayList<Long>();
    for (int j = 0; j < 6; j++) {
      line.add(runs[0] + (long) j * columns + 3);
      line.add(1L);
    }
    var split =
        does(painted, StepKind.SPLIT, 0, line.stream().mapToLong(Long::longValue).toArray(), uid);
    assertThat(uids(split)).hasSize(uids(painted).size() + 1).contains(uid);
    assertThat(percent(split)).isEqualTo(percent(painted));
    var pieces = new ArrayList<>(uids(split));
    pieces.removeAll(uids(painted));
    assertThat(pieces).hasSize(1);
    assertThat(split.steps().getLast().note()).contains(uid, "2 pieces");

    var other = started(usual());
    var merged =
        other.step(
            reading.key, step(split, StepKind.MERGE, 0, new long[0], uid, pieces.getFirst()), BY);
    assertThat(uids(merged)).isEqualTo(uids(painted));
    assertThat(json(merged.lesions())).isEqualTo(json(painted.lesions()));
    other.close();
    assertThatThrownBy(() -> does(merged, StepKind.SPLIT, 0, new long[] {runs[0], 1}, uid))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(CorrectionReason.NOT_PARTED));
  }

  private CorrectionState now0() throws IOException {
    var kept = ReadingJson.measured(reading.file("reading.json")).orElseThrow();
    return new CorrectionState(
        7,
        1,
        0,
        List.of(),
        false,
        false,
        kept.measurements(),
        kept.lesions(),
        java.util.OptionalLong.empty(),
        false,
        false);
  }

  @Test
  void the_hole_of_a_lesion_is_filled_slice_by_slice() throws Exception {
    var runs = clearLung(6);
    var painted = does(now(), StepKind.ADD, 1, runs);
    var added = new ArrayList<>(uids(painted));
    added.removeAll(uids(now0()));
    int columns = reading.findings.volume().geometry().columns();
    var holed =
        does(
            painted,
            StepKind.ERASE,
            0,
            new long[] {runs[0] + 2L * columns + 2, 2, runs[0] + 3L * columns + 2, 2});
    assertThat(percent(holed)).isLessThan(percent(painted));
    var filled = does(holed, StepKind.FILL, 0, new long[0], added.getFirst());
    assertThat(json(filled.measurements())).isEqualTo(json(painted.measurements()));
    assertThat(filled.steps().getLast().note()).contains("4 voxels");
  }

  @Test
  void a_mark_grows_over_lung_like_it_and_no_farther_than_it_may() throws Exception {
    var runs = clearLung(6);
    var geometry = reading.findings.volume().geometry();
    var grown =
        corrections.step(
            reading.key,
            new StepRequest(
                0,
                StepKind.GROW,
                OptionalInt.of(1),
                new long[] {runs[0], 2},
                List.of(),
                new StepRequest.Bounds(
                    java.util.OptionalDouble.of(-1024),
                    java.util.OptionalDouble.of(-500),
                    java.util.OptionalDouble.of(15))),
            BY);
    double sphereMl = 4 / 3.0 * Math.PI * Math.pow(1.5, 3);
    double addedMl =
        json(grown.measurements()).at("/regions/0/opacityMl").asDouble()
            - json(now0().measurements()).at("/regions/0/opacityMl").asDouble();
    assertThat(addedMl).isPositive().isLessThan(sphereMl * 1.3);
    assertThat(geometry.voxelMl()).isPositive();
    assertThat(grown.steps().getFirst().note()).contains("15 mm");
  }

  @Test
  void another_class_moves_the_volume_and_nothing_else() throws Exception {
    var lesion = uids(now()).getFirst();
    var before = now();
    var after = does(before, StepKind.CHANGE_CLASS, 2, new long[0], lesion);
    assertThat(percent(after)).isEqualTo(percent(before));
    assertThat(uids(after)).isEqualTo(uids(before));
    assertThat(json(after.lesions()).at("/0/kind").asText()).isEqualTo("CONSOLIDATION");
  }

  @Test
  void what_makes_no_sense_is_refused_in_words_and_changes_nothing() throws Exception {
    var seen = now();
    long voxels = reading.findings.volume().geometry().voxelCount();
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.PAINT, 1, new long[0]);
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.PAINT, 1, new long[] {voxels - 1, 2});
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.PAINT, 1, new long[] {0, 0});
    refused(
        seen,
        CorrectionReason.STEP_UNCLEAR,
        StepKind.PAINT,
        1,
        new long[] {4294967295L, 4294967295L});
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.PAINT, 4, clearLung(4));
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.PAINT, 0, clearLung(4));
    refused(seen, CorrectionReason.NO_EFFECT, StepKind.PAINT, 1, new long[] {0, 10});
    refused(seen, CorrectionReason.NO_EFFECT, StepKind.ERASE, 0, clearLung(4));
    refused(seen, CorrectionReason.TOO_LARGE, StepKind.ERASE, 0, new long[20_002]);
    refused(seen, CorrectionReason.NO_SUCH_LESION, StepKind.DELETE_LESION, 0, new long[0], "99");
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.MERGE, 0, new long[0], "1");
    refused(seen, CorrectionReason.STEP_UNCLEAR, StepKind.DELETE_LESION, 0, new long[0]);
    assertThatThrownBy(() -> corrections.undo(reading.key, 0, BY))
        .isInstanceOf(CorrectionRefusal.class);
    assertThatThrownBy(() -> corrections.apply(reading.key, 0, BY))
        .isInstanceOf(CorrectionRefusal.class);
    assertThat(now()).isEqualTo(seen);
  }

  private void refused(
      CorrectionState on,
      CorrectionReason reason,
      StepKind kind,
      int label,
      long[] runs,
      String... lesions) {
    assertThatThrownBy(() -> does(on, kind, label, runs, lesions))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> assertThat(refusal.reason()).as(refusal.words()).isEqualTo(reason));
  }

  @Test
  void the_mask_of_each_revision_lies_on_the_grid_of_the_networks() throws Exception {
    var runs = clearLung(6);
    var painted = does(now(), StepKind.PAINT, 3, runs);
    does(painted, StepKind.ERASE, 0, new long[] {runs[0], 6});
    var network = labels(reading.file("masks/opacity.nii.gz"));
    assertThat(labels(mask(OptionalInt.of(0))).labels()).isDeepEqualTo(network.labels());
    var first = labels(mask(OptionalInt.of(1)));
    assertThat(first.count(3)).isEqualTo(216);
    assertThat(labels(mask(OptionalInt.empty())).count(3)).isEqualTo(210);
    assertThat(first.geometry()).isEqualTo(network.geometry());
    assertThatThrownBy(() -> mask(OptionalInt.of(3))).isInstanceOf(CorrectionRefusal.class);
  }

  private Path mask(OptionalInt revision) throws Exception {
    var file = Files.createTempFile(folder, "mask", ".nii.gz");
    corrections.writeMask(reading.key, revision, file);
    return file;
  }

  private static LabelRaster labels(Path file) throws IOException {
    return ((LabelsRead) NiftiLabelReader.read(file)).labels();
  }

  @Test
  void put_in_force_it_is_a_result_that_says_who_corrected_what() throws Exception {
    var seen = does(now(), StepKind.ADD, 2, clearLung(6));
    var applied = corrections.apply(reading.key, seen.revision(), "acc-2");
    assertThat(applied.isApplied()).isTrue();
    assertThat(applied.applied()).hasValue(8);
    assertThat(applied.result()).isEqualTo(7);
    var written = json(Files.readString(reading.file("reading.json")));
    assertThat(written.at("/correction/by").asText()).isEqualTo("acc-2");
    assertThat(written.at("/correction/steps").asInt()).isEqualTo(1);
    assertThat(written.at("/correction/fromVersion").asInt()).isEqualTo(1);
    assertThat(written.get("regions")).isEqualTo(json(seen.measurements()).get("regions"));
    assertThat(written.get("lesions")).isEqualTo(json(seen.lesions()));
    for (var name : List.of("report.pdf", "dicom/seg.dcm", "dicom/sr.dcm", "masks/lungs.nii.gz")) {
      assertThat(reading.file(name)).isNotEmptyFile();
    }
    assertThat(labels(reading.file("masks/opacity.nii.gz")).labels())
        .isDeepEqualTo(labels(mask(OptionalInt.empty())).labels());
    assertThat(corrections.apply(reading.key, seen.revision(), BY)).isEqualTo(applied);

    // The correction goes on from there, still of the network's reading.
    var more = corrections.undo(reading.key, applied.revision(), BY);
    assertThat(json(more.measurements())).isEqualTo(json(now0of(7).measurements()));
    assertThat(more.isApplied()).isFalse();
    assertThat(more.applied()).hasValue(8);
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  /** Cut apart and joined lesions hang together by what a person said, not by what touches. */
  @Test
  void put_in_force_it_can_be_taken_up_again_with_the_same_lesions_and_numbers() throws Exception {
    var networks = uids(now());
    var first = does(now(), StepKind.ADD, 2, clearLung(6));
    var other = uids(first).stream().filter(uid -> !networks.contains(uid)).toList();
    var seen = does(first, StepKind.MERGE, 0, new long[0], joinable(first, other.getFirst()));
    corrections.apply(reading.key, seen.revision(), "acc-2");
    var opened =
        (KeptReadingResult.Opened)
            KeptReading.open(
                reading.images(reading.key),
                reading.key.studyInstanceUid(),
                path -> reading.current(reading.key).orElseThrow().file(path));
    var again = ReadingJson.measured(opened.findings());
    assertThat(json(again.lesions())).isEqualTo(json(seen.lesions()));
    assertThat(json(again.measurements())).isEqualTo(json(seen.measurements()));
    var by = opened.findings().correction().orElseThrow();
    assertThat(by.by()).isEqualTo("acc-2");
    assertThat(by.steps()).isEqualTo(2);
    assertThat(by.parts()).isPresent();
  }

  /** A lesion and the first other one of the same lung. */
  private static String[] joinable(CorrectionState on, String uid) {
    var lesions = new ArrayList<JsonNode>();
    json(on.lesions()).forEach(lesions::add);
    var chosen =
        lesions.stream()
            .filter(each -> each.path("trackingUid").asText().equals(uid))
            .findFirst()
            .orElseThrow();
    var side = chosen.at("/centreLps/0").asDouble() < 0;
    return lesions.stream()
        .filter(each -> each.at("/centreLps/0").asDouble() < 0 == side && !each.equals(chosen))
        .findFirst()
        .map(each -> new String[] {uid, each.path("trackingUid").asText()})
        .orElseThrow();
  }

  @Test
  void taken_out_of_force_the_networks_reading_counts_and_the_steps_stay() throws Exception {
    assertThatThrownBy(() -> corrections.withdraw(reading.key, 0, BY))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(CorrectionReason.NOT_IN_FORCE));
    var seen = does(now(), StepKind.ADD, 2, clearLung(6));
    corrections.setMayTrain(reading.key, true, BY);
    var applied = corrections.apply(reading.key, seen.revision(), BY);

    var back = corrections.withdraw(reading.key, applied.revision(), "acc-2");
    assertThat(reading.current(reading.key).orElseThrow().id()).isEqualTo(7);
    assertThat(back.applied()).isEmpty();
    assertThat(back.isApplied()).isFalse();
    assertThat(back.steps()).isEqualTo(seen.steps());
    assertThat(back.measurements()).isEqualTo(seen.measurements());
    assertThat(corrections.training().has(reading.key.institution()::equals)).isFalse();
    // What goes back into the archive is what the network's reading had put there.
    var written = json(Files.readString(folder.resolve("again/reading.json")));
    assertThat(written.has("correction")).isFalse();
    assertThat(written.get("lesions")).isEqualTo(json(now0of(7).lesions()));

    var once = corrections.apply(reading.key, back.revision(), BY);
    assertThat(once.applied()).as("another result").hasValue(9);
    assertThat(reading.result(reading.key, 8)).as("the first one is kept").isPresent();
    assertThat(corrections.training().has(reading.key.institution()::equals)).isTrue();
  }

  private CorrectionState now0of(long id) throws IOException {
    var file = reading.result(reading.key, id).orElseThrow().file("reading.json").orElseThrow();
    var kept = ReadingJson.measured(file).orElseThrow();
    return new CorrectionState(
        7,
        1,
        0,
        List.of(),
        false,
        false,
        kept.measurements(),
        kept.lesions(),
        java.util.OptionalLong.empty(),
        false,
        false);
  }

  @Test
  void is_not_put_in_force_while_the_study_is_read_once_more() throws Exception {
    var seen = does(now(), StepKind.ADD, 2, clearLung(6));
    reading.isReadOnceMore = true;
    assertThatThrownBy(() -> corrections.apply(reading.key, seen.revision(), BY))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(CorrectionReason.READING_REPLACED));
    assertThat(now()).isEqualTo(seen);
  }

  @Test
  void only_cases_with_consent_that_are_in_force_are_handed_out_and_say_nobodys_name()
      throws Exception {
    var mine = reading.key.institution();
    var seen = does(now(), StepKind.ADD, 2, clearLung(6));
    assertThat(corrections.training().has(mine::equals)).isFalse();
    corrections.setMayTrain(reading.key, true, BY);
    assertThat(now().mayTrain()).isTrue();
    assertThat(corrections.training().has(mine::equals)).as("not in force").isFalse();
    corrections.apply(reading.key, seen.revision(), BY);
    assertThat(corrections.training().has("other"::equals)).isFalse();
    var out = new ByteArrayOutputStream();
    var told = new ArrayList<Object>();
    corrections.training().write(mine::equals, out, told::add);
    assertThat(told).containsExactly(reading.key);
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        var bytes = zip.readAllBytes();
        assertThat(bytes).isNotEmpty();
        if (entry.getName().endsWith(".json")) {
          var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
          assertThat(text)
              .contains("drawn", "\"kind\" : \"ADD\"")
              .doesNotContain(BY, reading.key.studyInstanceUid().value(), mine, "2020");
        }
      }
    }
    assertThat(names)
        .containsExactly(
            "case-0001/ct.nii.gz",
            "case-0001/network.nii.gz",
            "case-0001/corrected.nii.gz",
            "case-0001/provenance.json");
    corrections.setMayTrain(reading.key, false, BY);
    assertThat(corrections.training().has(mine::equals)).isFalse();
  }

  @Test
  void a_deleted_study_takes_its_corrections_along() throws Exception {
    does(now(), StepKind.ADD, 2, clearLung(6));
    corrections.forget(reading.key);
    assertThat(now().revision()).isZero();
  }

  @Test
  void a_correction_has_so_many_entries_and_no_more() throws Exception {
    corrections.close();
    corrections = started(new CorrectionLimits(2, 10_000, 1, Duration.ZERO, 20, 60));
    var one = does(now(), StepKind.ADD, 2, clearLung(6));
    var two = corrections.undo(reading.key, one.revision(), BY);
    assertThatThrownBy(() -> corrections.redo(reading.key, two.revision(), BY))
        .isInstanceOfSatisfying(
            CorrectionRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(CorrectionReason.TOO_LARGE));
  }
}
