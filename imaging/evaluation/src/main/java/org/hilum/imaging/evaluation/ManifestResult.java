package org.hilum.imaging.evaluation;

import java.util.List;

/** What came of reading a manifest: its cases, or everything that is wrong with it. */
public sealed interface ManifestResult {

  /** The cases, in the order of the file. */
  record ManifestRead(List<ManifestRow> rows) implements ManifestResult {
    public ManifestRead {
      rows = List.copyOf(rows);
    }
  }

  /** Nothing is evaluated before all of this is mended. */
  record ManifestRefused(List<ManifestFault> faults) implements ManifestResult {
    public ManifestRefused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
