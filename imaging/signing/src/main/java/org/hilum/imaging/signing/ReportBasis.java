package org.hilum.imaging.signing;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which results a report rests on.
 *
 * @param result id of the reading, a corrected one where a correction was in force
 * @param version of the reading
 * @param comparison id of the comparison; null where there is none
 * @param hashes SHA-256 of each file of them, by {@code result/path}
 */
public record ReportBasis(
    long result, int version, @Nullable Long comparison, Map<String, String> hashes) {

  public ReportBasis {
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /** Whether it names the same results, whatever their files hold. */
  public boolean isOf(ReportBasis other) {
    return result == other.result && Objects.equals(comparison, other.comparison);
  }
}
