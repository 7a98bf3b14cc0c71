package org.hilum.server.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hilum.platform.storage.BackupProgress;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.DataFolder;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;
import org.hilum.platform.storage.StorageLimits;

/** Whether a server could work with a data folder, and if not, what to do. */
final class DataCheckup {

  private static final double GIGABYTE = 1 << 30;
  private static final double LEAST_TEMPORARY_GB = 1;

  /** PostgreSQL, the server when idle and one reading beside them. */
  private static final double LEAST_MEMORY_GB = 3;

  private static final long LEAST_OPEN_FILES = 4096;
  private static final Duration MOST_SKEW = Duration.ofMinutes(2);
  private static final Instant BUILT_AFTER = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<String> FAR_DISKS = Set.of("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs");

  private final DataFolder data;
  private final DatabasePlace place;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  /** What was found, in words that say what to do when it is not good. */
  record Finding(String what, String words, boolean isGood) {}

  DataCheckup(DataFolder data, DatabasePlace place, Clock clock) {
    this.data = data;
    this.place = place;
    this.clock = clock;
  }

  List<Finding> look(List<Integer> ports) {
    boolean isThere = folder();
    space();
    temporary();
    memory();
    openFiles();
    time();
    boolean isRunning = isThere && isRunning();
    database(isThere);
    ports.forEach(port -> port(port, isRunning));
    return findings;
  }

  /** Reads every file again. */
  List<Finding> verify(BackupProgress progress) throws IOException {
    for (var store : data.stores().entrySet()) {
      if (Files.isDirectory(store.getValue())) {
        verify(store.getKey(), ContentStore.look(store.getValue()), progress);
      }
    }
    return findings;
  }

  private void verify(String name, ContentStore store, BackupProgress progress) throws IOException {
    List<ContentHash> all;
    try (var hashes = store.hashes()) {
      all = hashes.toList();
    }
    var found = store.verify(all.stream(), done -> progress.done(name, done, all.size()));
    // What is missing was removed meanwhile: it was listed a moment before.
    if (found.damaged().isEmpty()) {
      good(name, "all %d files are what they were".formatted(found.files()));
    } else {
      var words = "%d of %d files are damaged: check the disk, and put them back from a backup:%s";
      var names = found.damaged().stream().map(hash -> "\n  " + hash).toList();
      bad(name, words.formatted(names.size(), found.files(), String.join("", names)));
    }
  }

  private void good(String what, String words) {
    findings.add(new Finding(what, words, true));
  }

  private void bad(String what, String words) {
    findings.add(new Finding(what, words, false));
  }

  private boolean folder() {
    var folder = data.folder();
    if (!Files.exists(folder)) {
      good("data folder", folder + " is not there yet: it is made by the first start");
      return false;
    }
    try {
      Files.delete(Files.createTempFile(folder, ".doctor", ""));
      var owner = Files.getOwner(folder).getName();
      var disk = Files.getFileStore(folder).type();
      if (FAR_DISKS.contains(disk)) {
        bad("data folder", folder + " lies on " + disk + ": name one on a disk of this machine");
      } else if (!owner.equals(System.getProperty("user.name"))) {
        bad("data folder", folder + " belongs to " + owner + ": run the server as that user");
      } else {
        good("data folder", folder + " can be written to, on " + disk);
      }
    } catch (IOException failed) {
      bad(
          "data folder",
          folder + " cannot be written to: make this user its owner, or name another");
    }
    return true;
  }

  private void space() {
    free("space", nearest(data.folder()), StorageLimits.standard().leastFreeBytes() / GIGABYTE);
  }

  private void temporary() {
    free("temporary space", Path.of(System.getProperty("java.io.tmpdir")), LEAST_TEMPORARY_GB);
  }

  private void free(String what, Path folder, double leastGb) {
    try {
      double free = Files.getFileStore(folder).getUsableSpace() / GIGABYTE;
      var words = String.format(Locale.ROOT, "%.1f GB free at %s", free, folder);
      if (free > leastGb) {
        good(what, words);
      } else {
        bad(what, words + String.format(Locale.ROOT, ": more than %.0f are needed", leastGb));
      }
    } catch (IOException failed) {
      bad(what, folder + " is not there");
    }
  }

  private static Path nearest(Path folder) {
    var there = folder;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  private void memory() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      double memory = system.getTotalMemorySize() / GIGABYTE;
      var words = String.format(Locale.ROOT, "%.1f GB in this machine or container", memory);
      if (memory >= LEAST_MEMORY_GB) {
        good("memory of all", words);
      } else {
        bad("memory of all", words + ": a server that reads needs 3 or more");
      }
    }
  }

  private void openFiles() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.UnixOperatingSystemMXBean system) {
      long most = system.getMaxFileDescriptorCount();
      if (most >= LEAST_OPEN_FILES) {
        good("open files", most + " at most");
      } else {
        bad("open files", most + " at most are too few: ulimit -n " + LEAST_OPEN_FILES);
      }
    }
  }

  private void time() {
    var now = clock.instant();
    var lastUse = lastUse();
    if (now.isBefore(BUILT_AFTER) || lastUse.isAfter(now.plus(MOST_SKEW))) {
      bad("clock", "it says " + now + ", which is past: set it (timedatectl set-ntp true)");
    } else {
      good("clock", now.toString());
    }
  }

  private Instant lastUse() {
    try {
      return Files.getLastModifiedTime(data.folder().resolve("lock")).toInstant();
    } catch (IOException neverUsed) {
      return Instant.EPOCH;
    }
  }

  private boolean isRunning() {
    try {
      if (data.isTaken()) {
        good("server", "runs in this data folder");
        return true;
      }
      if (data.isHalfRestored()) {
        bad("restore", "was interrupted, and half of the data are there: restore again");
      }
    } catch (IOException failed) {
      bad("server", data.folder() + ": " + failed.getMessage());
    }
    return false;
  }

  private void database(boolean isThere) {
    if (place instanceof DatabasePlace.Embedded && !(isThere && Database.isMade(place))) {
      good("database", "is not there yet: it is made by the first start");
      return;
    }
    try (var database = Database.join(place);
        var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery("SELECT version(), now()")) {
      answer.next();
      var version = answer.getString(1).replaceAll(" on .*", "");
      var itsNow = answer.getTimestamp(2).toInstant();
      if (Duration.between(itsNow, clock.instant()).abs().compareTo(MOST_SKEW) > 0) {
        bad("database", version + ": its clock says " + itsNow + ": set both clocks by NTP");
      } else {
        good("database", version + " opens, and forgets nothing that it acknowledged");
      }
    } catch (IOException | SQLException failed) {
      bad("database", String.valueOf(failed.getMessage()));
    }
  }

  private void port(int port, boolean isRunning) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      good("port " + port, "is free");
    } catch (IOException taken) {
      if (isRunning) {
        good("port " + port, "is taken, it seems by the server that runs");
      } else {
        bad("port " + port, "is taken by another program: end it, or choose another port");
      }
    }
  }
}
