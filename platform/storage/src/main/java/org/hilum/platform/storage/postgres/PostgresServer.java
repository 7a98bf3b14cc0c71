package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hilum.platform.storage.DatabaseTroubleException;
import org.hilum.platform.storage.FolderLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: made when absent, started, started again when it ends by itself, and
 * stopped in order.
 *
 * <p>It runs in a session of its own, so that a Ctrl-C meant for us does not stop it before our
 * last words are written; one that outlived us is stopped by the next start.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  /**
   * Crash recovery reads what was written since the last checkpoint: seconds, on a slow disk more.
   */
  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);
  private static final int MOST_PORTS_TRIED = 5;

  /** Less than this many bytes and PostgreSQL may not even get through its start. */
  private static final long LEAST_FREE_BYTES = 48L << 20;

  private final Cluster cluster;
  private final PostgresPrograms programs;
  private final FolderLock lock;
  private final ServerUser user;
  private long pid;
  private IntConsumer onPort = port -> {};
  private volatile boolean isClosed;

  private PostgresServer(
      Cluster cluster, PostgresPrograms programs, FolderLock lock, ServerUser user) {
    this.cluster = cluster;
    this.programs = programs;
    this.lock = lock;
    this.user = user;
  }

  /** Where a server can be reached, and by whom. */
  public record Address(int port, String password) {

    /** The database, and its user. */
    public static final String NAME = Cluster.NAME;

    public String url() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    @Override
    public String toString() {
      return url();
    }
  }

  /** Whether a folder has data. */
  public static boolean isMade(Path folder) {
    return new Cluster(folder).isMade();
  }

  /** The server that runs on a folder's data, whoever started it. */
  public static Optional<Address> running(Path folder) throws IOException {
    var cluster = new Cluster(folder);
    var running = Postmaster.on(cluster.data()).filter(Postmaster::ready);
    return running.isEmpty()
        ? Optional.empty()
        : Optional.of(new Address(running.get().port(), cluster.password()));
  }

  /** Starts it. */
  public static PostgresServer start(Path folder, Path programs) throws IOException {
    makeFolder(folder);
    var lock = FolderLock.take(folder.resolve("lock"));
    try {
      var cluster = new Cluster(folder.toRealPath());
      var unpacked = PostgresPrograms.unpackedIn(programs);
      var server = new PostgresServer(cluster, unpacked, lock, ServerUser.of(cluster.data()));
      server.prepare();
      server.launch();
      Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
      return server;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (folder.toAbsolutePath().toString().matches("(?s).*[\"'`$\\\\\n].*")) {
      throw new DatabaseTroubleException(
          "The database's folder may not have quotes, $, \\ or line ends in its name: " + folder);
    }
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new DatabaseTroubleException(
          "The disk of %s is full: %d MB are free, the database needs %d MB to start. Free some."
              .formatted(folder.toAbsolutePath(), free >> 20, LEAST_FREE_BYTES >> 20));
    }
  }

  private void prepare() throws IOException {
    if (cluster.isMade()) {
      cluster.check(programs);
      cluster.password();
      new Leftovers(cluster.data()).end();
    } else {
      cluster.make(programs, user);
    }
    Files.createDirectories(cluster.log());
    user.own(cluster.log());
  }

  private synchronized void launch() throws IOException {
    ServerSettings.write(cluster.data());
    for (int tries = 1; ; tries++) {
      int port = freePort();
      var run = run("start", "--wait", "--log=log/start.txt", "--options=-p " + port);
      if (run.isDone()) {
        started(port);
        return;
      }
      var words = run.output() + ServerWords.tail(cluster.log());
      if (tries == MOST_PORTS_TRIED || !words.contains("Address already in use")) {
        throw new DatabaseTroubleException(
            "The database in " + cluster.folder() + " does not start: " + ServerWords.of(words));
      }
    }
  }

  private void started(int port) throws IOException {
    var running = Postmaster.on(cluster.data());
    if (running.isEmpty()) {
      throw new DatabaseTroubleException("The database ended as soon as it had started.");
    }
    pid = running.get().pid();
    onPort.accept(port);
  }

  private ProgramRun run(String what, String... more) throws IOException {
    Files.deleteIfExists(cluster.log().resolve("start.txt"));
    var command = new ArrayList<>(List.of(programs.program("pg_ctl"), what, "--pgdata=data"));
    command.addAll(List.of(more));
    command.add("--timeout=" + LONGEST_START.toSeconds());
    return user.run(command, cluster.folder(), "", LONGEST_START.plusMinutes(1));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** It may end by itself: killed for memory, or unable to write. Tries until it is back. */
  private void watch() {
    try {
      while (!isClosed) {
        Thread.sleep(isKept() ? BETWEEN_LOOKS : BETWEEN_TRIES);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isKept() {
    if (isClosed || Postmaster.worksIn(pid, cluster.data())) {
      return true;
    }
    try {
      LOG.warn("the database ended by itself and is started again");
      new Leftovers(cluster.data()).end();
      launch();
      return true;
    } catch (IOException failed) {
      LOG.error("the database could not be started again: {}", failed.getMessage());
      return false;
    }
  }

  /** Tells where it listens, now and whenever that changes. */
  public synchronized void listen(IntConsumer told) throws IOException {
    onPort = told;
    var running = Postmaster.on(cluster.data());
    if (running.isPresent()) {
      told.accept(running.get().port());
    }
  }

  public String password() throws IOException {
    return cluster.password();
  }

  /** Ends its work in order, so that the next start has nothing to recover. */
  @Override
  public synchronized void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try (lock) {
        new Leftovers(cluster.data()).end();
      }
    }
  }
}
