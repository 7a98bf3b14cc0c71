package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;

/** Which sections follow the charts, in order; those without data behind them are not there. */
public final class Parts {

  private Parts() {}

  /** The sections; past errors are always among them. */
  public static List<Part> of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var parts = new ArrayList<Part>();
    ChangePart.of(bulletin, wording, names).ifPresent(parts::add);
    SpreadPart.of(bulletin, wording, names).ifPresent(parts::add);
    parts.add(ErrorPart.of(bulletin, wording, names));
    FatalityPart.of(bulletin, wording, names).ifPresent(parts::add);
    parts.addAll(EconomyPart.of(bulletin, wording));
    ScenarioPart.of(bulletin, wording).ifPresent(parts::add);
    return parts;
  }
}
