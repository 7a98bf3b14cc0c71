package org.hilum.imaging.dicom;

import java.io.IOException;

/** A query or retrieval is not carried out; carries the answer to whoever asked. */
public final class QueryRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient DimseStatus status;

  public QueryRefusedException(DimseStatus status) {
    super(status.toString());
    this.status = status;
  }

  /** The answer. */
  public DimseStatus status() {
    return status;
  }
}
