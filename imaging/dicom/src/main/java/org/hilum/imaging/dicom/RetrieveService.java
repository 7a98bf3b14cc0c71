package org.hilum.imaging.dicom;

import java.util.List;
import java.util.Optional;

/** What is to be sent where: the provider's side of C-MOVE and C-GET. */
public interface RetrieveService {

  /** The objects asked for, in the order in which they are sent; empty where there are none. */
  List<SendableObject> retrieve(QueryRequest request) throws QueryRefusedException;

  /**
   * Where the application entity of a title is reached; empty where it is not known, or whoever
   * asks may not send there.
   *
   * @param request what is to be sent there, and who asks
   */
  Optional<CallSettings> destination(String moveDestination, QueryRequest request);
}
