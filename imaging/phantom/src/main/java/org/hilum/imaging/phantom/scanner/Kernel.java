package org.hilum.imaging.phantom.scanner;

/**
 * How a scanner reconstructs: how sharp edges are, and how the noise of neighbouring pixels hangs
 * together.
 */
public enum Kernel {
  SOFT(1.4, 1.0, 0),
  STANDARD(1.1, 0.75, 0),
  LUNG(0.8, 0.6, 0.7);

  private final double edgeMm;
  private final double noiseBlurPixels;
  private final double noiseEdge;

  Kernel(double edgeMm, double noiseBlurPixels, double noiseEdge) {
    this.edgeMm = edgeMm;
    this.noiseBlurPixels = noiseBlurPixels;
    this.noiseEdge = noiseEdge;
  }

  /** Width over which an edge is spread, in millimetres. */
  public double edgeMm() {
    return edgeMm;
  }

  /** Standard deviation of the filter that white noise passes through, in pixels. */
  double noiseBlurPixels() {
    return noiseBlurPixels;
  }

  /** How much of the smooth part of the noise an edge-enhancing kernel takes away. */
  double noiseEdge() {
    return noiseEdge;
  }
}
