package org.hilum.imaging.reporting.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * How the opacity of the lungs went over the dates: millilitres with a thin line a lesion, percent,
 * each with a band that is one measurement's share of the limit of detectable change.
 */
public final class CourseChart {

  /** Letters over the height of the area. */
  private static final double LETTERS = 1 / 19.0;

  private final CourseSeries series;
  private final Wording wording;
  private final Lettering lettering;
  private final String axis;

  public CourseChart(ComparedFindings findings, Wording wording, Lettering lettering) {
    series = CourseSeries.of(findings);
    this.wording = wording;
    this.lettering = lettering;
    axis =
        series.inDays()
            ? wording.text(Phrase.AXIS_DAYS, new ComparisonWords(findings, wording).day(0))
            : wording.text(Phrase.AXIS_ORDER);
  }

  /** The chart alone on a ground of one colour, with the notice. */
  public BufferedImage picture(int width, int height, Color ground, Color ink) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = PlanePicture.smooth(image);
    graphics.setColor(ground);
    graphics.fillRect(0, 0, width, height);
    draw(graphics, new Rectangle2D.Double(0, 0, width, height), ink);
    double size = 0.75 * height * LETTERS;
    graphics.setColor(Palette.QUIET);
    lettering.draw(
        graphics, wording.text(Phrase.NOTICE), Weight.REGULAR, size, height - size / 2, size);
    graphics.dispose();
    return image;
  }

  /** Draws both parts beside each other. */
  public void draw(Graphics2D graphics, Rectangle2D area, Color ink) {
    double half = area.getWidth() / 2;
    new Part(graphics, part(area, area.getX(), half), ink)
        .draw(wording.text(Phrase.AXIS_ML), series.ml(), series.lesions());
    new Part(graphics, part(area, area.getX() + half, half), ink)
        .draw(wording.text(Phrase.AXIS_PERCENT), series.percent(), List.of());
  }

  private static Rectangle2D part(Rectangle2D area, double x, double width) {
    return new Rectangle2D.Double(x, area.getY(), width, area.getHeight());
  }

  /** One pair of axes. */
  private final class Part {

    private final Graphics2D graphics;
    private final Color ink;
    private final double size;
    private final Rectangle2D plot;
    private double top = 1;

    Part(Graphics2D graphics, Rectangle2D area, Color ink) {
      this.graphics = graphics;
      this.ink = ink;
      size = Math.max(10, area.getHeight() * LETTERS);
      plot =
          new Rectangle2D.Double(
              area.getX() + 3.2 * size,
              area.getY() + 1.8 * size,
              area.getWidth() - 4.8 * size,
              area.getHeight() - 5 * size);
    }

    void draw(String name, List<CourseSeries.Point> points, List<CourseSeries.LesionLine> lesions) {
      top = CourseSeries.top(points, lesions);
      axes(name);
      band(points);
      for (var lesion : lesions) {
        graphics.setStroke(new BasicStroke((float) (size / 9)));
        graphics.setColor(Palette.ofIdentity(lesion.identity()));
        line(lesion.points());
      }
      numbers(lesions);
      graphics.setStroke(new BasicStroke((float) (size / 5)));
      graphics.setColor(Palette.ACCENT.brighter());
      line(points);
      for (var point : points) {
        double r = size * 0.3;
        graphics.fill(new Ellipse2D.Double(x(point) - r, y(point.value()) - r, 2 * r, 2 * r));
      }
    }

    /** Each line's number above its highest point, higher where another number stands there. */
    private void numbers(List<CourseSeries.LesionLine> lesions) {
      var taken = new ArrayList<Rectangle2D>();
      for (var lesion : lesions) {
        var peak =
            lesion.points().stream()
                .max(Comparator.comparingDouble(CourseSeries.Point::value))
                .orElseThrow();
        var words = Integer.toString(lesion.identity());
        double width = lettering.width(words, Weight.REGULAR, size * 0.8);
        var place =
            new Rectangle2D.Double(
                x(peak) + size * 0.2, y(peak.value()) - size * 0.9, width, size * 0.7);
        while (taken.stream().anyMatch(place::intersects)) {
          place.y -= size * 0.2;
        }
        taken.add(place);
        graphics.setColor(Palette.ofIdentity(lesion.identity()));
        words(words, place.x, place.getMaxY(), 0.8);
      }
    }

    private void axes(String name) {
      var faint = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 60);
      for (int tick = 0; tick <= 4; tick++) {
        double value = top * tick / 4;
        graphics.setColor(faint);
        graphics.fill(new Rectangle2D.Double(plot.getX(), y(value) - 0.5, plot.getWidth(), 1));
        graphics.setColor(ink);
        var words = Numbers.shortest(value, 2);
        words(
            words,
            plot.getX() - size * 0.5 - lettering.width(words, Weight.REGULAR, size * 0.85),
            y(value) + size * 0.3,
            0.85);
      }
      words(name, plot.getX() - 2.4 * size, plot.getY() - size * 0.8, 0.95);
      for (double at : series.places()) {
        var words = Numbers.shortest(series.inDays() ? at : at + 1, 0);
        double width = lettering.width(words, Weight.REGULAR, size * 0.85);
        words(words, x(at) - width / 2, plot.getMaxY() + 1.3 * size, 0.85);
      }
      double width = lettering.width(axis, Weight.REGULAR, size * 0.85);
      words(axis, plot.getMaxX() - width, plot.getMaxY() + 2.7 * size, 0.85);
    }

    private void words(String words, double x, double baseline, double scale) {
      lettering.draw(graphics, words, Weight.REGULAR, x, baseline, size * scale);
    }

    /** From a value less its share to the value with it, never below zero. */
    private void band(List<CourseSeries.Point> points) {
      if (points.size() < 2) {
        return;
      }
      var path = new Path2D.Double();
      var first = points.getFirst();
      path.moveTo(x(first), y(first.value() + first.share()));
      points.forEach(point -> path.lineTo(x(point), y(point.value() + point.share())));
      points
          .reversed()
          .forEach(point -> path.lineTo(x(point), y(Math.max(0, point.value() - point.share()))));
      path.closePath();
      var accent = Palette.ACCENT.brighter();
      graphics.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 60));
      graphics.fill(path);
    }

    private void line(List<CourseSeries.Point> points) {
      for (int n = 1; n < points.size(); n++) {
        var from = points.get(n - 1);
        var to = points.get(n);
        graphics.draw(new Line2D.Double(x(from), y(from.value()), x(to), y(to.value())));
      }
    }

    private double x(CourseSeries.Point point) {
      return x(point.at());
    }

    private double x(double at) {
      double first = series.places().getFirst();
      double last = series.places().getLast();
      return plot.getX() + size + (at - first) / (last - first) * (plot.getWidth() - 2 * size);
    }

    private double y(double value) {
      return plot.getMaxY() - Math.min(1, value / top) * plot.getHeight();
    }
  }
}
