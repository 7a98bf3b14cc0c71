package org.hilum.platform.access;

/** One thing that can be allowed; what no role names is allowed to nobody. */
public enum Permission {
  /** Send images and reports in. */
  SEND_IMAGES,
  /** See which studies there are and how far they are. */
  VIEW_WORKLIST,
  /** Take a study, give it to somebody, say that it is urgent. */
  ASSIGN_WORK,
  /** See and fetch images. */
  VIEW_IMAGES,
  /** See and fetch what was measured and reported. */
  VIEW_RESULTS,
  /** Take images and results out of the house. */
  EXPORT,
  /** Correct, sign, withdraw. */
  CORRECT_AND_SIGN,
  /** Delete studies, with a record. */
  DELETE_IMAGES,
  /** See the queue of work. */
  VIEW_WORK,
  /** Cancel work, or have it done again. */
  MANAGE_WORK,
  /** Make and change accounts and tokens of one's institution. */
  MANAGE_PEOPLE,
  /** Make and change institutions, their senders and who reads for whom. */
  MANAGE_INSTITUTIONS,
  /** Change how the program works. */
  MANAGE_SETTINGS,
  /** See health and metrics. */
  VIEW_OPERATION,
  /** See who did what. */
  VIEW_AUDIT,
  /** See counts and forecasts of the epidemic: of places, never of patients. */
  VIEW_EPIDEMIC,
  /** Send such counts in. */
  SEND_COUNTS
}
