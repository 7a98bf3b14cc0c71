package org.hilum.server.planted.imaging.segmentation.edges;

/** The other half of the cycle that breaks R5. */
public class Rim {
  public void take(org.hilum.server.planted.imaging.segmentation.cleanup.Holes holes) {}
}
