package org.hilum.imaging.segmentation;

/**
 * How long one step of a segmentation took.
 *
 * @param step {@code prepare}, {@code infer}, {@code clean}, {@code paint} or {@code review}
 */
public record StepTime(String step, double seconds) {}
