package org.hilum.imaging.dicom;

import java.io.IOException;

/**
 * What is there that matches: the provider's side of C-FIND; called by many associations at once.
 */
@FunctionalInterface
public interface QueryService {

  /**
   * Gives every match, one after another.
   *
   * @throws QueryRefusedException where the question cannot be answered as it was put
   * @throws IOException where it fails; what {@link QueryAnswers} throws is to be let through
   */
  void find(QueryRequest request, QueryAnswers answers) throws IOException;
}
