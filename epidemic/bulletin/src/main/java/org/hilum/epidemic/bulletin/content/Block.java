package org.hilum.epidemic.bulletin.content;

import java.util.List;
import org.hilum.epidemic.bulletin.chart.Picture;

/** What a {@link Part} is made of, for a page or for paper alike. */
public sealed interface Block {

  /** A heading within the part. */
  record Heading(String text) implements Block {}

  /** A sentence or more; a note is set smaller. */
  record Paragraph(String text, boolean isNote) implements Block {}

  /** Short sentences one below the other. */
  record Points(List<String> texts) implements Block {
    public Points {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A table; the first column names the row.
   *
   * @param rows as many texts as there are columns
   */
  record Grid(String caption, List<String> columns, List<List<String>> rows) implements Block {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (var row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("columns " + columns + ", row " + row);
        }
      }
    }
  }

  /** Pictures side by side, each with its caption. */
  record Pictures(List<Captioned> pictures) implements Block {
    public Pictures {
      pictures = List.copyOf(pictures);
    }
  }

  /** A picture with its caption. */
  record Captioned(String caption, Picture picture) {}
}
