package org.hilum.epidemic.bulletin.chart;

import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.bulletin.wording.Numbers;

/**
 * A chart under construction: slots of equal width from left to right, one scale upwards.
 *
 * <p>Units: those of the picture; 480 by 250 stand well on half a screen and on a telephone.
 */
final class Plot {

  static final double WIDTH = 480;
  static final double HEIGHT = 250;
  static final double LEFT = 44;
  static final double RIGHT = 10;
  static final double TOP = 16;
  static final double BOTTOM = 26;

  private static final double LABEL_GAP = 5;
  private static final double LABEL_DROP = 4;
  private static final double DATE_DROP = 17;

  private final int slots;
  private final Scale scale;
  private final List<Mark> marks = new ArrayList<>();

  Plot(int slots, Scale scale) {
    this.slots = slots;
    this.scale = scale;
    for (double tick : scale.ticks()) {
      double y = y(tick);
      line(Style.GRID, new Mark.Point(LEFT, y), new Mark.Point(WIDTH - RIGHT, y));
      add(
          new Mark.Text(
              Style.LABEL, Mark.Anchor.END, LEFT - LABEL_GAP, y + LABEL_DROP, Numbers.axis(tick)));
    }
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  void line(Style style, Mark.Point... points) {
    add(new Mark.Line(style, List.of(points)));
  }

  double slotWidth() {
    return (WIDTH - LEFT - RIGHT) / slots;
  }

  /** Middle of a slot. */
  double x(double slot) {
    return LEFT + (slot + 0.5) * slotWidth();
  }

  double y(double value) {
    return HEIGHT - BOTTOM - scale.share(value) * (HEIGHT - BOTTOM - TOP);
  }

  Mark.Point point(double slot, double value) {
    return new Mark.Point(x(slot), y(value));
  }

  /** A bar of a part of the slot's width. */
  void bar(Style style, int slot, double value, double part, String title) {
    double width = slotWidth() * part;
    double top = y(value);
    add(new Mark.Box(style, x(slot) - width / 2, top, width, HEIGHT - BOTTOM - top, title));
  }

  /** A box between two values. */
  void between(Style style, int slot, double low, double high, double part, String title) {
    double width = slotWidth() * part;
    double top = y(high);
    add(new Mark.Box(style, x(slot) - width / 2, top, width, Math.max(1, y(low) - top), title));
  }

  /** A date under a slot. */
  void date(int slot, String text) {
    double x = x(slot);
    line(
        Style.AXIS,
        new Mark.Point(x, HEIGHT - BOTTOM),
        new Mark.Point(x, HEIGHT - BOTTOM + LABEL_DROP));
    add(new Mark.Text(Style.LABEL, Mark.Anchor.MIDDLE, x, HEIGHT - BOTTOM + DATE_DROP, text));
  }

  /** The upright line after which nothing is known. */
  void now(double slot) {
    double x = LEFT + slot * slotWidth();
    line(Style.NOW, new Mark.Point(x, TOP), new Mark.Point(x, HEIGHT - BOTTOM));
  }

  /** Says how high the last interval goes where it leaves the chart. */
  void beyond(double end) {
    var ticks = scale.ticks();
    if (end > ticks.getLast() * 1.001) {
      add(
          new Mark.Text(
              Style.STRONG_LABEL,
              Mark.Anchor.END,
              WIDTH - RIGHT,
              TOP - 2,
              "\u2191 95\u00a0%: " + Numbers.axis(end)));
    }
  }

  Picture picture(String words) {
    line(
        Style.AXIS,
        new Mark.Point(LEFT, HEIGHT - BOTTOM),
        new Mark.Point(WIDTH - RIGHT, HEIGHT - BOTTOM));
    return new Picture(WIDTH, HEIGHT, words, marks);
  }
}
