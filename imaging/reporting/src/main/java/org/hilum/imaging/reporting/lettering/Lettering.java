package org.hilum.imaging.reporting.lettering;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a text looks in the report's fonts: Source Sans Pro for Latin, Greek and Cyrillic, Noto Sans
 * SC for Chinese and Japanese; both under the SIL Open Font License 1.1.
 *
 * <p>Drawn as outlines, so that a machine without fonts or a font system shows the same letters.
 * One instance may be shared by threads. The Chinese fonts are opened when the first character
 * needs them.
 *
 * <p>Limits: as {@link TypeFace}; a character neither font has is shown as a box.
 */
public final class Lettering {

  /** How heavy letters are. */
  public enum Weight {
    REGULAR,
    BOLD
  }

  /** What stands for a character that no font has. */
  public static final String MISSING = "\u25a1";

  private static final String LATIN = "/fonts/ttf/SourceSansPro/SourceSansPro-";
  private static final String CHINESE = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  private final Face latinRegular = new Face(LATIN + "Regular.ttf", "HilumLatin-Regular");
  private final Face latinBold = new Face(LATIN + "SemiBold.ttf", "HilumLatin-Bold");
  private final Face chineseRegular = new Face(CHINESE + "Regular.ttf", "HilumChinese-Regular");
  private final Face chineseBold = new Face(CHINESE + "Bold.ttf", "HilumChinese-Bold");

  /** A font of the class path, opened when it is first used. */
  private static final class Face {
    private final String resource;
    private final String name;
    private @Nullable TypeFace opened;

    Face(String resource, String name) {
      this.resource = resource;
      this.name = name;
    }

    synchronized TypeFace face() {
      if (opened == null) {
        opened = TypeFace.of(read(resource));
      }
      return opened;
    }
  }

  /**
   * A font file that holds just the characters of some texts.
   *
   * @param family name to call it by
   */
  public record EmbeddableFont(String family, Weight weight, byte[] file) {}

  private static byte[] read(String resource) {
    try (var in = Lettering.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the font library is not on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + resource, failed);
    }
  }

  private List<Face> faces(Weight weight) {
    return weight == Weight.BOLD
        ? List.of(latinBold, chineseBold)
        : List.of(latinRegular, chineseRegular);
  }

  /** Whether a font has the character. */
  public boolean canShow(int codePoint) {
    return find(codePoint, Weight.REGULAR) != null;
  }

  private @Nullable TypeFace find(int codePoint, Weight weight) {
    for (var face : faces(weight)) {
      if (face.face().glyph(codePoint) != 0) {
        return face.face();
      }
    }
    return null;
  }

  /** The text with {@link #MISSING} for each character that no font has. */
  public String shown(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (Character.isWhitespace(codePoint) || canShow(codePoint)) {
                shown.appendCodePoint(codePoint);
              } else {
                shown.append(MISSING);
              }
            });
    return shown.toString();
  }

  /** Width of a text in the unit of the size. */
  public double width(String text, Weight weight, double size) {
    var shown = shown(text);
    double width = 0;
    for (int at = 0; at < shown.length(); at += Character.charCount(shown.codePointAt(at))) {
      width += advance(shown.codePointAt(at), weight, size);
    }
    return width;
  }

  private double advance(int codePoint, Weight weight, double size) {
    var face = find(codePoint, weight);
    return face == null ? 0 : face.advance(face.glyph(codePoint)) * size / face.unitsPerEm();
  }

  /** The outline of a text that begins at a point on its baseline. */
  public Path2D outline(String text, Weight weight, double x, double baseline, double size) {
    var path = new Path2D.Float(Path2D.WIND_NON_ZERO);
    var shown = shown(text);
    double at = x;
    for (int n = 0; n < shown.length(); n += Character.charCount(shown.codePointAt(n))) {
      int codePoint = shown.codePointAt(n);
      var face = find(codePoint, weight);
      if (face != null) {
        face.outline(face.glyph(codePoint), at, baseline, size, path);
        at += advance(codePoint, weight, size);
      }
    }
    return path;
  }

  /** Draws a text in the current colour. */
  public void draw(
      Graphics2D graphics, String text, Weight weight, double x, double baseline, double size) {
    graphics.fill(outline(text, weight, x, baseline, size));
  }

  /** Fonts that hold the characters of a text, for a document to embed; Latin first. */
  public List<EmbeddableFont> embeddable(String text) {
    var fonts = new ArrayList<EmbeddableFont>();
    for (var weight : Weight.values()) {
      SortedSet<Integer> left = new TreeSet<>();
      text.codePoints().forEach(left::add);
      for (var face : faces(weight)) {
        if (left.isEmpty()) {
          break;
        }
        var here = new TreeSet<>(left);
        here.removeIf(codePoint -> face.face().glyph(codePoint) == 0);
        if (!here.isEmpty()) {
          var family = face.name.substring(0, face.name.indexOf('-'));
          fonts.add(
              new EmbeddableFont(family, weight, FaceSubset.of(face.face(), face.name, here)));
        }
        left.removeAll(here);
      }
    }
    return fonts;
  }
}
