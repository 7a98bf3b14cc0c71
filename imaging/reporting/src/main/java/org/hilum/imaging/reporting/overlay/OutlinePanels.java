package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.reporting.OutlineSheet.Line;
import org.hilum.imaging.reporting.OutlineSheet.Panel;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/** Draws a sheet of slices with outlines: a title, rows of panels, a legend. */
public final class OutlinePanels {

  private static final Color GROUND = new Color(0x11171B);
  private static final Color LETTER = new Color(0xF2F5F7);
  private static final Color QUIET = new Color(0xC9D2D8);

  /** Pixels; a voxel of a 512 matrix cropped to the lungs is still seen. */
  private static final int PANEL_WIDTH = 520;

  private static final int IN_A_ROW = 3;
  private static final int GAP = 4;
  private static final int STRIP = 40;
  private static final double LINE_WIDTH = 1.6;
  private static final double LETTERS = 17;

  private final Lettering lettering;

  public OutlinePanels(Lettering lettering) {
    this.lettering = lettering;
  }

  /** The sheet. */
  public BufferedImage draw(String title, List<Line> lines, List<Panel> panels) {
    var pictures = panels.stream().map(panel -> picture(panel, lines)).toList();
    int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
    int rows = (panels.size() + IN_A_ROW - 1) / IN_A_ROW;
    var sheet =
        new BufferedImage(
            IN_A_ROW * PANEL_WIDTH + (IN_A_ROW - 1) * GAP,
            2 * STRIP + rows * (height + GAP),
            BufferedImage.TYPE_INT_RGB);
    var graphics = PlanePicture.smooth(sheet);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(LETTER);
    lettering.draw(graphics, title, Weight.BOLD, LETTERS, STRIP * 0.65, LETTERS);
    for (int n = 0; n < pictures.size(); n++) {
      graphics.drawImage(
          pictures.get(n),
          n % IN_A_ROW * (PANEL_WIDTH + GAP),
          STRIP + n / IN_A_ROW * (height + GAP),
          null);
    }
    legend(graphics, lines, sheet.getWidth(), sheet.getHeight() - STRIP * 0.35);
    graphics.dispose();
    return sheet;
  }

  private BufferedImage picture(Panel panel, List<Line> lines) {
    var plane =
        new Plane(
            panel.width(),
            panel.height(),
            panel.columnMm(),
            panel.rowMm(),
            panel.hu(),
            new byte[panel.hu().length],
            new byte[panel.hu().length],
            new byte[panel.hu().length]);
    var drawn = new ArrayList<OutlinedPlane.Line>();
    for (int n = 0; n < lines.size(); n++) {
      var inside = panel.inside().get(n);
      var colour = new Color(lines.get(n).rgb());
      drawn.add(new OutlinedPlane.Line(Outline.round(plane, inside::get), colour, LINE_WIDTH));
    }
    var image = PlanePicture.of(new OutlinedPlane(plane, drawn), PANEL_WIDTH);
    Marks.draw(image, Marks.Sides.AXIAL, panel.caption(), new Marks.Bar(0, ""), lettering);
    return image;
  }

  private void legend(Graphics2D graphics, List<Line> lines, double width, double baseline) {
    double x = LETTERS;
    for (var line : lines) {
      graphics.setColor(new Color(line.rgb()));
      graphics.fill(new Rectangle2D.Double(x, baseline - 8, 24, 4));
      lettering.draw(graphics, line.words(), Weight.REGULAR, x + 32, baseline, LETTERS);
      x += 32 + lettering.width(line.words(), Weight.REGULAR, LETTERS) + 28;
    }
    var notice = ReadingFindings.NOT_A_MEDICAL_DEVICE;
    double noticeWidth = lettering.width(notice, Weight.REGULAR, LETTERS * 0.85);
    graphics.setColor(QUIET);
    lettering.draw(
        graphics,
        notice,
        Weight.REGULAR,
        Math.max(x, width - LETTERS - noticeWidth),
        baseline,
        LETTERS * 0.85);
  }
}
