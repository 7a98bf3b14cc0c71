package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * Which coefficients a scan codes, and how far (T.81 G.1.1.1).
 *
 * @param first first coefficient in zigzag order
 * @param last last coefficient
 * @param high bit position of the scan before; 0 for the first scan of a band
 * @param low bit position of this scan
 */
record Band(int first, int last, int high, int low) {

  Band {
    if (first > last || last > 63 || low > 13) {
      throw CodestreamException.broken("a scan names coefficients that do not exist");
    }
  }

  boolean isRefinement() {
    return high != 0;
  }
}
