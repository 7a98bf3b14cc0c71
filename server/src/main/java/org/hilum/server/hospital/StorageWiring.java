package org.hilum.server.hospital;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.FolderLock;
import org.hilum.platform.storage.StorageLimits;
import org.hilum.server.TableScripts;
import org.hilum.server.settings.HilumSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the files. */
@Configuration(proxyBeanMethods = false)
class StorageWiring {

  @Bean
  Clock clock() {
    return Clock.systemDefaultZone();
  }

  /** Taken first and given back last: nobody else works in the folder meanwhile. */
  @Bean(destroyMethod = "close")
  FolderLock folderLock(HilumSettings settings) throws IOException {
    return settings.folder().take();
  }

  @Bean(destroyMethod = "close")
  Database database(HilumSettings settings, FolderLock taken) throws IOException {
    var database = Database.open(settings.databasePlace());
    database.migrate(TableScripts.FOLDERS);
    return database;
  }

  @Bean
  DataSource tables(Database database) {
    return database.source();
  }

  @Bean
  ContentStore objects(HilumSettings settings, FolderLock taken) throws IOException {
    return ContentStore.open(settings.folder().objects(), limits(settings));
  }

  @Bean
  ContentStore results(HilumSettings settings, FolderLock taken) throws IOException {
    return ContentStore.open(settings.folder().results(), limits(settings));
  }

  @Bean
  RoomLeft room(
      @Qualifier("objects") ContentStore objects, @Qualifier("results") ContentStore results) {
    return new RoomLeft(List.of(objects, results));
  }

  private static StorageLimits limits(HilumSettings settings) {
    long most = settings.limits().images().toBytes();
    return new StorageLimits(most == 0 ? Long.MAX_VALUE : most, settings.limits().free().toBytes());
  }
}
