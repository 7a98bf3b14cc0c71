package org.hilum.server.planted.imaging.segmentation.cleanup;

/** An inner mechanism, in a cycle with another: breaks R5. */
public class Holes {
  public void take(org.hilum.server.planted.imaging.segmentation.edges.Rim rim) {}
}
