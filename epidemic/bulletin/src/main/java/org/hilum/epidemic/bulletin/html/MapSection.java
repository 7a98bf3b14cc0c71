package org.hilum.epidemic.bulletin.html;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.chart.Style;
import org.hilum.epidemic.bulletin.chart.TileMap;
import org.hilum.epidemic.bulletin.chart.TileMap.Tile;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Province;
import org.hilum.epidemic.forecasting.Forecast;

/** Two maps of the provinces: how much is expected to change, and how much is expected. */
final class MapSection {

  private static final int LEAST_TILES = 5;
  private static final int CLASSES = 5;

  /** A change of less than a tenth is about level, of more than half is strong. */
  private static final double LEVEL = 0.1;

  private static final double STRONG = 0.5;

  private final Ground ground;
  private final Map<Province, Row> rows = new EnumMap<>(Province.class);

  private MapSection(Ground ground) {
    this.ground = ground;
    var measures = ground.bulletin().measures();
    if (!measures.isEmpty()) {
      for (var row : Row.of(ground.bulletin(), measures.getFirst())) {
        Province.of(row.place().name()).ifPresent(province -> rows.put(province, row));
      }
    }
  }

  static void put(Ground ground) {
    var section = new MapSection(ground);
    if (section.rows.size() >= LEAST_TILES) {
      section.put();
    }
  }

  private void put() {
    var html = ground.html();
    html.open("section", "class", "maps", "aria-labelledby", "map");
    ground.heading("map", ground.wording().text(Phrase.MAP));
    html.open("div", "class", "side-by-side");
    changes();
    levels();
    html.close();
    html.element("p", ground.wording().text(Phrase.MAP_NOTE), "class", "note");
    html.close();
  }

  private void changes() {
    var tiles = new EnumMap<Province, Tile>(Province.class);
    rows.forEach(
        (province, row) -> {
          var ratio = row.expectedRatio();
          var value = ratio.map(Numbers::change).orElse(Numbers.UNKNOWN);
          tiles.put(province, new Tile(ratio.map(MapSection::style).orElse(Style.NO_VALUE),
              value.replace("\u00a0", ""), title(row, value)));
        });
    figure(tiles, ground.wording().text(Phrase.MAP_CHANGE));
    var key = ground.wording();
    key(
        List.of(
            new Key(Style.FALL_2, "≤ −50 %"),
            new Key(Style.FALL_1, key.text(Phrase.MAP_KEY_FALL)),
            new Key(Style.LEVEL, key.text(Phrase.MAP_KEY_LEVEL) + " (±10 %)"),
            new Key(Style.RISE_1, key.text(Phrase.MAP_KEY_RISE)),
            new Key(Style.RISE_2, "≥ +50 %"),
            new Key(Style.NO_VALUE, key.text(Phrase.MAP_KEY_NONE))));
    ground.html().close();
  }

  static Style style(double ratio) {
    double change = ratio - 1;
    if (Math.abs(change) < LEVEL) {
      return Style.LEVEL;
    }
    if (change < 0) {
      return change <= -STRONG ? Style.FALL_2 : Style.FALL_1;
    }
    return change >= STRONG ? Style.RISE_2 : Style.RISE_1;
  }

  private void levels() {
    boolean hasRates =
        rows.values().stream()
            .filter(row -> row.next().isPresent())
            .allMatch(row -> row.place().population().isPresent());
    var values = new EnumMap<Province, Double>(Province.class);
    rows.forEach((province, row) -> value(row, hasRates).ifPresent(each -> values.put(province, each)));
    var limits = limits(values.values().stream().mapToDouble(Double::doubleValue).toArray());
    var tiles = new EnumMap<Province, Tile>(Province.class);
    rows.forEach(
        (province, row) -> {
          var value = Optional.ofNullable(values.get(province));
          var said =
              value.map(hasRates ? Numbers::rate : Numbers::forecast).orElse(Numbers.UNKNOWN);
          var style = value.map(each -> heat(each, limits)).orElse(Style.NO_VALUE);
          tiles.put(province, new Tile(style, said, title(row, said)));
        });
    var heading = hasRates ? Phrase.MAP_LEVEL_PER_100K : Phrase.MAP_LEVEL;
    figure(tiles, ground.wording().text(heading));
    var keys = new Key[CLASSES];
    for (int n = 0; n < CLASSES; n++) {
      var limit = n < CLASSES - 1 ? "< " + said(limits[n], hasRates) : "≥ " + said(limits[n - 1], hasRates);
      keys[n] = new Key(Style.valueOf("HEAT_" + n), limit);
    }
    key(Arrays.asList(keys));
    ground.html().close();
  }

  private static String said(double value, boolean isRate) {
    return isRate ? Numbers.rate(value) : Numbers.forecast(value);
  }

  private static Optional<Double> value(Row row, boolean isRate) {
    var median = row.next().map(Forecast::median);
    return isRate ? median.flatMap(row.place()::per100k) : median;
  }

  /** Equal factors between small and large, as counts of places differ by factors. */
  private static double[] limits(double[] values) {
    double largest = Math.max(1e-9, Arrays.stream(values).max().orElse(1));
    double smallest = Math.max(largest / 1000, Arrays.stream(values).filter(v -> v > 0).min().orElse(1));
    var limits = new double[CLASSES - 1];
    for (int n = 0; n < limits.length; n++) {
      limits[n] = rounded(smallest * Math.pow(largest / smallest, (n + 1.0) / CLASSES));
    }
    return limits;
  }

  private static double rounded(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    return Math.round(value / power) * power;
  }

  private static Style heat(double value, double[] limits) {
    int n = 0;
    while (n < limits.length && value >= limits[n]) {
      n++;
    }
    return Style.valueOf("HEAT_" + n);
  }

  private String title(Row row, String value) {
    return ground
        .wording()
        .text(Phrase.MAP_WORDS, ground.names().of(row.place().name()), value);
  }

  private void figure(Map<Province, Tile> tiles, String heading) {
    var html = ground.html();
    html.open("figure").element("figcaption", heading);
    html.open("div", "class", "map");
    html.picture(
        TileMap.of(tiles, ground.wording().language() == Language.CHINESE, heading));
    html.close();
  }

  private record Key(Style style, String words) {}

  private void key(List<Key> keys) {
    var html = ground.html();
    html.open("p", "class", "key");
    for (var key : keys) {
      html.open("span");
      html.open("i", "class", "swatch " + key.style().word()).close();
      html.text(key.words()).close();
    }
    html.close();
  }
}
