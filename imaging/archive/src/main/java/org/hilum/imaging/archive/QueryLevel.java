package org.hilum.imaging.archive;

/** The levels of the composite information model that can be asked for (PS3.4 C.3). */
public enum QueryLevel {
  PATIENT,
  STUDY,
  SERIES,
  INSTANCE
}
