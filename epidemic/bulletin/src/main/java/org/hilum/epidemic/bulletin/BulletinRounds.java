package org.hilum.epidemic.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hilum.platform.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up counts that were put into the watched folder, and asks for the bulletins that are due:
 * each minute, so that a bulletin follows its counts, and none is left out after a night without
 * the server.
 *
 * <p>The watched folder holds {@code <source>/<yyyy-mm-dd>} with the files of a vintage; a file
 * {@code complete} in it says that all is there. What was taken is moved to {@code done}, what was
 * refused to {@code refused}.
 */
public final class BulletinRounds implements AutoCloseable {

  /** Says that a folder is whole. */
  public static final String COMPLETE = "complete";

  private static final Logger LOG = LoggerFactory.getLogger(BulletinRounds.class);
  private static final Duration LAST_STEP = Duration.ofSeconds(10);

  private final BulletinDesk desk;
  private final Jobs jobs;
  private final Path watched;
  private final Duration pause;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("epidemic-rounds").daemon().unstarted(task));

  /**
   * The rounds; not begun.
   *
   * @param watched folder where others put counts; made when it is not there
   * @param pause between two rounds
   */
  public BulletinRounds(BulletinDesk desk, Jobs jobs, Path watched, Duration pause) {
    this.desk = desk;
    this.jobs = jobs;
    this.watched = watched;
    this.pause = pause;
  }

  /** Begins. */
  public void start() {
    timer.scheduleWithFixedDelay(
        this::safely, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void safely() {
    try {
      round();
    } catch (IOException | RuntimeException failed) {
      LOG.warn("epidemic counts: not now, trying on", failed);
    }
  }

  /** One round. */
  public void round() throws IOException {
    Files.createDirectories(watched);
    for (var source : folders(watched)) {
      var name = String.valueOf(source.getFileName());
      if (BulletinDesk.isName(name) && !name.equals("done") && !name.equals("refused")) {
        for (var day : folders(source)) {
          if (Files.isRegularFile(day.resolve(COMPLETE))) {
            take(name, day);
          }
        }
      }
    }
    desk.due().forEach(source -> jobs.submit(BulletinWorker.wish(source)));
  }

  private static List<Path> folders(Path of) throws IOException {
    try (var names = Files.list(of)) {
      return names.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void take(String source, Path files) throws IOException {
    LocalDate day;
    try {
      day = LocalDate.parse(String.valueOf(files.getFileName()));
    } catch (DateTimeParseException notADay) {
      return;
    }
    switch (desk.take(source, day, files)) {
      case BulletinDesk.Delivery.Taken taken -> {
        LOG.info("counts of {} as known on {} taken, new: {}", source, day, taken.isNew());
        away(files, "done", source);
      }
      case BulletinDesk.Delivery.Refused refused -> {
        LOG.warn("counts of {} as known on {} refused: {}", source, day, refused.reasons().size());
        away(files, "refused", source);
      }
    }
  }

  private void away(Path files, String where, String source) throws IOException {
    var shelf = Files.createDirectories(watched.resolve(where).resolve(source));
    var name = String.valueOf(files.getFileName());
    var place = shelf.resolve(name);
    for (int n = 2; Files.exists(place); n++) {
      place = shelf.resolve(name + "." + n);
    }
    Files.move(files, place);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("epidemic rounds still work while the server closes");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
