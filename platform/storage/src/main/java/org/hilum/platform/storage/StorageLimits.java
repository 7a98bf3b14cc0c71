package org.hilum.platform.storage;

/**
 * How much a store may take.
 *
 * @param mostBytes kept at most
 * @param leastFreeBytes of the disk that are left free at least: the database needs them to write
 *     down what happened, also that the disk is full
 */
public record StorageLimits(long mostBytes, long leastFreeBytes) {

  private static final long GIGABYTE = 1L << 30;

  public StorageLimits {
    if (mostBytes <= 0 || leastFreeBytes < 0) {
      throw new IllegalArgumentException("a store keeps something and frees nothing less than 0");
    }
  }

  /** As much as the disk holds, but for one gigabyte. */
  public static StorageLimits standard() {
    return new StorageLimits(Long.MAX_VALUE, GIGABYTE);
  }
}
