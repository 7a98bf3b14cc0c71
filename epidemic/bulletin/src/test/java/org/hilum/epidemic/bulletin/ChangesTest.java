package org.hilum.epidemic.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hilum.epidemic.bulletin.Changes.Revised;
import org.hilum.epidemic.bulletin.Changes.TargetChange;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

  private static final LocalDate TODAY = Drawn.DAY;
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final ExecutorService POOL = Executors.newFixedThreadPool(1);

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    POOL.close();
  }

  /** A hundred a day or so to a day, with one earlier count raised. */
  private static Vintage counts(LocalDate to, double raised) {
    var values = new double[100];
    var first = TODAY.minusDays(99);
    int days = (int) (to.toEpochDay() - first.toEpochDay()) + 1;
    for (int day = 0; day < days; day++) {
      values[day] = 100 + day;
    }
    values[96] += raised;
    var series = new CaseCounts("Italy", Measure.CASES, Rhythm.DAILY, first, values).until(to);
    return new Vintage(to, List.of(series), Map.of(), List.of());
  }

  private static List<HubForecast> made(Vintage vintage) throws InterruptedException {
    return new Forecaster()
        .forecast(vintage, vintage.asOf(), POOL).forecasts().stream()
            .map(each -> new HubForecast(vintage.asOf(), each))
            .toList();
  }

  private static Optional<Changes> find(
      Vintage today, List<HubForecast> kept, Optional<Vintage> earlier)
      throws InterruptedException {
    var now = made(today).stream().map(HubForecast::forecast).toList();
    return new ChangeFinder(new Forecaster(), POOL).find(today, TODAY, now, kept, earlier);
  }

  @Test
  void same_targets_are_compared_and_counts_taken_back_are_told_from_new_ones() throws Exception {
    var before = counts(YESTERDAY, 0);
    var changes = find(counts(TODAY, 150), made(before), Optional.of(before)).orElseThrow();
    assertThat(changes.since()).isEqualTo(YESTERDAY);
    assertThat(changes.revised()).containsExactly(new Revised("Italy", Measure.CASES, 1, 150));
    assertThat(changes.targets())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.now().targetEnd()).isEqualTo(one.then().targetEnd());
              assertThat(one.now().span()).isEqualTo(one.then().span());
              assertThat(one.fromRevised().orElseThrow() + one.fromNew().orElseThrow())
                  .isCloseTo(one.difference(), within(1e-9));
            });
    assertThat(changes.targets()).anyMatch(one -> Math.abs(one.fromRevised().orElse(0.0)) > 1);
  }

  @Test
  void without_revision_all_comes_from_new_counts() throws Exception {
    var before = counts(YESTERDAY, 0);
    var changes = find(counts(TODAY, 0), made(before), Optional.of(before)).orElseThrow();
    assertThat(changes.revised()).isEmpty();
    assertThat(changes.targets()).allMatch(one -> one.fromRevised().orElseThrow() == 0);
  }

  @Test
  void no_part_is_told_without_the_counts_of_then_or_when_they_no_longer_give_its_forecast()
      throws Exception {
    var before = counts(YESTERDAY, 0);
    var kept = made(before);
    var today = counts(TODAY, 150);
    var another = Optional.of(counts(YESTERDAY.minusDays(1), 0));
    for (var earlier : List.of(Optional.<Vintage>empty(), another)) {
      var changes = find(today, kept, earlier).orElseThrow();
      assertThat(changes.targets()).isNotEmpty().allMatch(one -> one.fromRevised().isEmpty());
    }
    var doubled =
        new Vintage(
            YESTERDAY,
            before.series().stream()
                .map(
                    one ->
                        one.withValues(
                            java.util.Arrays.stream(one.values()).map(each -> 2 * each).toArray()))
                .toList(),
            Map.of(),
            List.of());
    assertThat(find(today, kept, Optional.of(doubled)).orElseThrow().targets())
        .allMatch(one -> one.fromRevised().isEmpty());
  }

  @Test
  void nothing_is_said_when_nothing_earlier_is_kept_or_only_of_other_targets() throws Exception {
    var today = counts(TODAY, 0);
    assertThat(find(today, List.of(), Optional.empty())).isEmpty();
    assertThat(find(today, made(today), Optional.empty())).isEmpty();
    var old = new HubForecast(YESTERDAY, Drawn.week("Italy", Measure.CASES, -9, 1, 1));
    assertThat(find(today, List.of(old), Optional.empty())).isEmpty();
    for (var language : Language.values()) {
      assertThat(BulletinPage.of(Drawn.bulletin("Italy"), language, Addresses.NONE))
          .doesNotContain("id=\"changes\"");
    }
  }

  @Test
  void counts_of_the_newest_earlier_day_are_found_beside_its_forecasts() throws Exception {
    var before = counts(YESTERDAY, 0);
    HubFile.write(
        folder.resolve(YESTERDAY + ".csv"),
        YESTERDAY,
        made(before).stream().map(HubForecast::forecast).toList());
    var kept = KeptForecasts.in(folder);
    assertThat(kept.newestBefore(TODAY)).contains(YESTERDAY);
    assertThat(kept.newestBefore(YESTERDAY)).isEmpty();
    assertThat(kept.countsBefore(TODAY, folder)).isEmpty();
    var place = Files.createDirectory(folder.resolve(YESTERDAY.toString()));
    Files.writeString(
        place.resolve("cases.csv"), "location,date,value\nItaly," + YESTERDAY + ",5\n");
    assertThat(kept.countsBefore(TODAY, folder).orElseThrow().asOf()).isEqualTo(YESTERDAY);
    Files.writeString(place.resolve("cases.csv"), "broken");
    assertThat(kept.countsBefore(TODAY, folder)).isEmpty();
  }

  private static Bulletin changed(String... places) {
    var like = Drawn.bulletin(places);
    var targets =
        java.util.Arrays.stream(places)
            .map(
                place ->
                    new TargetChange(
                        Drawn.week(place, Measure.CASES, 1, 26, 4),
                        Drawn.week(place, Measure.CASES, 1, 56, 4),
                        Optional.of(10.0)))
            .toList();
    return new Bulletin(
        like.scope(),
        like.asOf(),
        like.places(),
        like.remarks(),
        like.sources(),
        like.pastErrors(),
        like.economy(),
        Optional.of(
            new Changes(YESTERDAY, targets, List.of(new Revised(places[0], Measure.CASES, 2, -7)))),
        like.software());
  }

  private static String text(Bulletin bulletin, Language language) throws IOException {
    try (var document = Loader.loadPDF(BulletinPdf.of(bulletin, language))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void page_and_paper_tell_of_a_place_what_was_forecast_then_and_why_it_is_other()
      throws Exception {
    var sentence =
        "Week to 13 Mar 2021: now 100 (95 % interval 60\u2013140), on 5 Mar 2021 it was 70"
            + " (30\u2013110); change +30, of which +10 from revised and +20 from new counts.";
    var bulletin = changed("Italy");
    var page = BulletinPage.of(bulletin, Language.ENGLISH, Addresses.NONE);
    assertThat(page).contains(sentence, "id=\"changes\"", "\u22127 (2)");
    assertThat(text(bulletin, Language.ENGLISH)).contains(sentence, "What changed since 5 Mar");
    assertThat(text(changed("Hubei"), Language.CHINESE))
        .contains("\u53d8\u5316 +30", "\u65b0\u589e\u62a5\u544a\u6240\u81f4 +20");
  }

  @Test
  void of_all_places_medians_are_added_and_the_most_changed_named() {
    var page = BulletinPage.of(changed("Italy", "France"), Language.ENGLISH, Addresses.NONE);
    assertThat(page)
        .contains("medians of 2 places added: now 200, on 5 Mar 2021 it was 140; change +60, of")
        .contains("Most changed: Italy +30, France +30.");
    assertThat(changed("Italy", "France").of("France").orElseThrow().changes().orElseThrow())
        .satisfies(own -> assertThat(own.targets()).hasSize(1))
        .satisfies(own -> assertThat(own.revised()).isEmpty());
  }

  @Test
  void json_keeps_the_changes_and_one_of_before_there_were_any_is_still_read() {
    var json = BulletinJson.of(changed("Italy"));
    assertThat(BulletinJson.of(BulletinJson.read(json))).isEqualTo(json);
    var text = new String(json, StandardCharsets.UTF_8);
    assertThat(text).contains("\"since\":\"2021-03-05\"", "\"fromRevised\":10.0");
    var old = new String(BulletinJson.of(Drawn.bulletin("Italy")), StandardCharsets.UTF_8);
    assertThat(old).contains("\"changes\":null,");
    var read =
        BulletinJson.read(old.replace("\"changes\":null,", "").getBytes(StandardCharsets.UTF_8));
    assertThat(read.changes()).isEmpty();
  }
}
