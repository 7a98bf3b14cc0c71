package org.hilum.imaging.segmentation;

/** Segmentation cannot work at all: a network is missing, altered or does not run. */
public final class SegmentationFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SegmentationFault(String message) {
    super(message);
  }

  public SegmentationFault(String message, Throwable cause) {
    super(message, cause);
  }
}
