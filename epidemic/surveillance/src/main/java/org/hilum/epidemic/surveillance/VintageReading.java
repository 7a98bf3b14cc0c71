package org.hilum.epidemic.surveillance;

import java.util.List;

/** What became of counts that were sent: read as a vintage, or refused with every reason. */
public sealed interface VintageReading {

  /**
   * Read; what is unusual is in the vintage's remarks.
   *
   * @param vintage all that was known on the day
   */
  record Read(Vintage vintage) implements VintageReading {}

  /**
   * Refused.
   *
   * @param reasons all of them, each with file and line
   */
  record Refused(List<Remark> reasons) implements VintageReading {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
