package org.hilum.server.planted.imaging.quantification;

/** Breaks R4: a step that knows the time and chance. */
public class AsksTheClock {
  public double guess() {
    return java.time.Instant.now().toEpochMilli() * new java.util.Random().nextDouble();
  }
}
