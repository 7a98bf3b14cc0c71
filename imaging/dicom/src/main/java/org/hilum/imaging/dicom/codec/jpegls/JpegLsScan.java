package org.hilum.imaging.dicom.codec.jpegls;

import java.util.Arrays;

/**
 * Decodes the samples of a scan of one component, line by line.
 *
 * <p>Source: ITU-T T.87 annex A; the names of its variables are kept (A, B, C, N, Nn, k).
 */
final class JpegLsScan {

  private static final int REGULAR_CONTEXTS = 365;
  private static final int CONTEXTS = REGULAR_CONTEXTS + 2;
  private static final int SMALLEST_CORRECTION = -128;
  private static final int LARGEST_CORRECTION = 127;

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int N = 3;

  /** Order of run lengths (T.87 A.7.1.1). */
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final JpegLsBits bits;
  private final byte[] regions;
  private final int maxValue;
  private final int near;
  private final int step;
  private final int wrap;
  private final int errorBits;
  private final int limit;
  private final int reset;
  private final int startA;

  /** A, B, C and N of each context, one after the other. */
  private final int[] contexts = new int[4 * CONTEXTS];

  private int runIndex;

  JpegLsScan(JpegLsParameters parameters, JpegLsBits bits) {
    this.bits = bits;
    this.regions = parameters.regions();
    this.maxValue = parameters.maxValue();
    this.near = parameters.near();
    this.step = 2 * near + 1;
    this.wrap = parameters.range() * step;
    this.errorBits = parameters.errorBits();
    this.limit = parameters.limit();
    this.reset = parameters.reset();
    this.startA = Math.max(2, (parameters.range() + 32) / 64);
    restart();
  }

  /** Forgets what was learned, at the beginning and at each restart marker. */
  void restart() {
    for (int q = 0; q < contexts.length; q += 4) {
      contexts[q + A] = startA;
      contexts[q + B] = 0;
      contexts[q + C] = 0;
      contexts[q + N] = 1;
    }
    runIndex = 0;
  }

  /**
   * Decodes a line. Both lines have one sample more on each side: index 1 is the first column.
   *
   * @param above the line before; its last entry is set here
   * @param line receives the samples; its first entry is set here
   */
  void line(int[] above, int[] line, int columns) {
    line[0] = above[1];
    above[columns + 1] = above[columns];
    int x = 1;
    while (x <= columns) {
      int ra = line[x - 1];
      int rb = above[x];
      int rc = above[x - 1];
      int rd = above[x + 1];
      int q =
          81 * regions[rd - rb + maxValue]
              + 9 * regions[rb - rc + maxValue]
              + regions[rc - ra + maxValue];
      if (q == 0) {
        x = run(above, line, x, columns);
      } else {
        line[x++] = regular(q, ra, rb, rc);
      }
    }
    bits.requireEnough();
  }

  private int regular(int signedContext, int ra, int rb, int rc) {
    var known = contexts;
    int sign = signedContext >> 31;
    int q = (signedContext ^ sign) - sign << 2;
    int errors = known[q + A];
    int bias = known[q + B];
    int occurrences = known[q + N];
    int k = 0;
    while (occurrences << k < errors) {
      k++;
    }
    int mapped = mapped(k, limit);
    int error = mapped >>> 1 ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * bias <= -occurrences) {
      error = ~error;
    }
    int predicted = clamp(median(ra, rb, rc) + ((known[q + C] ^ sign) - sign));
    learn(known, q, error);
    return reconstructed(predicted, (error ^ sign) - sign);
  }

  /** A mapped error; one larger than any there can be would make the contexts run away. */
  private int mapped(int k, int longest) {
    int mapped = bits.golomb(k, longest, errorBits);
    if (mapped >>> errorBits + 1 != 0) {
      throw JpegLsBits.damaged();
    }
    return mapped;
  }

  private void learn(int[] known, int q, int error) {
    int errors = known[q + A] + Math.abs(error);
    int bias = known[q + B] + error * step;
    int occurrences = known[q + N];
    if (occurrences == reset) {
      errors >>= 1;
      bias >>= 1;
      occurrences >>= 1;
    }
    occurrences++;
    if (bias <= -occurrences) {
      bias = Math.max(bias + occurrences, 1 - occurrences);
      known[q + C] = Math.max(known[q + C] - 1, SMALLEST_CORRECTION);
    } else if (bias > 0) {
      bias = Math.min(bias - occurrences, 0);
      known[q + C] = Math.min(known[q + C] + 1, LARGEST_CORRECTION);
    }
    known[q + A] = errors;
    known[q + B] = bias;
    known[q + N] = occurrences;
  }

  /** Samples equal to their left neighbour, then the one that is not (T.87 A.7). */
  private int run(int[] above, int[] line, int start, int columns) {
    int ra = line[start - 1];
    int x = start;
    while (bits.bit() == 1) {
      int length = 1 << J[runIndex];
      int end = Math.min(x + length, columns + 1);
      Arrays.fill(line, x, end, ra);
      if (end - x == length && runIndex < J.length - 1) {
        runIndex++;
      }
      x = end;
      if (x > columns) {
        return x;
      }
    }
    int end = Math.min(x + bits.bits(J[runIndex]), columns);
    Arrays.fill(line, x, end, ra);
    line[end] = interruption(ra, above[end]);
    if (runIndex > 0) {
      runIndex--;
    }
    return end + 1;
  }

  private int interruption(int ra, int rb) {
    int type = Math.abs(ra - rb) <= near ? 1 : 0;
    int q = 4 * (REGULAR_CONTEXTS + type);
    int occurrences = contexts[q + N];
    int weight = contexts[q + A] + (type == 1 ? occurrences >> 1 : 0);
    int k = 0;
    while (occurrences << k < weight) {
      k++;
    }
    int mapped = mapped(k, limit - J[runIndex] - 1);
    int doubled = mapped + type;
    int size = doubled + 1 >> 1;
    boolean negativeIfOdd = k != 0 || 2 * contexts[q + B] >= occurrences;
    int error = negativeIfOdd == ((doubled & 1) == 1) ? -size : size;
    learnInterruption(q, error, mapped + 1 - type >> 1);
    int predicted = type == 1 ? ra : rb;
    return reconstructed(predicted, type == 0 && ra > rb ? -error : error);
  }

  /** Of the two contexts of interruptions, B counts the negative errors (Nn of T.87). */
  private void learnInterruption(int q, int error, int size) {
    if (error < 0) {
      contexts[q + B]++;
    }
    contexts[q + A] += size;
    if (contexts[q + N] == reset) {
      contexts[q + A] >>= 1;
      contexts[q + N] >>= 1;
      contexts[q + B] >>= 1;
    }
    contexts[q + N]++;
  }

  private int reconstructed(int predicted, int error) {
    int value = predicted + error * step;
    if (value < -near) {
      value += wrap;
    } else if (value > maxValue + near) {
      value -= wrap;
    }
    return clamp(value);
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(maxValue, value));
  }

  private static int median(int ra, int rb, int rc) {
    int low = Math.min(ra, rb);
    int high = Math.max(ra, rb);
    return rc >= high ? low : rc <= low ? high : ra + rb - rc;
  }
}
