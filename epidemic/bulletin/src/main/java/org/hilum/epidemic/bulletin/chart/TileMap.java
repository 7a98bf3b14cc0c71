package org.hilum.epidemic.bulletin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.bulletin.wording.Province;

/**
 * The provinces as equal tiles, about where they lie: a small province is seen as well as a large
 * one, and no border is drawn.
 */
public final class TileMap {

  private static final double TILE = 58;
  private static final double TALL = 44;
  private static final double GAP = 3;

  /**
   * What a tile shows.
   *
   * @param style its colour
   * @param value the number under its name
   * @param title what it tells to who points at it
   */
  public record Tile(Style style, String value, String title) {}

  private TileMap() {}

  /** The map of the provinces that have a tile. */
  public static Picture of(Map<Province, Tile> tiles, boolean hasLetters, String words) {
    var marks = new ArrayList<Mark>();
    tiles.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> put(entry.getKey(), entry.getValue(), hasLetters, marks));
    return new Picture(Province.COLUMNS * (TILE + GAP), Province.ROWS * (TALL + GAP), words, marks);
  }

  private static void put(Province province, Tile tile, boolean hasLetters, List<Mark> marks) {
    double x = province.column() * (TILE + GAP);
    double y = province.row() * (TALL + GAP);
    marks.add(new Mark.Box(tile.style(), x, y, TILE, TALL, tile.title()));
    var label = isDark(tile.style()) ? Style.DARK_TILE_LABEL : Style.LIGHT_TILE_LABEL;
    var name = hasLetters ? province.chinese() : shortName(province);
    marks.add(new Mark.Text(label, Mark.Anchor.MIDDLE, x + TILE / 2, y + 18, name));
    marks.add(new Mark.Text(label, Mark.Anchor.MIDDLE, x + TILE / 2, y + 35, tile.value()));
  }

  private static boolean isDark(Style style) {
    return switch (style) {
      case HEAT_3, HEAT_4, FALL_2, RISE_2 -> true;
      default -> false;
    };
  }

  /** At most eight letters stand in a tile. */
  private static String shortName(Province province) {
    return switch (province) {
      case INNER_MONGOLIA -> "In. Mong.";
      case HEILONGJIANG -> "Heilongj.";
      case GUANGDONG -> "Guangd.";
      case CHONGQING -> "Chongq.";
      case HONG_KONG -> "Hong K.";
      default -> province.english();
    };
  }
}
