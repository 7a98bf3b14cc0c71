package org.hilum.imaging.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.intake.folder.FileTaker;
import org.hilum.imaging.intake.folder.FolderLook;
import org.hilum.imaging.intake.folder.Shelves;
import org.hilum.imaging.intake.folder.Sighting;
import org.hilum.imaging.intake.folder.Transfer;
import org.hilum.imaging.intake.folder.Verdict;
import org.hilum.imaging.intake.upload.Disk;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that others put into a folder, once they no longer change.
 *
 * <p>A file is put away only after its objects are safe, so that a stop at any moment loses
 * nothing: what was taken and not put away is known when it is met again. The folder may vanish and
 * come back. One thread looks.
 */
public final class WatchedFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

  /** How often a file that cannot be read is tried before it is put away as failed. */
  private static final int MOST_TRIES = 30;

  /** One file that cannot be kept holds up no others; with so many, it is not the files. */
  private static final int MOST_FAULTS = 10;

  private static final int MOST_AUDITED_STUDIES = 100;

  private final FolderSettings settings;
  private final InstanceReceiver receiver;
  private final FileTaker taker;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final Map<Path, Watched> watched = new HashMap<>();
  private final Map<String, Transfer> transfers = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("watched-folder").daemon().unstarted(task));
  private boolean isAway;
  private int faults;
  private boolean isFull;

  /** A file since it last changed. */
  private record Watched(Sighting sighting, Instant since, int tries, Optional<Verdict> verdict) {}

  public WatchedFolder(
      FolderSettings settings, InstanceReceiver receiver, InstantSource clock, AuditTrail trail) {
    this.settings = settings;
    this.receiver = receiver;
    this.taker = new FileTaker(receiver);
    this.clock = clock;
    this.trail = trail;
  }

  /** Begins to look, now and then. */
  public void start() {
    long every = settings.pollEvery().toMillis();
    timer.scheduleWithFixedDelay(this::look, 0, every, TimeUnit.MILLISECONDS);
  }

  /** One look at everything. */
  void look() {
    try {
      var folder = settings.folder().toRealPath();
      look(folder, FolderLook.at(folder, clock.instant()));
      if (isAway) {
        LOG.info("watched folder {} is there again", settings.name());
      }
      isAway = false;
    } catch (IOException | RuntimeException failed) {
      if (!isAway) {
        LOG.warn("watched folder {} is not there, trying on: {}", settings.name(), kind(failed));
      }
      isAway = true;
    }
  }

  /** Messages of the file system name files, and these may be called like patients. */
  private static String kind(Exception failed) {
    return failed.getClass().getSimpleName();
  }

  private void look(Path folder, Map<Path, Sighting> files) throws IOException {
    watched.keySet().retainAll(files.keySet());
    var shelves = new Shelves(folder, settings.afterwards() == FolderSettings.Afterwards.DELETE);
    var waiting = new HashSet<String>();
    int before = faults;
    faults = 0;
    isFull = false;
    for (var each : inOrder(files)) {
      var part = part(folder, each.getKey());
      boolean goesOn = !timer.isShutdown() && faults < MOST_FAULTS;
      if (!goesOn || !isDealtWith(each.getKey(), each.getValue(), part, shelves)) {
        waiting.add(part);
      }
    }
    if (faults > 0 && before == 0) {
      LOG.warn(
          "watched folder {}: files cannot be taken, trying on{}",
          settings.name(),
          isFull
              ? ": " + IntakeReason.STORAGE_FULL.code() + " the disk of the server is full"
              : "");
    }
    endTransfers(waiting);
  }

  /** Those that could not be taken the last time come last. */
  private List<Map.Entry<Path, Sighting>> inOrder(Map<Path, Sighting> files) {
    return files.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Path, Sighting>>comparingInt(each -> tries(each.getKey()))
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private int tries(Path file) {
    var known = watched.get(file);
    return known == null ? 0 : known.tries();
  }

  /** The sub-folder right below the watched one that a file lies in; empty for none. */
  private static String part(Path folder, Path file) {
    var inside = folder.relativize(file);
    return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
  }

  private boolean isDealtWith(Path file, Sighting sighting, String part, Shelves shelves) {
    var before = watched.get(file);
    if (before == null || !before.sighting().equals(sighting)) {
      watched.put(file, new Watched(sighting, clock.instant(), 0, Optional.empty()));
      return false;
    }
    if (Duration.between(before.since(), clock.instant()).compareTo(settings.stableFor()) < 0) {
      return false;
    }
    var verdict = before.verdict().isPresent() ? before.verdict() : take(file, before, part);
    watched.put(file, new Watched(sighting, before.since(), before.tries() + 1, verdict));
    verdict.ifPresent(known -> putAway(file, before, known, shelves));
    return verdict.isPresent();
  }

  /** Empty when it is to be tried again. */
  private Optional<Verdict> take(Path file, Watched before, String part) {
    var transfer = transfers.computeIfAbsent(part, name -> new Transfer(settings));
    try {
      var verdict = taker.take(transfer.sender(), file, before.sighting());
      if (verdict.isUnreadable() && before.tries() + 1 < MOST_TRIES) {
        return Optional.empty();
      }
      transfer.add(verdict);
      return Optional.of(verdict);
    } catch (IOException | RuntimeException failed) {
      isFull |= Disk.isFull(failed);
      if (faults++ == 0) {
        LOG.debug("watched folder {}: a file cannot be taken", settings.name(), failed);
      }
      return Optional.empty();
    }
  }

  /** One that cannot be put away stays, is not taken again, and is tried at each look. */
  private void putAway(Path file, Watched before, Verdict verdict, Shelves shelves) {
    try {
      if (before.sighting().isStillTrue(file)) {
        shelves.putAway(file, verdict);
      }
      watched.remove(file);
    } catch (IOException failed) {
      if (before.verdict().isEmpty()) {
        LOG.warn("watched folder {}: a file cannot be put away: {}", settings.name(), kind(failed));
      }
    }
  }

  private void endTransfers(Set<String> waiting) {
    var ended = transfers.keySet().stream().filter(part -> !waiting.contains(part)).toList();
    for (var part : ended) {
      var transfer = transfers.get(part);
      if (transfer != null) {
        end(transfer);
        transfers.remove(part);
      }
    }
  }

  private void end(Transfer transfer) {
    receiver.transferEnded(transfer.sender());
    trail.record(
        new AuditEntry(
            AuditEntry.Action.RECEIVE,
            transfer.sender().source(),
            settings.institution(),
            "",
            "",
            List.copyOf(transfer.studies()).stream().limit(MOST_AUDITED_STUDIES).toList(),
            true,
            transfer.words()));
  }

  /** Lets the file that is being taken come to its end. */
  @Override
  public void close() {
    timer.close();
  }
}
