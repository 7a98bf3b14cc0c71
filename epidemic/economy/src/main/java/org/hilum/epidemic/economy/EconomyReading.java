package org.hilum.epidemic.economy;

import java.util.List;

/** What became of reading a folder of economic figures. */
public sealed interface EconomyReading {

  /** The figures, with remarks inside. */
  record Read(EconomyData data) implements EconomyReading {}

  /** Why not, all reasons at once. */
  record Refused(List<EconomyRemark> reasons) implements EconomyReading {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
