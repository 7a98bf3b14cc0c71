package org.hilum.epidemic.forecasting;

import java.util.List;

/** What became of reading what was counted in the end. */
public sealed interface TruthReading {

  /** The file or folder was read. */
  record Read(Truth truth) implements TruthReading {}

  /** Nothing was taken, because of all these. */
  record Refused(List<ForecastRefusal> refusals) implements TruthReading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
