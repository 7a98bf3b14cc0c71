package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GdpBacktestTest {

  private static Path data() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolveSibling("shared/data/epidemic/economy"))) {
      at = at.getParent();
    }
    Path found = at == null ? Path.of("absent") : at.resolveSibling("shared/data/epidemic/economy");
    assumeTrue(Files.isDirectory(found), "the folder shared/data/epidemic/economy is not there");
    return found;
  }

  private static BacktestRow row(BacktestReport report, String target, String method) {
    return report.rows().stream()
        .filter(one -> one.target().equals(target) && one.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keeps_what_was_promised_for_2020() {
    BacktestReport report = GdpBacktest.run(data());
    BacktestRow spring = row(report, "2020-Q2", "Hilum");
    BacktestRow summer = row(report, "2020-Q3", "Hilum");
    assertThat(spring.countries()).isEqualTo(47);
    assertThat(spring.rmse()).isLessThan(4.0);
    assertThat(summer.rmse()).isLessThan(3.8);
    assertThat(spring.coverage95()).isBetween(0.9, 1.0);
    assertThat(row(report, "2020-Q2", "no change").rmse()).isBetween(11.0, 11.1);
    assertThat(report.table()).contains("| 2020-Q2 | Hilum | 2020-06-30 | 47 |");
  }

  @Test
  void scores_are_the_same_in_other_units() {
    EconomyData data = ((EconomyReading.Read) EconomyFolder.read(data())).data();
    Map<String, GdpLevels> scaled = new HashMap<>();
    data.gdp()
        .forEach(
            (code, one) -> {
              TreeMap<Quarter, Double> levels = new TreeMap<>(one.levels());
              levels.replaceAll((_, level) -> level * 0.37);
              scaled.put(code, new GdpLevels(code, one.name(), levels));
            });
    EconomyData other =
        new EconomyData(
            scaled, data.stringency(), data.annualGrowthPercent(), data.sources(), data.remarks());
    assertThat(GdpBacktest.run(other).table()).isEqualTo(GdpBacktest.run(data).table());
  }

  @Test
  void a_nowcast_of_drawn_countries_beats_no_change() {
    BacktestReport report = GdpBacktest.run(new DrawnWorld().data());
    assertThat(row(report, "2020-Q3", "Hilum").rmse())
        .isLessThan(row(report, "2020-Q3", "no change").rmse());
    assertThat(report.rows()).allMatch(one -> one.countries() <= DrawnWorld.COUNTRIES);
  }

  @Test
  void a_folder_that_cannot_be_read_gives_reasons_instead_of_rows(@TempDir Path empty) {
    BacktestReport report = GdpBacktest.run(empty);
    assertThat(report.rows()).isEmpty();
    assertThat(report.remarks())
        .extracting(EconomyRemark::reason)
        .containsOnly(EconomyReason.FILE_MISSING);
  }
}
