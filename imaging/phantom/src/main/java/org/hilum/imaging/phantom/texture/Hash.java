package org.hilum.imaging.phantom.texture;

/**
 * Which pseudo-random number belongs to a seed and some whole numbers.
 *
 * <p>Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
 */
public final class Hash {

  private static final double UNIT = 0x1.0p-53;

  private Hash() {}

  /** Sixty-four well mixed bits. */
  public static long bits(long key) {
    long z = key + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Bits of a seed and two numbers. */
  public static long bits(long seed, long first, long second) {
    return bits(bits(seed ^ first * 0xD6E8FEB86659FD93L) ^ second);
  }

  /** Evenly spread in 0 to 1. */
  public static double unit(long bits) {
    return (bits >>> 11) * UNIT;
  }

  /** Nearly normal, mean 0 and standard deviation 1: four uniform parts summed. */
  public static double normal(long bits) {
    int sum =
        (int) (bits & 0xFFFF)
            + (int) (bits >>> 16 & 0xFFFF)
            + (int) (bits >>> 32 & 0xFFFF)
            + (int) (bits >>> 48);
    return (sum - 131070) * 2.642887e-5;
  }
}
