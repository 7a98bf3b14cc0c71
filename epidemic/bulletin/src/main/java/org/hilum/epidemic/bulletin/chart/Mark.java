package org.hilum.epidemic.bulletin.chart;

import java.util.List;

/** One shape of a {@link Picture}, in its units, y downwards. */
public sealed interface Mark {

  /** A point. */
  record Point(double x, double y) {}

  /** What it is. */
  Style style();

  /**
   * A filled box.
   *
   * @param title what it tells to who points at it; may be empty
   */
  record Box(Style style, double x, double y, double width, double height, String title)
      implements Mark {}

  /** A filled outline. */
  record Area(Style style, List<Point> outline) implements Mark {
    public Area {
      outline = List.copyOf(outline);
    }
  }

  /** A line through points. */
  record Line(Style style, List<Point> points) implements Mark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * A round point.
   *
   * @param title what it tells to who points at it; may be empty
   */
  record Dot(Style style, double x, double y, double radius, String title) implements Mark {}

  /** A text on a baseline. */
  record Text(Style style, Anchor anchor, double x, double y, String text) implements Mark {}

  /** Which part of a text is at its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
