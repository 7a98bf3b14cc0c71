package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the coefficients of a sequential or progressive scan.
 *
 * <p>Source: ITU-T T.81 annexes F.2.2 (sequential) and G (progressive).
 */
final class CoefficientScan {

  private static final int ZERO_RUN = 15;
  private static final int LARGEST_SIZE = 16;

  /** The tables a scan names; the standard lets it name none for what it does not code. */
  record Tables(@Nullable HuffmanTable dc, @Nullable HuffmanTable ac) {}

  private final Tables tables;
  private final EntropyBits bits;
  private final Band band;
  private final boolean progressive;
  private int lastDc;

  /** Blocks still to come in a run of blocks whose band has ended. */
  private int endRun;

  CoefficientScan(Tables tables, EntropyBits bits, Band band, boolean progressive) {
    this.tables = tables;
    this.bits = bits;
    this.band = band;
    this.progressive = progressive;
  }

  /** Decodes all blocks of the plane. */
  void decode(CoefficientPlane plane, int restartBlocks) {
    var values = plane.values();
    for (int n = 0; n < plane.blockCount(); n++) {
      if (restartBlocks > 0 && n > 0 && n % restartBlocks == 0) {
        bits.passRestartMarker();
        lastDc = 0;
        endRun = 0;
      }
      block(values, n * CoefficientPlane.BLOCK);
      bits.requireEnough();
    }
  }

  private void block(int[] values, int start) {
    if (!progressive) {
      values[start] = dcDifference();
      sequentialAc(values, start);
    } else if (band.first() == 0) {
      progressiveDc(values, start);
    } else if (band.isRefinement()) {
      refineAc(values, start);
    } else {
      firstAc(values, start);
    }
  }

  private int dcDifference() {
    int size = JpegDecoder.required(tables.dc()).next(bits);
    if (size > LARGEST_SIZE) {
      throw CodestreamException.broken("a coefficient has too many bits");
    }
    lastDc += bits.signed(size);
    return lastDc;
  }

  private void progressiveDc(int[] values, int start) {
    if (band.isRefinement()) {
      values[start] |= bits.bits(1) << band.low();
    } else {
      values[start] = dcDifference() << band.low();
    }
  }

  private void sequentialAc(int[] values, int start) {
    var table = JpegDecoder.required(tables.ac());
    int k = 1;
    while (k < CoefficientPlane.BLOCK) {
      int symbol = table.next(bits);
      int run = symbol >> 4;
      int size = symbol & 0x0F;
      if (size == 0 && run < ZERO_RUN) {
        return;
      }
      k = within(k + run);
      values[start + k++] = bits.signed(size);
    }
  }

  private void firstAc(int[] values, int start) {
    if (endRun > 0) {
      endRun--;
      return;
    }
    var table = JpegDecoder.required(tables.ac());
    int k = band.first();
    while (k <= band.last()) {
      int symbol = table.next(bits);
      int run = symbol >> 4;
      int size = symbol & 0x0F;
      if (size == 0 && run < ZERO_RUN) {
        endRun = (1 << run) + bits.bits(run) - 1;
        return;
      }
      k = within(k + run);
      values[start + k++] = bits.signed(size) << band.low();
    }
  }

  /** Adds one bit to what is known, and lets coefficients begin that were zero (G.1.2.3). */
  private void refineAc(int[] values, int start) {
    int k = band.first();
    if (endRun == 0) {
      var table = JpegDecoder.required(tables.ac());
      while (k <= band.last()) {
        int symbol = table.next(bits);
        int run = symbol >> 4;
        boolean begins = (symbol & 0x0F) != 0;
        if (!begins && run < ZERO_RUN) {
          endRun = (1 << run) + bits.bits(run);
          break;
        }
        int begun = begins ? (bits.bits(1) == 1 ? 1 : -1) << band.low() : 0;
        k = refineUntil(values, start, k, run);
        if (begins) {
          values[start + within(k)] = begun;
        }
        k++;
      }
    }
    if (endRun > 0) {
      refineUntil(values, start, k, CoefficientPlane.BLOCK);
      endRun--;
    }
  }

  /** Refines what is not zero; gives the place of the zero after as many zeros as are to pass. */
  private int refineUntil(int[] values, int start, int from, int zerosToPass) {
    int zeros = zerosToPass;
    int k = from;
    for (; k <= band.last(); k++) {
      int value = values[start + k];
      if (value == 0) {
        if (zeros-- == 0) {
          break;
        }
      } else if (bits.bits(1) == 1 && (Math.abs(value) >> band.low() & 1) == 0) {
        values[start + k] += (value > 0 ? 1 : -1) << band.low();
      }
    }
    return k;
  }

  private int within(int k) {
    if (k > (progressive ? band.last() : CoefficientPlane.BLOCK - 1)) {
      throw CodestreamException.broken("a block has too many coefficients");
    }
    return k;
  }
}
