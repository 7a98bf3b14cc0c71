package org.hilum.imaging.worklist;

import org.hilum.imaging.dicom.Uid;

/** A study of an institution: a case of the worklist. */
public record CaseKey(String institution, Uid studyInstanceUid) {

  private static final char BETWEEN = '/';

  /** As the subject of a job. */
  public String subject() {
    return institution + BETWEEN + studyInstanceUid.value();
  }

  /** From the subject of a job. */
  public static CaseKey of(String subject) {
    int between = subject.indexOf(BETWEEN);
    if (between < 1) {
      throw new IllegalArgumentException("not the subject of a case: " + subject);
    }
    return new CaseKey(subject.substring(0, between), new Uid(subject.substring(between + 1)));
  }
}
