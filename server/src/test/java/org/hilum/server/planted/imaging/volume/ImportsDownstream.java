package org.hilum.server.planted.imaging.volume;

/** Breaks R1: volume looks at a later step. */
public class ImportsDownstream {
  public void take(org.hilum.server.planted.imaging.reporting.Report report) {}
}
