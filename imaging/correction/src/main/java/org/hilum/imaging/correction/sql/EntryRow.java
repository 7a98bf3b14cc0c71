package org.hilum.imaging.correction.sql;

import java.time.Instant;

/**
 * Something that was done to a correction.
 *
 * @param kind a step's kind, or {@link #UNDO}, {@link #REDO}, {@link #DISCARD}
 * @param of revision of the step that is undone or done again; 0 where it is a step itself
 */
public record EntryRow(int revision, String kind, int of, String by, Instant at, String note) {

  /** The last step in force is so no more. */
  public static final String UNDO = "UNDO";

  /** A step that was undone is in force again. */
  public static final String REDO = "REDO";

  /** No step is in force any more. */
  public static final String DISCARD = "DISCARD";
}
