package org.hilum.imaging.worklist.web;

import org.hilum.imaging.worklist.WorklistReason;

/** Something asked of the list is not done, for a reason. */
final class WorklistRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final WorklistReason reason;
  private final String words;

  WorklistRefusal(WorklistReason reason, String words) {
    super(words);
    this.reason = reason;
    this.words = words;
  }

  static WorklistRefusal malformed(String words) {
    return new WorklistRefusal(WorklistReason.REQUEST_MALFORMED, words);
  }

  static WorklistRefusal unknown() {
    return new WorklistRefusal(
        WorklistReason.NOT_ON_THE_LIST, "there is no such case on the list of this institution");
  }

  WorklistReason reason() {
    return reason;
  }

  String words() {
    return words;
  }
}
