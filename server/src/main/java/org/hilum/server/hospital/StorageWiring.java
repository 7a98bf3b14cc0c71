package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the files. */
@Configuration(proxyBeanMethods = false)
class StorageWiring {

  /** Folders on the class path with the scripts that make the tables. */
  static final List<String> TABLES =
      List.of(
          Archive.TABLES,
          Worklist.TABLES,
          "org/hilum/imaging/intake/sql",
          "org/hilum/platform/jobs/sql",
          "org/hilum/platform/access/sql");

  @Bean
  Clock clock() {
    return Clock.systemDefaultZone();
  }

  @Bean(destroyMethod = "close")
  Database database(ServerSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    var database = Database.open(settings.database());
    database.migrate(TABLES);
    return database;
  }

  @Bean
  DataSource tables(Database database) {
    return database.source();
  }

  @Bean
  ContentStore objects(ServerSettings settings) throws IOException {
    return ContentStore.open(settings.data().resolve("objects"));
  }

  @Bean
  ContentStore results(ServerSettings settings) throws IOException {
    return ContentStore.open(settings.data().resolve("results"));
  }
}
