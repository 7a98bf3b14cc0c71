package org.hilum.imaging.reporting;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What was written for people to look at.
 *
 * @param pdf the report, as it stands in {@code report.pdf}
 * @param keyPage the whole reading on one picture, RGB
 * @param files names of all files written, relative to the folder, in reading order
 */
public record WrittenPages(byte[] pdf, BufferedImage keyPage, List<String> files) {

  public WrittenPages {
    files = List.copyOf(files);
  }
}
