package org.hilum.server;

import java.util.Set;

/** Which folders of the data folder hold plain files that a backup brings along. */
public final class PlainFolders {

  /** Counts, forecasts and bulletins. */
  public static final String EPIDEMIC = "epidemic";

  /** All of them. */
  public static final Set<String> NAMES = Set.of(EPIDEMIC);

  private PlainFolders() {}
}
