package org.hilum.epidemic.bulletin.content;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.chart.Picture;
import org.hilum.epidemic.bulletin.chart.Style;
import org.hilum.epidemic.bulletin.chart.TileMap;
import org.hilum.epidemic.bulletin.chart.TileMap.Tile;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Province;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;

/**
 * A map of the provinces with its heading and its key.
 *
 * @param keys what each colour means
 */
public record ProvinceMap(String heading, Picture picture, List<Key> keys) {

  private static final int LEAST_TILES = 5;
  private static final int CLASSES = 5;

  /** A change of less than a tenth is about level, of more than half is strong. */
  private static final double LEVEL = 0.1;

  private static final double STRONG = 0.5;

  /** What a colour means. */
  public record Key(Style style, String words) {}

  public ProvinceMap {
    keys = List.copyOf(keys);
  }

  /**
   * How much the first measure is expected to change, and how much of it is expected; none where
   * few places are provinces.
   */
  public static List<ProvinceMap> of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var rows = new EnumMap<Province, Row>(Province.class);
    bulletin.measures().stream()
        .limit(1)
        .flatMap(measure -> Row.of(bulletin, measure).stream())
        .forEach(
            row -> Province.of(row.place().name()).ifPresent(province -> rows.put(province, row)));
    if (rows.size() < LEAST_TILES) {
      return List.of();
    }
    var drawing = new Drawing(rows, wording, names);
    return List.of(drawing.changes(), drawing.levels());
  }

  /** The colour of an expected change. */
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

  private record Drawing(Map<Province, Row> rows, Wording wording, PlaceNames names) {

    ProvinceMap changes() {
      var tiles = new EnumMap<Province, Tile>(Province.class);
      rows.forEach(
          (province, row) -> {
            var ratio = row.expectedRatio();
            var value = ratio.map(Numbers::change).orElse(Numbers.UNKNOWN);
            var style = ratio.map(ProvinceMap::style).orElse(Style.NO_VALUE);
            tiles.put(province, new Tile(style, value.replace("\u00a0", ""), title(row, value)));
          });
      return map(
          Phrase.MAP_CHANGE,
          tiles,
          List.of(
              new Key(Style.FALL_2, "\u2264 \u221250 %"),
              new Key(Style.FALL_1, wording.text(Phrase.MAP_KEY_FALL)),
              new Key(Style.LEVEL, wording.text(Phrase.MAP_KEY_LEVEL) + " (\u00b110 %)"),
              new Key(Style.RISE_1, wording.text(Phrase.MAP_KEY_RISE)),
              new Key(Style.RISE_2, "\u2265 +50 %"),
              new Key(Style.NO_VALUE, wording.text(Phrase.MAP_KEY_NONE))));
    }

    ProvinceMap levels() {
      boolean isRate =
          rows.values().stream()
              .filter(row -> row.next().isPresent())
              .allMatch(row -> row.place().population().isPresent());
      var values = new EnumMap<Province, Double>(Province.class);
      rows.forEach(
          (province, row) -> value(row, isRate).ifPresent(each -> values.put(province, each)));
      var limits = limits(values.values().stream().mapToDouble(Double::doubleValue).toArray());
      var tiles = new EnumMap<Province, Tile>(Province.class);
      rows.forEach(
          (province, row) -> {
            var value = Optional.ofNullable(values.get(province));
            var said = value.map(each -> said(each, isRate)).orElse(Numbers.UNKNOWN);
            var style = value.map(each -> heat(each, limits)).orElse(Style.NO_VALUE);
            tiles.put(province, new Tile(style, said, title(row, said)));
          });
      var keys =
          IntStream.range(0, CLASSES)
              .mapToObj(
                  n ->
                      new Key(
                          Style.valueOf("HEAT_" + n),
                          n < CLASSES - 1
                              ? "< " + said(limits[n], isRate)
                              : "\u2265 " + said(limits[n - 1], isRate)))
              .toList();
      return map(isRate ? Phrase.MAP_LEVEL_PER_100K : Phrase.MAP_LEVEL, tiles, keys);
    }

    private ProvinceMap map(Phrase heading, Map<Province, Tile> tiles, List<Key> keys) {
      var words = wording.text(heading);
      boolean hasLetters = wording.language() == Language.CHINESE;
      return new ProvinceMap(words, TileMap.of(tiles, hasLetters, words), keys);
    }

    private String title(Row row, String value) {
      return wording.text(Phrase.MAP_WORDS, names.of(row.place().name()), value);
    }
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
    double largest = Math.max(1e-6, Arrays.stream(values).max().orElse(1));
    double smallest =
        Math.max(
            largest / 1000, Arrays.stream(values).filter(each -> each > 0).min().orElse(largest));
    var limits = new double[CLASSES - 1];
    for (int n = 0; n < limits.length; n++) {
      double value = smallest * Math.pow(largest / smallest, (n + 1.0) / CLASSES);
      double power = Math.pow(10, Math.floor(Math.log10(value)));
      limits[n] = Math.round(value / power) * power;
    }
    return limits;
  }

  private static Style heat(double value, double[] limits) {
    int n = 0;
    while (n < limits.length && value >= limits[n]) {
      n++;
    }
    return Style.valueOf("HEAT_" + n);
  }
}
