package org.hilum.imaging.segmentation.inference;

/** A network could not be opened or run: a fault of the installation, not of the chest. */
public final class NetworkFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NetworkFault(String message) {
    super(message);
  }

  public NetworkFault(String message, Throwable cause) {
    super(message, cause);
  }
}
