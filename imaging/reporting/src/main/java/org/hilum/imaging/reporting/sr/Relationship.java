package org.hilum.imaging.reporting.sr;

/** How an item of content belongs to the one above it (PS3.3 table C.17-6). */
enum Relationship {
  CONTAINS,
  HAS_OBS_CONTEXT,
  HAS_CONCEPT_MOD,
  HAS_ACQ_CONTEXT,
  INFERRED_FROM;

  /** The defined term. */
  String term() {
    return name().replace('_', ' ');
  }
}
