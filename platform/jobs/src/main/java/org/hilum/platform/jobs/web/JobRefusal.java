package org.hilum.platform.jobs.web;

import org.hilum.platform.jobs.JobsReason;

/** Why a request is turned away. */
final class JobRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final JobsReason reason;

  JobRefusal(JobsReason reason, String words) {
    super(words, null, false, false);
    this.reason = reason;
  }

  JobsReason reason() {
    return reason;
  }
}
