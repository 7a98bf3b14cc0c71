package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * What a frame header says (T.81 B.2.2).
 *
 * @param process last byte of the marker: C0 baseline, C1 extended, C2 progressive, C3 lossless
 * @param precision bits of a sample
 * @param quantization number of the quantization table
 */
record FrameHeader(int process, int precision, int quantization) {

  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LOSSLESS = 0xC3;

  static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  static FrameHeader read(SegmentReader in, int marker, FrameShape shape) {
    if (marker < BASELINE || marker > LOSSLESS) {
      throw CodestreamException.unsupported("JPEG of process " + Integer.toHexString(marker));
    }
    int precision = in.octet();
    int rows = in.unsignedShort();
    int columns = in.unsignedShort();
    int components = in.octet();
    shape.require(rows, columns, precision, components);
    in.octet();
    in.octet();
    int quantization = in.octet();
    if (marker != LOSSLESS && precision != 8 && precision != 12) {
      throw CodestreamException.broken("lossy JPEG has 8 or 12 bits, not " + precision);
    }
    return new FrameHeader(marker, precision, quantization);
  }

  boolean isLossless() {
    return process == LOSSLESS;
  }

  boolean isProgressive() {
    return process == PROGRESSIVE;
  }
}
