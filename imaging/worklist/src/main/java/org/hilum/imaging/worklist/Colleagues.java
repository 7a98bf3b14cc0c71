package org.hilum.imaging.worklist;

/** Whom work can be given to. */
@FunctionalInterface
public interface Colleagues {

  /** Whether that is an account of the institution whose people may take cases. */
  boolean mayTakeCases(String account, String institution);
}
