package org.hilum.epidemic.surveillance;

import java.util.List;

/** What became of a source's files: vintages, or all reasons why not. */
public sealed interface SourceReading {

  /**
   * Read.
   *
   * @param vintages by day of knowledge, ascending; one, unless the files say what was known when
   */
  record Read(List<Vintage> vintages) implements SourceReading {
    public Read {
      vintages = List.copyOf(vintages);
    }
  }

  /**
   * Refused.
   *
   * @param reasons all of them, each with file and line
   */
  record Refused(List<Remark> reasons) implements SourceReading {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
