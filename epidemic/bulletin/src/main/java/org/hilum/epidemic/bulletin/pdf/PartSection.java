package org.hilum.epidemic.bulletin.pdf;

import org.hilum.epidemic.bulletin.content.Block;
import org.hilum.epidemic.bulletin.content.Part;
import org.w3c.dom.Element;

/** A section of plain blocks. */
record PartSection(Markup markup, ChartDrawer charts) {

  private static final double PICTURE_MM = 42;
  private static final double LARGE_MM = 88;
  private static final double SMALL = 300;

  void addTo(Element body, Part part) {
    var section = markup.add(body, "div", part.isScenario() ? "scenario" : "");
    markup.add(section, "h2", "", part.heading());
    part.blocks().forEach(block -> add(section, block));
  }

  private void add(Element section, Block block) {
    switch (block) {
      case Block.Heading heading -> markup.add(section, "h3", "", heading.text());
      case Block.Paragraph paragraph ->
          markup.add(section, "p", paragraph.isNote() ? "note" : "", paragraph.text());
      case Block.Points points ->
          points.texts().forEach(text -> markup.add(section, "p", "note", text));
      case Block.Grid grid -> grid(section, grid);
      case Block.Pictures pictures -> {
        var row = markup.add(section, "div", "small-pictures");
        for (var captioned : pictures.pictures()) {
          var cell = markup.add(row, "div", "small-picture");
          markup.add(cell, "p", "caption", captioned.caption());
          double wide = captioned.picture().width() > SMALL ? LARGE_MM : PICTURE_MM;
          charts.add(markup, cell, captioned.picture(), wide);
        }
      }
    }
  }

  private void grid(Element section, Block.Grid grid) {
    markup.add(section, "h3", "", grid.caption());
    var table = markup.add(section, "table", "");
    var head = markup.add(markup.add(table, "thead", ""), "tr", "");
    for (int n = 0; n < grid.columns().size(); n++) {
      markup.add(head, "th", n == 0 ? "first" : "", grid.columns().get(n));
    }
    var lines = markup.add(table, "tbody", "");
    for (var row : grid.rows()) {
      var line = markup.add(lines, "tr", "");
      markup.add(line, "th", "first", row.getFirst());
      row.stream().skip(1).forEach(text -> markup.add(line, "td", "", text));
    }
  }
}
