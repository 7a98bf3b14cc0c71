package org.hilum.imaging.worklist;

/** What institutions are called. */
@FunctionalInterface
public interface SiteNames {

  /** The name of an institution; its code where it has none. */
  String nameOf(String institution);
}
