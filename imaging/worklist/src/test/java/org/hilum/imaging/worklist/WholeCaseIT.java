package org.hilum.imaging.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.RepeatedQuantifier;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reading.KeptReadingResult;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole cases with the real network, archive and database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeCaseIT {

  @TempDir Path folder;

  @Test
  void a_chest_is_read_read_again_with_a_late_image_and_compared_with_a_prior_that_comes_after()
      throws IOException {
    try (var chests = new Chests()) {
      var room = new WorklistRoom(folder).working(chests.tools());
      var scan = room.scan("A", LocalDate.of(2020, 2, 20));
      var files = room.chest(scan, 1);

      var key = room.arrive(scan, files.subList(0, files.size() - 1));
      room.jobs.work();
      var first = room.entry(key);
      assertThat(first.state()).as("reasons: %s", first.reasons()).isEqualTo(CaseState.READ);
      assertThat(first.version()).isEqualTo(1);
      assertThat(first.reasons()).noneMatch(reason -> reason.code().startsWith("LST"));
      assertThat(first.summary().orElseThrow().opacityPercent().orElseThrow()).isBetween(2.0, 12.0);
      assertThat(first.summary().orElseThrow().lesionCount()).isPresent();
      assertThat(first.comparison()).isEmpty();
      assertThat(modalities(room, key)).contains("CT", "SEG", "SR", "DOC", "OT");
      var firstResult = room.worklist.results(key).getFirst();
      assertThat(firstResult.files())
          .extracting(ResultFile::path)
          .contains("reading.json", "report.pdf", "overlay/coronal.png", "masks/lungs.nii.gz")
          .noneMatch(path -> path.endsWith(".dcm"));
      assertThat(firstResult.files())
          .allSatisfy(file -> assertThat(Files.size(file.file())).isEqualTo(file.bytes()));

      // Its own objects are told complete like any others, and are no reason to read again.
      room.complete(key, false);
      room.jobs.begun.clear();
      room.send(room.institution, files.subList(files.size() - 1, files.size()));
      room.complete(key, true);
      assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
      room.jobs.work();
      var second = room.entry(key);
      assertThat(second.state()).isEqualTo(CaseState.READ);
      assertThat(second.version()).isEqualTo(2);
      assertThat(second.reasons()).anyMatch(reason -> reason.code().equals("LST-001"));
      assertThat(room.worklist.results(key))
          .extracting(StudyResult::version, StudyResult::isCurrent)
          .containsExactly(tuple(2, true), tuple(1, false));
      assertThat(room.archive.takenOut).containsExactlyInAnyOrderElementsOf(firstResult.objects());

      var before = room.scan("A", LocalDate.of(2020, 2, 12));
      var prior = room.arrive(before, room.chest(before, 0));
      room.jobs.work();
      assertThat(room.entry(prior).state()).isEqualTo(CaseState.READ);
      assertThat(room.entry(prior).comparison()).isEmpty();
      assertThat(room.entry(key).comparison()).as("verdict").contains("WORSE");
      assertThat(room.entry(key).urgency().level()).isEqualTo(UrgencyLevel.URGENT);
      assertThat(room.worklist.results(key).getFirst())
          .satisfies(
              result -> {
                assertThat(result.kind()).isEqualTo(Kind.COMPARISON);
                assertThat(result.files())
                    .extracting(ResultFile::path)
                    .contains("comparison.json", "comparison.pdf")
                    .noneMatch(path -> path.startsWith("readings"));
              });
      assertThat(modalities(room, key)).contains("REG");
      corrected_and_back(room, chests.tools(), key);
      try (var left = Files.list(folder.resolve("work"))) {
        assertThat(left).isEmpty();
      }

      room.worklist.delete(key, "acc-1", "test");
      assertThat(room.worklist.entry(key, Optional.empty())).isEmpty();
      assertThat(room.worklist.results(key)).isEmpty();
    }
  }

  /** The last date without its largest lesion, put in force and taken back. */
  private void corrected_and_back(WorklistRoom room, ReadingTools tools, CaseKey key)
      throws IOException {
    var reading = current(room, key, Kind.READING);
    var compared = json(current(room, key, Kind.COMPARISON), "comparison.json");
    assertThat(compared.at("/dates/1").has("correction")).isFalse();
    var corrected =
        new CorrectedReadings(room.ground(tools), WorklistSettings.usual(folder.resolve("work")));
    var network = opened(room, key, corrected);

    var written = folder.resolve("corrected");
    Files.createDirectories(written);
    KeptReading.write(without_opacity_in_one_lung(network), Language.ENGLISH, written);
    var kept = corrected.keep(key, 1, written).orElseThrow();
    assertThat(room.entry(key).comparison()).as("until it is compared again").contains("WORSE");
    room.jobs.work();
    var again = json(current(room, key, Kind.COMPARISON), "comparison.json");
    assertThat(again.at("/dates/1/correction/by").asText()).isEqualTo("acc-7");
    assertThat(again.at("/dates/0").has("correction")).isFalse();
    assertThat(again.at("/remarks").toString()).contains("REP-023", "acc-7", "2020-02-20");
    assertThat(again.at("/dates/1/opacityMl").asDouble())
        .isLessThan(compared.at("/dates/1/opacityMl").asDouble())
        .isEqualTo(json(kept, "reading.json").at("/regions/0/opacityMl").asDouble());
    assertThat(again.at("/dates/0/opacityMl").asDouble())
        .isCloseTo(compared.at("/dates/0/opacityMl").asDouble(), within(1e-6));
    assertThat(room.worklist.results(key))
        .filteredOn(result -> result.kind() == Kind.COMPARISON)
        .extracting(StudyResult::isCurrent)
        .containsExactly(true, false);

    var back = folder.resolve("back");
    Files.createDirectories(back);
    KeptReading.write(network, Language.ENGLISH, back);
    assertThat(corrected.bringBack(key, reading.id(), back)).isPresent();
    assertThat(waiting(room)).as("compared again").isEqualTo(1);
    assertThat(current(room, key, Kind.READING).id()).isEqualTo(reading.id());
    assertThat(room.entry(key).version()).isEqualTo(reading.version());
    assertThat(room.entry(key).reasons()).noneMatch(reason -> reason.code().equals("LST-018"));
    assertThat(current(room, key, Kind.READING).objects())
        .containsExactlyInAnyOrderElementsOf(reading.objects());
    var series =
        room.archive.study(key.institution(), key.studyInstanceUid()).orElseThrow().series();
    assertThat(series)
        .extracting(each -> each.seriesInstanceUid().value())
        .containsAll(reading.objects())
        .doesNotContainAnyElementsOf(kept.objects());
  }

  private static long waiting(WorklistRoom room) {
    var comparing =
        new JobFilter(Set.of(CaseFlow.COMPARE_STUDY), Set.of(), Set.of(JobState.WAITING), 9);
    return room.jobs.jobs(comparing).size();
  }

  private static StudyResult current(WorklistRoom room, CaseKey key, Kind kind) {
    return room.worklist.results(key).stream()
        .filter(result -> result.kind() == kind && result.isCurrent())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Path> file(StudyResult result, String path) {
    return result.files().stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .map(ResultFile::file);
  }

  private static JsonNode json(StudyResult result, String path) throws IOException {
    return new ObjectMapper().readTree(file(result, path).orElseThrow().toFile());
  }

  private static ReadingFindings opened(WorklistRoom room, CaseKey key, CorrectedReadings corrected)
      throws IOException {
    var reading = current(room, key, Kind.READING);
    return ((KeptReadingResult.Opened)
            KeptReading.open(
                corrected.images(key), key.studyInstanceUid(), path -> file(reading, path)))
        .findings();
  }

  private static ReadingFindings without_opacity_in_one_lung(ReadingFindings network) {
    var found = network.segmentation();
    var geometry = network.volume().geometry();
    var opacity = LabelRaster.empty(geometry);
    var levels = LabelRaster.empty(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int at = 0; at < geometry.sliceSize(); at++) {
        if (found.lungs().labels()[k][at] == 1) {
          opacity.labels()[k][at] = found.opacity().labels()[k][at];
          levels.labels()[k][at] = found.uncertainty().orElseThrow().levels().labels()[k][at];
        }
      }
    }
    var masks =
        new ChestSegmentation(
            found.lungs(),
            opacity,
            found.lobes(),
            Optional.empty(),
            found.networks(),
            found.remarks(),
            found.uncertainty().map(said -> new OpacityUncertainty(levels, said.interval())),
            found.fissures());
    var measured =
        new RepeatedQuantifier(network.volume(), masks, network.deviations())
            .measure(Optional.empty());
    var uids =
        measured.lesions().stream()
            .map(lesion -> Uid.derived("corrected", Integer.toString(lesion.number())))
            .toList();
    return new ReadingFindings(
        network.studyName(),
        network.volume(),
        network.source(),
        masks,
        measured,
        network.deviations(),
        network.notChosen(),
        network.readAt(),
        network.software(),
        Optional.of(
            new HandCorrection("acc-7", network.readAt(), 1, 2, "test", uids, Optional.empty())));
  }

  private static Iterable<String> modalities(WorklistRoom room, CaseKey key) {
    return room.archive.study(key.institution(), key.studyInstanceUid()).orElseThrow().modalities();
  }
}
