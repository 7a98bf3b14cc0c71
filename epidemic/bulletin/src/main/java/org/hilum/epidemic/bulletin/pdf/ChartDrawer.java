package org.hilum.epidemic.bulletin.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hilum.epidemic.bulletin.chart.Mark;
import org.hilum.epidemic.bulletin.chart.Picture;
import org.w3c.dom.Element;

/**
 * Puts pictures on the paper: shapes as vectors, their texts as texts of the page, placed over
 * them, so that they are found by a search and read aloud.
 */
final class ChartDrawer implements FSObjectDrawer {

  static final String TYPE = "application/x-hilum-chart";

  private static final double LABEL_WIDTH_MM = 30;
  private static final double LABEL_HEIGHT_MM = 3.4;
  private static final double BASELINE_MM = 2.6;
  private static final float[] DASHES = {3, 2};

  private final Map<String, Picture> pictures = new HashMap<>();

  /** Adds a picture of a width, as high as it must be. */
  void add(Markup markup, Element parent, Picture picture, double widthMm) {
    double scale = widthMm / picture.width();
    var holder = markup.add(parent, "div", "chart");
    style(holder, "width", widthMm, "height", picture.height() * scale);
    var object = markup.add(holder, "object", "shapes");
    object.setAttribute("type", TYPE);
    object.setAttribute("alt", picture.words());
    object.setAttribute("title", picture.words());
    var id = "chart-" + pictures.size();
    object.setAttribute("id", id);
    pictures.put(id, picture);
    style(object, "width", widthMm, "height", picture.height() * scale);
    for (var mark : picture.marks()) {
      if (mark instanceof Mark.Text text) {
        label(markup, holder, text, scale);
      }
    }
  }

  private static void label(Markup markup, Element holder, Mark.Text text, double scale) {
    double left =
        text.x() * scale
            - switch (text.anchor()) {
              case START -> 0;
              case MIDDLE -> LABEL_WIDTH_MM / 2;
              case END -> LABEL_WIDTH_MM;
            };
    var align =
        switch (text.anchor()) {
          case START -> "left";
          case MIDDLE -> "center";
          case END -> "right";
        };
    var label =
        markup.add(holder, "div", "chart-label " + align + " " + text.style().word(), text.text());
    style(label, "left", left, "top", text.y() * scale - BASELINE_MM);
    label.setAttribute(
        "style",
        label.getAttribute("style") + mm("width", LABEL_WIDTH_MM) + mm("height", LABEL_HEIGHT_MM));
  }

  private static void style(
      Element element, String one, double oneMm, String other, double otherMm) {
    element.setAttribute("style", mm(one, oneMm) + mm(other, otherMm));
  }

  private static String mm(String property, double value) {
    return String.format(Locale.ROOT, "%s:%.2fmm;", property, value);
  }

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    var picture = pictures.get(element.getAttribute("id"));
    if (picture == null) {
      throw new IllegalStateException("no picture: " + element.getAttribute("id"));
    }
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) width / dotsPerPixel,
        (float) height / dotsPerPixel,
        graphics -> {
          graphics.scale(
              width / dotsPerPixel / picture.width(), height / dotsPerPixel / picture.height());
          picture.marks().forEach(mark -> draw(mark, graphics));
        });
    return Map.of();
  }

  private static void draw(Mark mark, Graphics2D graphics) {
    switch (mark) {
      case Mark.Box box ->
          paint(
              Ink.of(box.style()),
              new Rectangle2D.Double(box.x(), box.y(), box.width(), Math.max(0, box.height())),
              graphics);
      case Mark.Dot dot ->
          paint(
              Ink.dot(dot.style()),
              new Ellipse2D.Double(
                  dot.x() - dot.radius(),
                  dot.y() - dot.radius(),
                  2 * dot.radius(),
                  2 * dot.radius()),
              graphics);
      case Mark.Area area -> paint(Ink.of(area.style()), path(area.outline(), true), graphics);
      case Mark.Line line -> {
        if (!line.points().isEmpty()) {
          stroke(Ink.of(line.style()), path(line.points(), false), graphics);
        }
      }
      case Mark.Text _ -> {
        // Stands over the picture as a text of the page.
      }
    }
  }

  private static Path2D path(List<Mark.Point> points, boolean isClosed) {
    var path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    if (isClosed) {
      path.closePath();
    }
    return path;
  }

  private static void paint(Ink ink, Shape shape, Graphics2D graphics) {
    ink.fill()
        .ifPresent(
            colour -> {
              graphics.setColor(colour);
              graphics.fill(shape);
            });
    if (ink.isOutlined()) {
      stroke(ink, shape, graphics);
    }
  }

  private static void stroke(Ink ink, Shape shape, Graphics2D graphics) {
    ink.line()
        .ifPresent(
            (Color colour) -> {
              graphics.setColor(colour);
              graphics.setStroke(
                  ink.isDashed()
                      ? new BasicStroke(
                          ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
                      : new BasicStroke(ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
              graphics.draw(shape);
            });
  }
}
