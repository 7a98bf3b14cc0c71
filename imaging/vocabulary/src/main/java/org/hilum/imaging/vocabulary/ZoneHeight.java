package org.hilum.imaging.vocabulary;

/** Which third of a lung's height, from the apex down. */
public enum ZoneHeight {
  UPPER,
  MIDDLE,
  LOWER
}
