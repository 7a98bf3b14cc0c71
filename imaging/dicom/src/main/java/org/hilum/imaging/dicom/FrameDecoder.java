package org.hilum.imaging.dicom;

/** Decodes greyscale pixel data of any CT transfer syntax to stored values. */
public final class FrameDecoder {

  private FrameDecoder() {}

  /**
   * Decodes one frame.
   *
   * @param object an object parsed whole
   * @param frame from 0
   */
  public static FrameDecode decode(DicomObject object, int frame) {
    throw new IllegalStateException("unfinished");
  }
}
