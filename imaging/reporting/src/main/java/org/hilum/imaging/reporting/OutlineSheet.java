package org.hilum.imaging.reporting;

import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.OutlinePanels;
import org.hilum.imaging.reporting.overlay.Png;

/**
 * How several outlines on the same axial slices differ, as one picture to look at: slices in the
 * lung window side by side, each outline in its colour, a legend and the notice below.
 *
 * <p>In: planes whose left is the patient's right and whose top is the patient's front. Out: R and
 * L stand on each slice; pixels of one size in millimetres.
 */
public final class OutlineSheet {

  private final Lettering lettering = new Lettering();

  /** Whose outline a line is, and its colour, 0xRRGGBB. */
  public record Line(String words, int rgb) {}

  /**
   * One slice.
   *
   * @param caption which slice it is
   * @param width columns
   * @param height rows
   * @param columnMm distance between columns
   * @param rowMm distance between rows
   * @param hu Hounsfield units, row by row
   * @param inside one mask a line, in the order of the lines
   */
  public record Panel(
      String caption,
      int width,
      int height,
      double columnMm,
      double rowMm,
      short[] hu,
      List<BitSet> inside) {
    public Panel {
      inside = List.copyOf(inside);
      if (hu.length != width * height) {
        throw new IllegalArgumentException("a slice has rows x columns voxels");
      }
    }
  }

  /** The sheet as a PNG file. */
  public byte[] png(String title, List<Line> lines, List<Panel> panels) {
    return Png.of(new OutlinePanels(lettering).draw(title, lines, panels));
  }
}
