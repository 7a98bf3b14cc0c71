package org.hilum.imaging.segmentation.cleanup;

/** Which labels the patient's left and right lung carry. */
public record SideLabels(byte left, byte right) {}
