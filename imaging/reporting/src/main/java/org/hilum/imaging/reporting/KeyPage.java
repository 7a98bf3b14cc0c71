package org.hilum.imaging.reporting;

import java.awt.image.BufferedImage;

/**
 * The report as people see it, to be filed beside the images.
 *
 * @param pdf the whole report, a PDF file; owned by this record, never changed
 * @param picture its first page
 */
public record KeyPage(byte[] pdf, BufferedImage picture) {}
