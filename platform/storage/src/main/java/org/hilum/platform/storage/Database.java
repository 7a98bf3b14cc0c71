package org.hilum.platform.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The one database: opened, brought to the tables of today, closed. */
public final class Database implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 24;

  private final AutoCloseable server;
  private final HikariDataSource pool;

  private Database(AutoCloseable server, HikariDataSource pool) {
    this.server = server;
    this.pool = pool;
  }

  /** Opens it; an embedded one is started, and made on first use. */
  public static Database open(DatabasePlace place) throws IOException {
    return switch (place) {
      case DatabasePlace.Embedded(var folder) -> embedded(folder);
      case DatabasePlace.External(var url, var user, var password) ->
          new Database(() -> {}, pool(url, user, password));
    };
  }

  private static Database embedded(Path folder) throws IOException {
    Files.createDirectories(folder);
    // The library is made for tests and turns durability off; each of these turns it on again.
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "64")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    return new Database(server, pool(server.getJdbcUrl("postgres", "postgres"), "postgres", ""));
  }

  private static HikariDataSource pool(String url, String user, String password) {
    var config = new HikariConfig();
    config.setPoolName("hilum");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.addDataSourceProperty("ApplicationName", "hilum");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
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
        .dataSource(pool)
        .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
        .outOfOrder(true)
        .load()
        .migrate();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    try {
      server.close();
    } catch (IOException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException("the database could not be stopped", failed);
    }
  }
}
