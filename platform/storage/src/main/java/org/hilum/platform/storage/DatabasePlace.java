package org.hilum.platform.storage;

import java.nio.file.Path;

/** Where the database is. */
public sealed interface DatabasePlace {

  /**
   * A PostgreSQL that this process starts and stops.
   *
   * @param folder where its data lie; made when absent, kept afterwards
   * @param programs where its programs lie; unpacked when absent, may be shared by many
   */
  record Embedded(Path folder, Path programs) implements DatabasePlace {

    /** With the programs beside the data. */
    public Embedded(Path folder) {
      this(folder, folder.resolve("programs"));
    }
  }

  /**
   * A PostgreSQL that others run, version 15 or later.
   *
   * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database}
   */
  record External(String url, String user, String password) implements DatabasePlace {
    @Override
    public String toString() {
      return "External[url=" + url + ", user=" + user + "]";
    }
  }
}
