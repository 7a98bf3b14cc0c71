package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * Why two dates could not be compared, to be seen at a glance: the later chest from the front and
 * in one slice, with its lungs and those of the earlier date as far as they were laid on them.
 */
public final class FailedAlignmentPicture {

  private static final Color GROUND = new Color(0x11171B);
  private static final Color LETTER = new Color(0xF2F5F7);
  private static final Color EARLIER = Palette.APPEARED;
  private static final double WIDTH_OF_LINES = 1.8;
  private static final int GAP = 4;
  private static final int STRIP = 70;

  private final ReadingFindings prior;
  private final ReadingFindings current;
  private final Alignment alignment;
  private final Wording wording;
  private final Lettering lettering;

  /** The picture of an attempt to lay one date on the other. */
  public FailedAlignmentPicture(
      ReadingFindings prior,
      ReadingFindings current,
      Alignment alignment,
      Wording wording,
      Lettering lettering) {
    this.prior = prior;
    this.current = current;
    this.alignment = alignment;
    this.wording = wording;
    this.lettering = lettering;
  }

  /** Two panels, each so many pixels wide, under a headline. */
  public BufferedImage draw(int width) {
    var chests = new MatchedChests(prior, current, alignment, List.of(), 0);
    int depth = chests.levels().fullestDepth();
    int middle = (chests.levels().firstLung() + chests.levels().lastLung()) / 2;
    var coronal =
        panel(
            chests.coronal(depth),
            width,
            Marks.Sides.CORONAL,
            chests
                .view()
                .depthMm(depth)
                .map(mm -> wording.text(Phrase.CAPTION_CORONAL, Numbers.of(mm, 1)))
                .orElseGet(() -> wording.text(Phrase.CAPTION_CORONAL_NO_MM)));
    var axial =
        panel(
            chests.axial(Math.max(0, middle)),
            width,
            Marks.Sides.AXIAL,
            wording.text(Phrase.CAPTION_AXIAL_NO_MM, Math.max(0, middle)));
    var sheet = sheet(coronal, axial);
    var entries =
        List.of(
            new LegendStrip.Entry(Palette.LUNG, wording.text(Phrase.LEGEND_LATER_LUNG)),
            new LegendStrip.Entry(EARLIER, wording.text(Phrase.LEGEND_EARLIER_LUNG)));
    return new LegendStrip(lettering, entries, wording.text(Phrase.NOTICE)).below(sheet);
  }

  private BufferedImage panel(MatchedLevel level, int width, Marks.Sides sides, String caption) {
    var plane = level.current().plane();
    var before = level.prior().plane();
    var lines =
        List.of(
            new OutlinedPlane.Line(
                Outline.round(plane, at -> plane.lungs()[at] != 0), Palette.LUNG, WIDTH_OF_LINES),
            new OutlinedPlane.Line(
                Outline.round(before, at -> before.lungs()[at] != 0), EARLIER, WIDTH_OF_LINES));
    var image = PlanePicture.of(new OutlinedPlane(plane, lines), width);
    Marks.draw(image, sides, caption, new Marks.Bar(0, ""), lettering);
    return image;
  }

  private BufferedImage sheet(BufferedImage left, BufferedImage right) {
    int height = Math.max(left.getHeight(), right.getHeight());
    var sheet =
        new BufferedImage(
            left.getWidth() + GAP + right.getWidth(), STRIP + height, BufferedImage.TYPE_INT_RGB);
    var graphics = PlanePicture.smooth(sheet);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.drawImage(left, 0, STRIP, null);
    graphics.drawImage(right, left.getWidth() + GAP, STRIP, null);
    graphics.setColor(LETTER);
    var headline =
        wording.text(
            Phrase.ALIGNMENT_FAILED,
            ComparisonWords.day(prior, wording),
            ComparisonWords.day(current, wording));
    lettering.draw(graphics, headline, Weight.BOLD, 14, 28, 19);
    lettering.draw(
        graphics,
        ComparisonWords.alignment(alignment.quality(), wording),
        Weight.REGULAR,
        14,
        54,
        15);
    graphics.dispose();
    return sheet;
  }
}
