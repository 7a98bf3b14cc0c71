package org.hilum.imaging.dicom;

/** Who may call cannot be told at this moment: the caller is asked to come again. */
public final class PolicyAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PolicyAwayException(Throwable cause) {
    super("who may call cannot be told: " + cause.getMessage(), cause);
  }
}
