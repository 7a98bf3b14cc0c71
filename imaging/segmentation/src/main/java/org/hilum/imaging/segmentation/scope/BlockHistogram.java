package org.hilum.imaging.segmentation.scope;

import java.util.OptionalDouble;

/** How many blocks have which HU, in bins of {@value #BIN_HU} HU. */
final class BlockHistogram {

  /** Far finer than any threshold here, far coarser than the noise of a block. */
  static final int BIN_HU = 5;

  private final int lowest;
  private final long[] counts;
  private long total;

  /** Counts HU from {@code lowest} up to, not with, {@code end}. */
  BlockHistogram(int lowest, int end) {
    this.lowest = lowest;
    this.counts = new long[(end - lowest) / BIN_HU];
  }

  void add(int hu) {
    int bin = Math.floorDiv(hu - lowest, BIN_HU);
    if (bin >= 0 && bin < counts.length) {
      counts[bin]++;
      total++;
    }
  }

  long total() {
    return total;
  }

  /** Middle of the three neighbouring bins that hold most; empty with fewer blocks than asked. */
  OptionalDouble mode(long fewest) {
    if (total < fewest) {
      return OptionalDouble.empty();
    }
    int best = 0;
    long most = -1;
    for (int bin = 0; bin < counts.length; bin++) {
      long here = at(bin - 1) + at(bin) + at(bin + 1);
      if (here > most) {
        most = here;
        best = bin;
      }
    }
    return OptionalDouble.of(lowest + (best + 0.5) * BIN_HU);
  }

  private long at(int bin) {
    return bin < 0 || bin >= counts.length ? 0 : counts[bin];
  }

  /** Below which HU a share of the blocks lies; empty with fewer blocks than asked. */
  OptionalDouble below(double share, long fewest) {
    if (total < fewest) {
      return OptionalDouble.empty();
    }
    long seen = 0;
    int bin = 0;
    while (bin < counts.length - 1 && seen + counts[bin] < share * total) {
      seen += counts[bin++];
    }
    double inside = counts[bin] == 0 ? 0 : (share * total - seen) / counts[bin];
    return OptionalDouble.of(lowest + (bin + inside) * BIN_HU);
  }
}
