package org.hilum.epidemic.bulletin.content;

import org.hilum.epidemic.bulletin.CountSource.Failure;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;

/** Why a source gives no counts, in a sentence. */
public final class FailureWords {

  private FailureWords() {}

  /** The sentence. */
  public static String of(Failure failure, Wording wording) {
    return switch (failure.cause()) {
      case NOTHING_CAME -> wording.text(Phrase.FAILURE_NOTHING_CAME);
      case REFUSED -> wording.text(Phrase.FAILURE_REFUSED, failure.words());
    };
  }
}
