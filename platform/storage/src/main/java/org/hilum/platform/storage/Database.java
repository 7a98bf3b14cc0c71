package org.hilum.platform.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hilum.platform.storage.postgres.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one database: opened, proven to be safe, brought to the tables of today, closed.
 *
 * <p>A database that could forget what it has acknowledged is not opened.
 */
public final class Database implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 24;
  private static final int CONNECT_SECONDS = 10;

  private interface Server {
    void close() throws IOException;
  }

  private final Server server;
  private final HikariDataSource pool;

  private Database(Server server, HikariDataSource pool) {
    this.server = server;
    this.pool = pool;
  }

  /**
   * Opens it; an embedded one is started, and made on first use.
   *
   * @throws DatabaseTroubleException when it cannot be used, in words
   * @throws FolderTakenException when another process works in the embedded one's folder
   */
  public static Database open(DatabasePlace place) throws IOException {
    return switch (place) {
      case DatabasePlace.Embedded embedded -> started(embedded);
      case DatabasePlace.External external -> joined(external);
    };
  }

  /** Whether there is a database at a place; one that others run is taken to be there. */
  public static boolean isMade(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Embedded embedded -> PostgresServer.isMade(embedded.folder());
      case DatabasePlace.External external -> true;
    };
  }

  /**
   * Joins the one that another process has open, or opens it, but makes none: for a backup while
   * the server runs.
   */
  public static Database join(DatabasePlace place) throws IOException {
    if (place instanceof DatabasePlace.Embedded embedded) {
      var running = PostgresServer.running(embedded.folder());
      if (running.isPresent()) {
        var address = running.get();
        return joined(
            new DatabasePlace.External(
                address.url(), PostgresServer.Address.NAME, address.password()));
      }
    }
    if (!isMade(place)) {
      throw new DatabaseTroubleException(
          "There is no database in the data folder. Name the folder of a server that has worked.");
    }
    return open(place);
  }

  private static Database started(DatabasePlace.Embedded place) throws IOException {
    var server = PostgresServer.start(place.folder(), place.programs());
    try {
      var source = new PGSimpleDataSource();
      source.setDatabaseName(PostgresServer.Address.NAME);
      source.setUser(PostgresServer.Address.NAME);
      source.setPassword(server.password());
      source.setServerNames(new String[] {"127.0.0.1"});
      server.listen(port -> source.setPortNumbers(new int[] {port}));
      DatabaseCheck.check(source, place.folder().toString());
      return new Database(server::close, pool(source));
    } catch (IOException | RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  private static Database joined(DatabasePlace.External place) throws IOException {
    var source = new PGSimpleDataSource();
    try {
      source.setUrl(place.url());
    } catch (IllegalArgumentException notAnAddress) {
      throw new DatabaseTroubleException(
          "The database's address is not of the form jdbc:postgresql://host:port/database.",
          notAnAddress);
    }
    source.setUser(place.user());
    source.setPassword(place.password());
    DatabaseCheck.check(
        source, source.getServerNames()[0] + ", database " + source.getDatabaseName());
    return new Database(() -> {}, pool(source));
  }

  private static HikariDataSource pool(PGSimpleDataSource source) {
    source.setApplicationName("hilum");
    source.setReWriteBatchedInserts(true);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    var config = new HikariConfig();
    config.setPoolName("hilum");
    config.setDataSource(source);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS).toMillis());
    return new HikariDataSource(config);
  }

  /** Where connections come from. */
  public DataSource source() {
    return pool;
  }

  /**
   * Brings the tables to today's shape.
   *
   * @param folders on the class path, one of each leaf that keeps tables, in any order: {@code
   *     org/hilum/imaging/archive/sql}
   */
  public void migrate(List<String> folders) {
    Flyway.configure()
        .loggers("slf4j")
        .dataSource(pool)
        .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** Whether it answers within some seconds: for health checks. */
  public boolean answers(int seconds) {
    try (var connection = pool.getConnection()) {
      return connection.isValid(seconds);
    } catch (SQLException silent) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    pool.close();
    server.close();
  }
}
