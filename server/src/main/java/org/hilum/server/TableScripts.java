package org.hilum.server;

import java.util.List;

/** Where on the class path the scripts lie that shape the tables. */
public final class TableScripts {

  /** One folder of each leaf that keeps tables. */
  public static final List<String> FOLDERS =
      List.of(
          "org/hilum/platform/jobs/sql",
          "org/hilum/platform/access/sql",
          "org/hilum/imaging/archive/sql",
          "org/hilum/imaging/intake/sql",
          "org/hilum/imaging/worklist/sql",
          "org/hilum/imaging/correction/sql",
          "org/hilum/imaging/signing/sql");

  private TableScripts() {}
}
