package org.hilum.platform.storage;

import java.nio.file.Path;

/** Where the database is. */
public sealed interface DatabasePlace {

  /**
   * A PostgreSQL that this process starts and stops.
   *
   * @param folder where its data and programs lie; made when absent, kept afterwards
   */
  record Embedded(Path folder) implements DatabasePlace {}

  /**
   * A PostgreSQL that others run.
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
