package org.hilum.epidemic.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.forecasting.HubReading;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulletinFilesTest {

  @TempDir private Path folder;

  @Test
  void every_file_is_there_and_a_place_with_slashes_gets_a_page_by_number() throws IOException {
    BulletinFiles.write(Drawn.bulletin("../../evil", "Italy"), Language.ENGLISH, folder);
    try (var files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrder(
              "index.html",
              "index-zh.html",
              "report-en.pdf",
              "report-zh.pdf",
              "bulletin.json",
              "forecasts.csv",
              "places/0001.html",
              "places/0001-zh.html",
              "places/0002.html",
              "places/0002-zh.html");
    }
    assertThat(Files.readString(folder.resolve("places/0002.html"))).contains("Italy");
    assertThat(HubFile.read(folder.resolve("forecasts.csv")))
        .isInstanceOfSatisfying(
            HubReading.Read.class, read -> assertThat(read.forecasts()).hasSize(8));
  }

  @Test
  void json_comes_back_as_it_went() {
    var bulletin = Drawn.bulletin("Italy", "<script>");
    var json = BulletinJson.of(bulletin);
    assertThat(BulletinJson.of(BulletinJson.read(json))).isEqualTo(json);
    var back = BulletinJson.read(json);
    assertThat(back.asOf()).isEqualTo(Drawn.DAY);
    assertThat(back.place("Italy").orElseThrow().fatality())
        .isEqualTo(bulletin.place("Italy").orElseThrow().fatality());
    assertThat(back.place("Italy").orElseThrow().of(Measure.CASES).orElseThrow().raw())
        .isEqualTo(bulletin.place("Italy").orElseThrow().of(Measure.CASES).orElseThrow().raw());
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("NaN");
  }

  @Test
  void json_of_something_else_is_refused() {
    assertThatThrownBy(() -> BulletinJson.read("{\"a\":".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BulletinJson.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bulletin_is_composed_of_a_vintage_with_remade_past_errors_and_an_empty_place()
      throws InterruptedException {
    var values = new double[140];
    for (int day = 0; day < values.length; day++) {
      values[day] = 100 + 50 * Math.sin(day / 20.0);
    }
    var full =
        new CaseCounts("Full", Measure.CASES, Rhythm.DAILY, Drawn.DAY.minusDays(139), values);
    var nothing = new double[140];
    Arrays.fill(nothing, Double.NaN);
    var vintage =
        new Vintage(
            Drawn.DAY,
            List.of(
                full, new CaseCounts("Empty", Measure.CASES, Rhythm.DAILY, full.first(), nothing)),
            Map.of("Full", 1_000_000L),
            List.of());
    try (var pool = Executors.newFixedThreadPool(1)) {
      var bulletin =
          new BulletinComposer("Hilum 0", pool)
              .compose(vintage, Drawn.DAY, BulletinComposer.Beside.NOTHING);
      assertThat(bulletin.places()).extracting(PlaceReport::name).containsExactly("Empty", "Full");
      assertThat(bulletin.place("Full").orElseThrow().series().getFirst().next()).isPresent();
      assertThat(bulletin.place("Empty").orElseThrow().series().getFirst().next()).isEmpty();
      assertThat(bulletin.pastErrors().map(PastErrors::origin)).contains(PastErrors.Origin.REMADE);
      assertThat(bulletin.of("Elsewhere")).isEqualTo(Optional.empty());
      var page = BulletinPage.of(bulletin, Language.ENGLISH, Addresses.NONE);
      assertThat(page).contains("No forecast for").contains("These were remade for 6 past days");
      var json = BulletinJson.of(bulletin);
      assertThat(BulletinJson.of(BulletinJson.read(json))).isEqualTo(json);
    }
  }
}
