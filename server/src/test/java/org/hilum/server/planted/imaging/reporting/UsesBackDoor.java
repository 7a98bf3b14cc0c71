package org.hilum.server.planted.imaging.reporting;

/** Breaks R2: enters segmentation by an inner package. */
public class UsesBackDoor {
  public void take(org.hilum.server.planted.imaging.segmentation.cleanup.Holes holes) {}
}
