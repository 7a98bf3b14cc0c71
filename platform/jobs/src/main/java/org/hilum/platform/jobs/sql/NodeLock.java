package org.hilum.platform.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a node name is one process.
 *
 * <p>Without it a second process of the name would take the first one's work for its own from
 * before a crash. It holds one connection; the database lets go when the process dies.
 */
public final class NodeLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLock.class);

  /** How long the database may need to notice that the process before is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PAUSE_MILLISECONDS = 100;
  private static final int ANSWER_SECONDS = 5;

  private final DataSource source;
  private final String node;
  private @Nullable Connection connection;

  public NodeLock(DataSource source, String node) {
    this.source = source;
    this.node = node;
  }

  /**
   * Takes it.
   *
   * @throws IllegalStateException when another process has it
   */
  public synchronized void take() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!tried()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "Another process with the node name " + node + " works on this database.");
      }
      pause();
    }
  }

  /** Takes it again where the connection was lost. */
  public synchronized void keep() {
    try {
      if (connection != null && connection.isValid(ANSWER_SECONDS)) {
        return;
      }
    } catch (SQLException broken) {
      LOG.debug("The connection that holds node {} broke", node, broken);
    }
    close();
    if (!tried()) {
      LOG.error("Another process with the node name {} works on this database", node);
    }
  }

  private boolean tried() {
    try {
      var opened = source.getConnection();
      if (locked(opened)) {
        connection = opened;
        return true;
      }
      opened.close();
      return false;
    } catch (SQLException failed) {
      LOG.warn("The lock of node {} could not be asked for", node, failed);
      return false;
    }
  }

  private boolean locked(Connection opened) throws SQLException {
    try (var statement =
        opened.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 202))")) {
      statement.setString(1, node);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the node's lock", interrupted);
    }
  }

  @Override
  public synchronized void close() {
    var held = connection;
    connection = null;
    if (held == null) {
      return;
    }
    try (held;
        var statement = held.createStatement()) {
      // A pooled connection lives on: what it holds must be given up by name.
      statement.execute("select pg_advisory_unlock_all()");
    } catch (SQLException gone) {
      LOG.debug("The connection that held node {} is gone", node, gone);
    }
  }
}
