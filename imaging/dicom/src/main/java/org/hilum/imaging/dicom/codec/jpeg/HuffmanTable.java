package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * Turns codes into symbols by looking sixteen bits up at once.
 *
 * <p>Source: ITU-T T.81 annex C (codes from their numbers by length).
 */
final class HuffmanTable {

  private static final int LONGEST_CODE = 16;
  private static final int QUICK_BITS = 10;

  /** Length of the code, times 256, and its symbol; by the next ten bits; 0 for longer codes. */
  private final int[] quick = new int[1 << QUICK_BITS];

  private final int[] firstCodeAfter = new int[LONGEST_CODE + 1];
  private final int[] symbolOffset = new int[LONGEST_CODE + 1];
  private final byte[] symbols;

  /**
   * @param counts how many codes there are of 1, 2 … 16 bits
   * @param symbols in the order of their codes
   */
  HuffmanTable(int[] counts, byte[] symbols) {
    this.symbols = symbols;
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      symbolOffset[length] = symbol - code;
      for (int n = 0; n < counts[length - 1]; n++) {
        if (code >= 1 << length) {
          throw CodestreamException.broken("a Huffman table has more codes than bits");
        }
        remember(code++, length, symbols[symbol++] & 0xFF);
      }
      firstCodeAfter[length] = code << LONGEST_CODE - length;
      code <<= 1;
    }
  }

  private void remember(int code, int length, int symbol) {
    if (length <= QUICK_BITS) {
      int first = code << QUICK_BITS - length;
      int last = first + (1 << QUICK_BITS - length);
      for (int n = first; n < last; n++) {
        quick[n] = length << 8 | symbol;
      }
    }
  }

  /** The next symbol. */
  int next(EntropyBits bits) {
    int window = bits.peek16();
    int known = quick[window >>> LONGEST_CODE - QUICK_BITS];
    if (known != 0) {
      bits.skip(known >>> 8);
      return known & 0xFF;
    }
    for (int length = QUICK_BITS + 1; length <= LONGEST_CODE; length++) {
      if (window < firstCodeAfter[length]) {
        bits.skip(length);
        return symbols[(window >>> LONGEST_CODE - length) + symbolOffset[length]] & 0xFF;
      }
    }
    throw CodestreamException.broken("the compressed pixels hold a code that is in no table");
  }
}
