package org.hilum.imaging.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;

/** Whether a series fits into memory, judged before its pixels are read. */
final class MemoryGuard {

  /** HU 2 bytes, two masks 1 byte each, lesion numbers 2 bytes, and one working copy of the HU. */
  private static final long BYTES_PER_VOXEL = 8;

  /** The program itself, the network and the pages. */
  private static final long PROGRAM_BYTES = 300L << 20;

  private MemoryGuard() {}

  static Optional<Reason> tooLarge(List<Instance> instances) {
    return tooLarge(
        instances.stream().mapToDouble(each -> voxels(each.dataSet())).sum(),
        Runtime.getRuntime().maxMemory());
  }

  static Optional<Reason> tooLarge(double voxels, long maxMemory) {
    double needed = voxels * BYTES_PER_VOXEL + PROGRAM_BYTES;
    if (needed <= maxMemory) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            ReadingReason.MEMORY_TOO_SMALL,
            String.format(
                Locale.ROOT,
                "the series has %.0f million voxels and needs %.1f GB of memory where %.1f GB may"
                    + " be used: read it on a larger machine or send the 2 mm reconstruction",
                voxels / 1e6,
                needed / 1e9,
                maxMemory / 1e9)));
  }

  /** A series that was put in order states its size in every image but a localizer. */
  private static double voxels(DataSet header) {
    if (header.texts(Tag.IMAGE_TYPE).contains("LOCALIZER")) {
      return 0;
    }
    return header.number(Tag.ROWS).orElseThrow()
        * header.number(Tag.COLUMNS).orElseThrow()
        * Math.max(1, header.number(Tag.NUMBER_OF_FRAMES).orElse(1));
  }
}
