package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javax.sql.DataSource;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.server.TableScripts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the files. */
@Configuration(proxyBeanMethods = false)
class StorageWiring {

  @Bean
  Clock clock() {
    return Clock.systemDefaultZone();
  }

  @Bean(destroyMethod = "close")
  Database database(ServerSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    var database = Database.open(settings.database());
    database.migrate(TableScripts.FOLDERS);
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
