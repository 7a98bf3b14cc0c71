package org.hilum.epidemic.bulletin.html;

import org.hilum.epidemic.bulletin.content.Block;
import org.hilum.epidemic.bulletin.content.Part;

/** A section of plain blocks. */
final class PartSection {

  /** Pictures that are wider than this need half a screen. */
  private static final double SMALL = 300;

  private PartSection() {}

  static void put(Part part, Html html) {
    html.open(
        "section", "class", part.isScenario() ? "scenario" : "", "aria-labelledby", part.id());
    html.element("h2", part.heading(), "id", part.id());
    part.blocks().forEach(block -> put(block, html));
    html.close();
  }

  private static void put(Block block, Html html) {
    switch (block) {
      case Block.Heading heading -> html.element("h3", heading.text());
      case Block.Paragraph paragraph ->
          html.element("p", paragraph.text(), "class", paragraph.isNote() ? "note" : "");
      case Block.Points points -> {
        html.open("ul", "class", "note");
        points.texts().forEach(text -> html.element("li", text));
        html.close();
      }
      case Block.Grid grid -> grid(grid, html);
      case Block.Pictures pictures -> {
        boolean isLarge =
            pictures.pictures().stream().anyMatch(each -> each.picture().width() > SMALL);
        html.open("div", "class", isLarge ? "side-by-side" : "small-pictures");
        for (var captioned : pictures.pictures()) {
          html.open("figure").element("figcaption", captioned.caption());
          html.picture(captioned.picture()).close();
        }
        html.close();
      }
    }
  }

  private static void grid(Block.Grid grid, Html html) {
    html.open(
        "div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", grid.caption());
    html.open("table").element("caption", grid.caption());
    html.open("thead").open("tr");
    grid.columns().forEach(column -> html.element("th", column, "scope", "col"));
    html.close().close().open("tbody");
    for (var row : grid.rows()) {
      html.open("tr").element("th", row.getFirst(), "scope", "row");
      row.stream().skip(1).forEach(text -> html.element("td", text));
      html.close();
    }
    html.close().close().close();
  }
}
