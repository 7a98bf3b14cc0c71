package org.hilum.imaging.archive;

/** The index or its files could not be reached; the message carries ids and never names. */
public final class ArchiveFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ArchiveFault(String message) {
    super(message);
  }

  public ArchiveFault(String message, Throwable cause) {
    super(message, cause);
  }
}
