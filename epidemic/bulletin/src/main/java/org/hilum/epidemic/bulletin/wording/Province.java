package org.hilum.epidemic.bulletin.wording;

import java.util.Locale;
import java.util.Optional;

/**
 * The provinces, regions and municipalities of China: their names, the character each is known by,
 * and its place on a map of equal tiles, drawn for this bulletin.
 */
public enum Province {
  HEILONGJIANG("黑龙江", "黑", 0, 7),
  XINJIANG("新疆", "新", 1, 0),
  INNER_MONGOLIA("内蒙古", "蒙", 1, 4),
  LIAONING("辽宁", "辽", 1, 6),
  JILIN("吉林", "吉", 1, 7),
  GANSU("甘肃", "甘", 2, 1),
  NINGXIA("宁夏", "宁", 2, 2),
  SHANXI("山西", "晋", 2, 3),
  HEBEI("河北", "冀", 2, 4),
  BEIJING("北京", "京", 2, 5),
  TIANJIN("天津", "津", 2, 6),
  TIBET("西藏", "藏", 3, 0),
  QINGHAI("青海", "青", 3, 1),
  SHAANXI("陕西", "陕", 3, 2),
  HENAN("河南", "豫", 3, 3),
  SHANDONG("山东", "鲁", 3, 4),
  SICHUAN("四川", "川", 4, 1),
  CHONGQING("重庆", "渝", 4, 2),
  HUBEI("湖北", "鄂", 4, 3),
  ANHUI("安徽", "皖", 4, 4),
  JIANGSU("江苏", "苏", 4, 5),
  SHANGHAI("上海", "沪", 4, 6),
  YUNNAN("云南", "云", 5, 1),
  GUIZHOU("贵州", "贵", 5, 2),
  HUNAN("湖南", "湘", 5, 3),
  JIANGXI("江西", "赣", 5, 4),
  ZHEJIANG("浙江", "浙", 5, 5),
  GUANGXI("广西", "桂", 6, 2),
  GUANGDONG("广东", "粤", 6, 3),
  FUJIAN("福建", "闽", 6, 4),
  TAIWAN("台湾", "台", 6, 6),
  HAINAN("海南", "琼", 7, 2),
  MACAU("澳门", "澳", 7, 3),
  HONG_KONG("香港", "港", 7, 4);

  /** Rows of the map. */
  public static final int ROWS = 8;

  /** Columns of the map. */
  public static final int COLUMNS = 8;

  private final String chinese;
  private final String letter;
  private final int row;
  private final int column;

  Province(String chinese, String letter, int row, int column) {
    this.chinese = chinese;
    this.letter = letter;
    this.row = row;
    this.column = column;
  }

  /** The province that a source means by a name, Chinese with or without its ending, or English. */
  public static Optional<Province> of(String name) {
    for (var province : values()) {
      if (name.equalsIgnoreCase(province.english())
          || name.equals(province.chinese)
          || (name.startsWith(province.chinese) && isEnding(name, province.chinese.length()))) {
        return Optional.of(province);
      }
    }
    return Optional.empty();
  }

  private static boolean isEnding(String name, int from) {
    return switch (name.substring(from)) {
      case "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区" -> true;
      default -> false;
    };
  }

  /** Its name in Chinese, without the ending. */
  public String chinese() {
    return chinese;
  }

  /** Its name in English. */
  public String english() {
    var words = name().toLowerCase(Locale.ROOT).split("_");
    for (int n = 0; n < words.length; n++) {
      words[n] = Character.toUpperCase(words[n].charAt(0)) + words[n].substring(1);
    }
    return String.join(" ", words);
  }

  /** The character it is known by. */
  public String letter() {
    return letter;
  }

  /** Row of its tile, 0 in the north. */
  public int row() {
    return row;
  }

  /** Column of its tile, 0 in the west. */
  public int column() {
    return column;
  }
}
