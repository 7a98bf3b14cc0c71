package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hilum.epidemic.surveillance.VintageReading.Read;
import org.hilum.epidemic.surveillance.VintageReading.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VintageStoreTest {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 8);

  @TempDir Path root;

  private VintageStore store = new VintageStore(Path.of("unset"));

  @BeforeEach
  void open() {
    store = new VintageStore(root.resolve("vintages"));
  }

  private static Vintage vintage(LocalDate asOf, double... values) {
    var first = asOf.minusDays(values.length);
    return new Vintage(
        asOf,
        List.of(
            new CaseCounts("Bonaire, \"S\"", Measure.CASES, Rhythm.DAILY, first, values),
            new CaseCounts("湖北", Measure.DEATHS, Rhythm.DAILY, first, values)),
        Map.of("湖北", 59_170_000L),
        List.of());
  }

  private Vintage known(LocalDate day) {
    return switch (store.asKnownOn("dxy", day).orElseThrow()) {
      case Read read -> read.vintage();
      case Refused refused -> throw new AssertionError(refused.reasons());
    };
  }

  @Test
  void gives_back_what_was_kept() {
    var kept = vintage(MONDAY, 5, Double.NaN, -2, 0.1, 7);

    store.keep("dxy", kept);

    assertThat(known(MONDAY)).isEqualTo(kept);
    assertThat(store.sources()).containsExactly("dxy");
  }

  @Test
  void knows_on_a_day_what_the_newest_vintage_before_knew() {
    store.keep("dxy", vintage(MONDAY, 5, 6));
    store.keep("dxy", vintage(MONDAY.plusDays(7), 7, 8));

    assertThat(store.asKnownOn("dxy", MONDAY.minusDays(1))).isEmpty();
    assertThat(known(MONDAY.plusDays(6)).asOf()).isEqualTo(MONDAY);
    assertThat(known(MONDAY.plusDays(70)).asOf()).isEqualTo(MONDAY.plusDays(7));
    assertThat(store.upTo("dxy", MONDAY.plusDays(6), 9)).hasSize(1);
    assertThat(store.asKnownOn("elsewhere", MONDAY)).isEmpty();
  }

  @Test
  void never_writes_over_a_day_but_numbers_its_revisions() throws IOException {
    var first = store.keep("dxy", vintage(MONDAY, 5, 6));
    byte[] before = Files.readAllBytes(first.folder().resolve("cases.csv.gz"));

    var again = store.keep("dxy", vintage(MONDAY, 5, 6));
    var second = store.keep("dxy", vintage(MONDAY, 5, 7));

    assertThat(again).isEqualTo(new VintageStore.Kept(first.folder(), 1, false));
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.folder()).hasFileName("2021-03-08.2");
    assertThat(Files.readAllBytes(first.folder().resolve("cases.csv.gz"))).isEqualTo(before);
    assertThat(known(MONDAY).series().getFirst().at(1)).isEqualTo(7);
    assertThat(store.days("dxy")).containsExactly(MONDAY);
  }

  @Test
  void loses_nothing_when_several_keep_at_once() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<VintageStore.Kept>> tasks =
          IntStream.range(0, 12)
              .mapToObj(
                  n ->
                      (Callable<VintageStore.Kept>)
                          () -> store.keep("dxy", vintage(MONDAY, 5, 100 + n)))
              .toList();
      for (var kept : pool.invokeAll(tasks)) {
        assertThat(kept.get().isNew()).isTrue();
      }
    }

    try (var folders = Files.list(root.resolve("vintages/dxy"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .hasSize(12)
          .contains("2021-03-08", "2021-03-08.12")
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void passes_over_what_a_broken_off_writer_left_and_says_what_is_damaged() throws IOException {
    store.keep("dxy", vintage(MONDAY, 5, 6));
    Files.createDirectories(root.resolve("vintages/dxy/.incoming-77"));
    Files.writeString(root.resolve("vintages/dxy/notes.txt"), "x");

    assertThat(store.days("dxy")).containsExactly(MONDAY);

    Files.write(root.resolve("vintages/dxy/2021-03-08/cases.csv.gz"), new byte[] {1, 2, 3});
    assertThat(store.asKnownOn("dxy", MONDAY).orElseThrow()).isInstanceOf(Refused.class);
  }

  @Test
  void refuses_a_source_that_is_a_path_and_a_vintage_of_nothing() {
    assertThatThrownBy(() -> store.keep("../dxy", vintage(MONDAY, 5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.keep("dxy", new Vintage(MONDAY, List.of(), Map.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tells_what_changed_since_the_day_before() {
    store.keep("dxy", vintage(MONDAY, 5, Double.NaN, 9));
    // Three days from one day later: Friday's 5 is out of it, Saturday came, Sunday was revised.
    store.keep(
        "dxy",
        new Vintage(
            MONDAY.plusDays(1),
            List.of(
                new CaseCounts(
                    "湖北",
                    Measure.DEATHS,
                    Rhythm.DAILY,
                    MONDAY.minusDays(3),
                    new double[] {5, 4, 2, 3}),
                new CaseCounts("Yonder", Measure.DEATHS, Rhythm.DAILY, MONDAY, new double[] {1})),
            Map.of(),
            List.of()));

    var report = store.changes("dxy", MONDAY.plusDays(1)).orElseThrow();

    assertThat(report.appeared()).containsExactly("Yonder, death");
    assertThat(report.gone()).containsExactly("Bonaire, \"S\", case");
    assertThat(report.series()).hasSize(1);
    assertThat(report.series().getFirst().sentence())
        .isEqualTo("湖北, death: 2 new, 7; 1 revised by -7 in all, most on 2021-03-07 from 9 to 2.");
    assertThat(store.changes("dxy", MONDAY)).isEmpty();
  }
}
