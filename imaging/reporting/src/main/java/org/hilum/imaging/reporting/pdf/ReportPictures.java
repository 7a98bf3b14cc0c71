package org.hilum.imaging.reporting.pdf;

import java.awt.image.BufferedImage;
import java.util.List;
import org.hilum.imaging.vocabulary.OpacityKind;

/**
 * The pictures of a report.
 *
 * @param axial key slices from the head down
 * @param coronal the plane seen from the front
 * @param profile the chart of opacity by height, as high as the coronal picture
 * @param kinds kinds of opacity that the legend names
 * @param hasLobes whether the legend names the fissures
 */
public record ReportPictures(
    List<BufferedImage> axial,
    BufferedImage coronal,
    BufferedImage profile,
    List<OpacityKind> kinds,
    boolean hasLobes) {

  public ReportPictures {
    axial = List.copyOf(axial);
    kinds = List.copyOf(kinds);
  }
}
