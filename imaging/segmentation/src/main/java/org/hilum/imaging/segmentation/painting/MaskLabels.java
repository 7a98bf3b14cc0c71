package org.hilum.imaging.segmentation.painting;

/** Which labels are painted for the two kinds of opacity. */
public record MaskLabels(byte groundGlass, byte consolidation) {}
