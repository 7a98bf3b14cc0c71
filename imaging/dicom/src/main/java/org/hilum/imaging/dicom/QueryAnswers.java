package org.hilum.imaging.dicom;

import java.io.IOException;

/** Where the matches of one query go. */
public interface QueryAnswers {

  /** Says, before the first match, that some keys asked for are neither matched nor known. */
  void keysPassedOver();

  /**
   * Sends a match to whoever asked.
   *
   * @return false where no more is wanted
   * @throws IOException where the peer has gone
   */
  boolean answer(DataSet match) throws IOException;
}
