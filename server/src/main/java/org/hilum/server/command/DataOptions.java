package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.DataFolder;
import org.hilum.platform.storage.DatabasePlace;
import org.hilum.server.PlainFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server's data a command is about. */
final class DataOptions {

  /** A password on the command line could be read by everyone on the machine. */
  private static final String PASSWORD = "HILUM_DATABASE_PASSWORD";

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Where the server keeps what is its own (default: hilum-data in your home).")
  private @Nullable Path folder;

  @Option(
      names = "--database-url",
      paramLabel = "<jdbc>",
      description =
          "A PostgreSQL of your own, jdbc:postgresql://host:port/database; its password is read"
              + " from the environment, HILUM_DATABASE_PASSWORD. Without it, the one in the data"
              + " folder.")
  private @Nullable String address;

  @Option(
      names = "--database-user",
      paramLabel = "<name>",
      defaultValue = "hilum",
      description = "Its user (default: ${DEFAULT-VALUE}).")
  private String user = "hilum";

  boolean areNamed() {
    return folder != null || address != null;
  }

  DataFolder folder() {
    return folder == null ? DataFolder.standard() : new DataFolder(folder);
  }

  DatabasePlace database() {
    if (address == null) {
      return new DatabasePlace.Embedded(folder().database());
    }
    var password = System.getenv(PASSWORD);
    return new DatabasePlace.External(address, user, password == null ? "" : password);
  }

  /** The plain folders that a backup brings along. */
  Map<String, Path> plainFolders() {
    return folder().plain(PlainFolders.NAMES);
  }

  /** The content stores, to look into. */
  Map<String, ContentStore> stores() throws IOException {
    var stores = new TreeMap<String, ContentStore>();
    for (var each : folder().stores().entrySet()) {
      stores.put(each.getKey(), ContentStore.look(each.getValue()));
    }
    return stores;
  }
}
