package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;

/**
 * How a chest looks at its key levels: axial slices, one coronal plane and the middle of each lung
 * from the side in the lung window, with the outlines of lungs and opacities, shown as radiologists
 * hang them: the patient's right on the viewer's left, the front or the head above.
 *
 * <p>Any source orientation shows the same picture.
 */
public final class ChestPictures {

  private static final Color STRIP = new Color(0x11171B);
  private static final Color STRIP_LETTER = new Color(0xC9D2D8);

  private final ChestView view;
  private final Levels levels;
  private final Box box;
  private final Wording wording;
  private final Lettering lettering;
  private final boolean spacingKnown;

  /** What was outlined for one size is used for the others. */
  private final Map<String, OutlinedPlane> planes;

  private ChestPictures(ReadingFindings findings, Wording wording, Lettering lettering) {
    view = ChestView.of(findings);
    levels = view.levels();
    box = levels.box();
    spacingKnown = findings.volume().spacingKnown();
    planes = new ConcurrentHashMap<>();
    this.wording = wording;
    this.lettering = lettering;
  }

  private ChestPictures(ChestPictures same, Wording wording) {
    view = same.view;
    levels = same.levels;
    box = same.box;
    spacingKnown = same.spacingKnown;
    planes = same.planes;
    lettering = same.lettering;
    this.wording = wording;
  }

  /** The pictures of these findings. */
  public static ChestPictures of(ReadingFindings findings, Wording wording, Lettering lettering) {
    return new ChestPictures(findings, wording, lettering);
  }

  /** The same pictures with other words on them. */
  public ChestPictures in(Wording other) {
    return new ChestPictures(this, other);
  }

  /** Heights k of the key slices in canonical order, from the head down. */
  public List<Integer> keySlices() {
    return KeySlices.of(levels);
  }

  /** The kinds of opacity a legend must name. */
  public List<OpacityKind> kinds() {
    return levels.kinds();
  }

  /** Whether a legend must name the fissures. */
  public boolean hasLobes() {
    return view.hasLobes();
  }

  /** Height over width of an axial picture. */
  public double axialAspect() {
    return box.rows()
        * view.geometry().jSpacingMm()
        / (box.columns() * view.geometry().iSpacingMm());
  }

  /** Height over width of the coronal picture. */
  public double coronalAspect() {
    return box.slices()
        * view.geometry().kSpacingMm()
        / (box.columns() * view.geometry().iSpacingMm());
  }

  /** The chart of opacity by height that belongs beside the coronal picture. */
  public HeightProfile profile() {
    return new HeightProfile(levels, box, wording, lettering);
  }

  /** An axial slice, so many pixels wide. */
  public BufferedImage axial(int k, int width) {
    var outlined = planes.computeIfAbsent("axial " + k, _ -> OutlinedPlane.of(view.axial(k, box)));
    var image = PlanePicture.of(outlined, width);
    var caption =
        view.heightMm(k)
            .map(mm -> wording.text(Phrase.CAPTION_AXIAL, k, Numbers.of(mm, 1)))
            .orElseGet(() -> wording.text(Phrase.CAPTION_AXIAL_NO_MM, k));
    Marks.draw(image, Marks.Sides.AXIAL, caption, bar(outlined.plane(), width), lettering);
    return image;
  }

  /** The coronal plane with most opacity, so many pixels wide. */
  public BufferedImage coronal(int width) {
    int j = levels.fullestDepth();
    var outlined =
        planes.computeIfAbsent("coronal " + j, _ -> OutlinedPlane.of(view.coronal(j, box)));
    var image = PlanePicture.of(outlined, width);
    var caption =
        view.depthMm(j)
            .map(mm -> wording.text(Phrase.CAPTION_CORONAL, Numbers.of(mm, 1)))
            .orElseGet(() -> wording.text(Phrase.CAPTION_CORONAL_NO_MM));
    Marks.draw(image, Marks.Sides.CORONAL, caption, bar(outlined.plane(), width), lettering);
    return image;
  }

  /** The sides whose lung can be shown from the side. */
  public List<Side> sides() {
    return Arrays.stream(Side.values()).filter(side -> levels.middle(side).isPresent()).toList();
  }

  /** The middle of a lung from the patient's left, so many pixels wide; refuses a side without. */
  public BufferedImage sagittal(Side side, int width) {
    int i = levels.middle(side).orElseThrow();
    var outlined = OutlinedPlane.of(view.sagittal(i, box));
    var image = PlanePicture.of(outlined, width);
    var lung = wording.region(Region.lung(side));
    var caption =
        view.acrossMm(i)
            .map(mm -> wording.text(Phrase.CAPTION_SAGITTAL, lung, Numbers.of(mm, 1)))
            .orElseGet(() -> wording.text(Phrase.CAPTION_SAGITTAL_NO_MM, lung));
    Marks.draw(image, Marks.Sides.SAGITTAL, caption, bar(outlined.plane(), width), lettering);
    return image;
  }

  private Marks.Bar bar(Plane plane, int width) {
    double mmPerPixel = spacingKnown ? plane.width() * plane.columnMm() / width : 0;
    return new Marks.Bar(mmPerPixel, wording.text(Phrase.SCALE_BAR));
  }

  /** A picture that stands alone: with a legend and the notice below. */
  public BufferedImage withLegend(BufferedImage picture) {
    double size = Math.max(12, picture.getWidth() / 45.0);
    int strip = (int) Math.round(2.2 * size);
    var image =
        new BufferedImage(
            picture.getWidth(), picture.getHeight() + strip, BufferedImage.TYPE_INT_RGB);
    var graphics = PlanePicture.smooth(image);
    graphics.drawImage(picture, 0, 0, null);
    graphics.setColor(STRIP);
    graphics.fillRect(0, picture.getHeight(), image.getWidth(), strip);
    double baseline = picture.getHeight() + strip / 2.0 + size * 0.35;
    double x = size * 0.8;
    graphics.setColor(Palette.LUNG);
    x = legend(graphics, wording.text(Phrase.LEGEND_LUNG), x, baseline, size);
    if (hasLobes()) {
      graphics.setColor(Palette.FISSURE);
      x = legend(graphics, wording.text(Phrase.LEGEND_FISSURE), x, baseline, size);
    }
    for (var kind : levels.kinds()) {
      graphics.setColor(Palette.of(kind));
      x = legend(graphics, wording.kind(kind), x, baseline, size);
    }
    var notice = wording.text(Phrase.NOTICE);
    double noticeSize = size * 0.85;
    double width = lettering.width(notice, Weight.REGULAR, noticeSize);
    graphics.setColor(STRIP_LETTER);
    lettering.draw(
        graphics,
        notice,
        Weight.REGULAR,
        Math.max(x, image.getWidth() - size * 0.8 - width),
        baseline,
        noticeSize);
    graphics.dispose();
    return image;
  }

  private double legend(Graphics2D graphics, String words, double x, double baseline, double size) {
    graphics.fill(new Rectangle2D.Double(x, baseline - size * 0.42, size * 1.3, size * 0.18));
    double after = x + size * 1.7;
    lettering.draw(graphics, words, Weight.REGULAR, after, baseline, size * 0.9);
    return after + lettering.width(words, Weight.REGULAR, size * 0.9) + size * 1.2;
  }
}
