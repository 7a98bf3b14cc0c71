package org.hilum.imaging.segmentation.painting;

/**
 * What is painted: fields on the frame whose sign says inside or outside.
 *
 * <p>Arrays are {@code [run][row * size + column]}; a slice of {@code dense} that is 0 everywhere
 * may have length 0.
 *
 * @param size rows and columns of the frame
 * @param side labels of the lung a pixel belongs to; 0 is neither
 * @param lung above 0 is lung: exactly where {@code side} is not 0
 * @param opacity above 0 is opacity; nowhere outside the lungs
 * @param sureness logits of opacity as the network gave them, from which probabilities come
 * @param opaque whether a slice holds any opacity
 * @param dense above 0 is consolidation, below 0 ground-glass, 0 where there is no opacity
 */
public record FrameLayers(
    int size,
    byte[][] side,
    float[][] lung,
    float[][] opacity,
    float[][] sureness,
    boolean[] opaque,
    float[][] dense) {}
