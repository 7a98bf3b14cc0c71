package org.hilum.epidemic.bulletin.html;

import org.hilum.epidemic.bulletin.content.ProvinceMap;
import org.hilum.epidemic.bulletin.wording.Phrase;

/** Two maps of the provinces: how much is expected to change, and how much is expected. */
final class MapSection {

  private MapSection() {}

  static void put(Ground ground) {
    var maps = ProvinceMap.of(ground.bulletin(), ground.wording(), ground.names());
    if (maps.isEmpty()) {
      return;
    }
    var html = ground.html();
    html.open("section", "class", "maps", "aria-labelledby", "map");
    ground.heading("map", ground.wording().text(Phrase.MAP));
    html.open("div", "class", "side-by-side");
    maps.forEach(map -> put(map, html));
    html.close();
    html.element("p", ground.wording().text(Phrase.MAP_NOTE), "class", "note");
    html.close();
  }

  private static void put(ProvinceMap map, Html html) {
    html.open("figure").element("figcaption", map.heading());
    html.open("div", "class", "map").picture(map.picture()).close();
    html.open("p", "class", "key");
    for (var key : map.keys()) {
      html.open("span");
      html.open("i", "class", "swatch " + key.style().word()).close();
      html.text(key.words()).close();
    }
    html.close().close();
  }
}
