package org.hilum.imaging.dicom;

import java.util.Optional;

/**
 * What a {@link DicomListener} provides beside Verification.
 *
 * @param store where received objects go
 * @param query answers C-FIND; empty where it is not provided
 * @param retrieve answers C-MOVE and C-GET; empty where they are not provided
 */
public record DicomServices(
    StoredObjectSink store, Optional<QueryService> query, Optional<RetrieveService> retrieve) {

  /** Storage alone. */
  public static DicomServices storing(StoredObjectSink store) {
    return new DicomServices(store, Optional.empty(), Optional.empty());
  }
}
