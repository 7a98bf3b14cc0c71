package org.hilum.platform.jobs.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Connections that take part in the transaction of the thread, where there is one. */
public final class SharedConnections {

  private SharedConnections() {}

  /** The same connections, taking part. */
  public static DataSource of(DataSource source) {
    return new TransactionAwareDataSourceProxy(source);
  }
}
