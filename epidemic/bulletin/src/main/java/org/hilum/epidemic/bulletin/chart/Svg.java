package org.hilum.epidemic.bulletin.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** A picture as an element of a page: no style, no script, nothing fetched. */
public final class Svg {

  private Svg() {}

  /** The element. */
  public static String of(Picture picture) {
    var svg = new StringBuilder(2048);
    svg.append("<svg viewBox=\"0 0 ")
        .append(number(picture.width()))
        .append(' ')
        .append(number(picture.height()))
        .append("\" role=\"img\" aria-label=\"")
        .append(escaped(picture.words()))
        .append("\">");
    picture.marks().forEach(mark -> put(mark, svg));
    return svg.append("</svg>").toString();
  }

  private static void put(Mark mark, StringBuilder svg) {
    switch (mark) {
      case Mark.Box box -> {
        svg.append("<rect").append(classOf(box));
        attribute("x", box.x(), svg);
        attribute("y", box.y(), svg);
        attribute("width", box.width(), svg);
        attribute("height", box.height(), svg);
        close("rect", box.title(), svg);
      }
      case Mark.Dot dot -> {
        svg.append("<circle").append(classOf(dot));
        attribute("cx", dot.x(), svg);
        attribute("cy", dot.y(), svg);
        attribute("r", dot.radius(), svg);
        close("circle", dot.title(), svg);
      }
      case Mark.Area area ->
          svg.append("<path").append(classOf(area)).append(path(area.outline())).append("z\"/>");
      case Mark.Line line ->
          svg.append("<path")
              .append(classOf(line))
              .append(path(line.points()))
              .append("\" fill=\"none\"/>");
      case Mark.Text text -> {
        svg.append("<text").append(classOf(text));
        attribute("x", text.x(), svg);
        attribute("y", text.y(), svg);
        if (text.anchor() != Mark.Anchor.START) {
          svg.append(" text-anchor=\"")
              .append(text.anchor().name().toLowerCase(Locale.ROOT))
              .append('"');
        }
        svg.append('>').append(escaped(text.text())).append("</text>");
      }
    }
  }

  private static void close(String element, String title, StringBuilder svg) {
    if (title.isEmpty()) {
      svg.append("/>");
    } else {
      svg.append("><title>").append(escaped(title)).append("</title></").append(element);
      svg.append('>');
    }
  }

  private static String classOf(Mark mark) {
    return " class=\"" + mark.style().word() + '"';
  }

  private static void attribute(String name, double value, StringBuilder svg) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String path(List<Mark.Point> points) {
    var path = new StringBuilder(" d=\"");
    for (int n = 0; n < points.size(); n++) {
      path.append(n == 0 ? 'M' : 'L')
          .append(number(points.get(n).x()))
          .append(' ')
          .append(number(points.get(n).y()));
    }
    return path.toString();
  }

  /** A tenth of a unit is finer than any screen. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A text that cannot be taken for markup, in an element or in an attribute. */
  public static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int n = 0; n < text.length(); n++) {
      char letter = text.charAt(n);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          if (letter >= ' ' || letter == '\n' || letter == '\t') {
            safe.append(letter);
          }
        }
      }
    }
    return safe.toString();
  }
}
