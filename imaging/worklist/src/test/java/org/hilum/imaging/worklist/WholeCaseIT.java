package org.hilum.imaging.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
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
      try (var left = Files.list(folder.resolve("work"))) {
        assertThat(left).isEmpty();
      }

      room.worklist.delete(key, "acc-1", "test");
      assertThat(room.worklist.entry(key, Optional.empty())).isEmpty();
      assertThat(room.worklist.results(key)).isEmpty();
    }
  }

  private static Iterable<String> modalities(WorklistRoom room, CaseKey key) {
    return room.archive.study(key.institution(), key.studyInstanceUid()).orElseThrow().modalities();
  }
}
