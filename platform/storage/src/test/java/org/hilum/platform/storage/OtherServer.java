package org.hilum.platform.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hilum.platform.storage.postgres.PostgresPrograms;

/**
 * A PostgreSQL that others run: Debian's, where it is installed, else the one we bring, started by
 * its own means. Its superuser is {@code postgres}, password {@code secret}.
 */
final class OtherServer implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15/bin");

  private final Path folder;
  private final int port;

  private OtherServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static OtherServer start(Path folder) throws IOException {
    var server = new OtherServer(folder, freePort());
    Files.writeString(folder.resolve("password"), "secret");
    server.run(
        "initdb",
        "-D",
        "data",
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile=password",
        "-E",
        "UTF8",
        "--locale=C");
    server.run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        "data",
        "-l",
        "log.txt",
        "-o",
        "-p " + server.port + " -c unix_socket_directories='' -c listen_addresses=127.0.0.1");
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(String program, String... arguments) throws IOException {
    var bin =
        Files.isDirectory(DEBIAN)
            ? DEBIAN
            : PostgresPrograms.unpackedIn(Scratch.PROGRAMS).folder().resolve("bin");
    var command = new ArrayList<String>();
    if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
      command.addAll(List.of("unshare", "--user", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(Files.readString(folder.resolve("said.txt")));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  DatabasePlace.External place(String database, String user, String password) {
    return new DatabasePlace.External(url(database), user, password);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Lets the superuser say something. */
  void say(String words) throws Exception {
    try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "secret");
        var statement = connection.createStatement()) {
      statement.execute(words);
    }
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", "data");
  }
}
