package org.hilum.imaging.archive;

import org.hilum.imaging.vocabulary.Reason;

/** What became of an instance that was to be kept; all but a refusal are safe on disk. */
public sealed interface StoreOutcome {

  /**
   * It is new.
   *
   * @param seriesRevision counts every change of the series, from 1; after a deletion it goes on
   * @param opensSeries whether nothing else of its series is here
   */
  record Stored(long seriesRevision, boolean opensSeries) implements StoreOutcome {}

  /** The same instance with the same content was here already. */
  record AlreadyHere() implements StoreOutcome {}

  /** It takes the place of the same instance with other content, which is kept beside it. */
  record Replaced(long seriesRevision) implements StoreOutcome {}

  /** It is not kept. */
  record NotStored(Reason reason) implements StoreOutcome {}
}
