package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * How two dates of a chest differ, at matched levels: the earlier one sampled on the slices of the
 * later, each lesion in its colour at both; what became denser or less dense; where opacity
 * appeared, went or stayed. Hung as radiologists do: the patient's right on the viewer's left, the
 * front above.
 */
public final class ComparisonPictures {

  /** Dark gap between panels, pixels. */
  private static final int GAP = 4;

  private final ComparedFindings findings;
  private final Wording wording;
  private final Lettering lettering;
  private final ComparisonWords words;
  private final MatchedChests chests;
  private final Map<Integer, MatchedLevel> matched = new ConcurrentHashMap<>();

  public ComparisonPictures(ComparedFindings findings, Wording wording, Lettering lettering) {
    this.findings = findings;
    this.wording = wording;
    this.lettering = lettering;
    words = new ComparisonWords(findings, wording);
    var pair = findings.lastPair();
    chests =
        new MatchedChests(
            findings.prior(),
            findings.current(),
            pair.alignment(),
            findings.comparison().lesions(),
            pair.prior());
  }

  /** Heights k of the later date's slices that are shown, from the head down. */
  public List<Integer> levels() {
    return levels(MatchedLevels.MOST);
  }

  /** As {@link #levels()}, but at most so many: those that tell most. */
  public List<Integer> levels(int most) {
    return MatchedLevels.of(findings, chests, most);
  }

  /** Height over width of every panel. */
  public double aspect() {
    var box = chests.levels().box();
    var geometry = chests.view().geometry();
    return box.rows() * geometry.jSpacingMm() / (box.columns() * geometry.iSpacingMm());
  }

  private MatchedLevel level(int k) {
    return matched.computeIfAbsent(k, chests::axial);
  }

  /** The earlier date on the slice of the later, so many pixels wide. */
  public BufferedImage earlier(int k, int width) {
    var level = level(k);
    var day = words.day(findings.lastPair().prior());
    var caption =
        chests
            .priorView()
            .heightMm(level.priorK())
            .map(
                mm ->
                    wording.text(
                        Phrase.CAPTION_MATCHED_EARLIER, day, level.priorK(), Numbers.of(mm, 1)))
            .orElseGet(
                () -> wording.text(Phrase.CAPTION_MATCHED_EARLIER_NO_MM, day, level.priorK()));
    return IdentityPicture.of(level.prior(), width, caption, bar(width), lettering);
  }

  /** The later date's slice, so many pixels wide. */
  public BufferedImage later(int k, int width) {
    var day = words.day(findings.lastPair().current());
    var caption =
        chests
            .view()
            .heightMm(k)
            .map(mm -> wording.text(Phrase.CAPTION_MATCHED_LATER, day, k, Numbers.of(mm, 1)))
            .orElseGet(() -> wording.text(Phrase.CAPTION_MATCHED_LATER_NO_MM, day, k));
    return IdentityPicture.of(level(k).current(), width, caption, bar(width), lettering);
  }

  /** What became denser or less dense on the later date's slice. */
  public BufferedImage density(int k, int width) {
    return coloured(
        k, width, ChangeColours.density(level(k)), wording.text(Phrase.CAPTION_DENSITY, k));
  }

  /** Where opacity appeared, went or stayed on the later date's slice. */
  public BufferedImage extent(int k, int width) {
    return coloured(
        k, width, ChangeColours.extent(level(k)), wording.text(Phrase.CAPTION_EXTENT, k));
  }

  private BufferedImage coloured(int k, int width, BufferedImage colours, String caption) {
    var plane = level(k).current().plane();
    var image = PlanePicture.of(new OutlinedPlane(plane, List.of()), width);
    var graphics = image.createGraphics();
    graphics.drawImage(colours, 0, 0, image.getWidth(), image.getHeight(), null);
    graphics.dispose();
    Marks.draw(image, Marks.Sides.AXIAL, caption, bar(width), lettering);
    return image;
  }

  private Marks.Bar bar(int width) {
    var box = chests.levels().box();
    double mm = box.columns() * chests.view().geometry().iSpacingMm();
    return new Marks.Bar(
        findings.current().volume().spacingKnown() ? mm / width : 0,
        wording.text(Phrase.SCALE_BAR));
  }

  /** Both dates beside each other, with the lesions' colours named below. */
  public BufferedImage matched(int k, int width) {
    var seen = new TreeSet<Integer>(level(k).prior().lesions());
    seen.addAll(level(k).current().lesions());
    var entries = new ArrayList<LegendStrip.Entry>();
    for (var life : LesionLife.recent(findings)) {
      int identity = life.lesion().identity();
      if (seen.contains(identity)) {
        entries.add(
            new LegendStrip.Entry(
                Palette.ofIdentity(identity), identity + "  " + life.fate(wording)));
      }
    }
    return beside(earlier(k, width), later(k, width), entries);
  }

  /** Both maps of change beside each other, with their key below. */
  public BufferedImage change(int k, int width) {
    return beside(density(k, width), extent(k, width), key());
  }

  private BufferedImage beside(
      BufferedImage left, BufferedImage right, List<LegendStrip.Entry> entries) {
    var both =
        new BufferedImage(
            left.getWidth() + GAP + right.getWidth(), left.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = both.createGraphics();
    graphics.drawImage(left, 0, 0, null);
    graphics.drawImage(right, left.getWidth() + GAP, 0, null);
    graphics.dispose();
    return new LegendStrip(lettering, entries, wording.text(Phrase.NOTICE)).below(both);
  }

  private List<LegendStrip.Entry> key() {
    return changeKey().stream()
        .map(entry -> new LegendStrip.Entry(entry.colour(), entry.words()))
        .toList();
  }

  /** A colour of the change maps and what it means. */
  public record KeyEntry(Color colour, String words) {}

  /** What the colours of the change maps mean. */
  public List<KeyEntry> changeKey() {
    var key = new ArrayList<KeyEntry>();
    for (int hu :
        new int[] {
          -ChangeColours.FULL_HU,
          -ChangeColours.LEAST_HU,
          ChangeColours.LEAST_HU,
          ChangeColours.FULL_HU
        }) {
      key.add(
          new KeyEntry(
              ChangeColours.keyColour(hu),
              wording.text(
                  Phrase.KEY_SCALE,
                  org.hilum.imaging.reporting.content.CourseWords.signed(hu, 0))));
    }
    key.add(new KeyEntry(Palette.APPEARED, wording.text(Phrase.KEY_APPEARED)));
    key.add(new KeyEntry(Palette.GONE, wording.text(Phrase.KEY_GONE)));
    key.add(new KeyEntry(Palette.STAYED, wording.text(Phrase.KEY_STAYED)));
    return key;
  }

  /** How the change maps are made, in words. */
  public String changeNote() {
    return wording.text(
        Phrase.CHANGE_MAP_NOTE, Numbers.of(ChangeColours.AVERAGED_MM, 0), ChangeColours.LEAST_HU);
  }
}
