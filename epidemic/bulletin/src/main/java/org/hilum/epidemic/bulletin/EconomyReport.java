package org.hilum.epidemic.bulletin;

import java.util.List;
import org.hilum.epidemic.economy.NowcastRun;
import org.hilum.epidemic.economy.OutlookRun;

/**
 * What the measures may do to output.
 *
 * @param nowcast the quarter that goes on
 * @param outlooks the year under each scenario, measures kept as they are first
 */
public record EconomyReport(NowcastRun nowcast, List<OutlookRun> outlooks) {

  public EconomyReport {
    outlooks = List.copyOf(outlooks);
  }
}
