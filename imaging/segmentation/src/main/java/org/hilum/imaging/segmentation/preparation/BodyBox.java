package org.hilum.imaging.segmentation.preparation;

/**
 * The edges of the body in the plane of the slices, in millimetres from the centre of pixel (0, 0).
 *
 * <p>Top is the first row, left the first column: no side of the patient is meant.
 */
public record BodyBox(double topMm, double bottomMm, double leftMm, double rightMm) {}
