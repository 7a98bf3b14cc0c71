package org.hilum.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.hilum.imaging.dicom.CallOutcome;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DicomCaller;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Kills the server at random moments while studies are sent to it and read, and counts what of all
 * that it acknowledged is lost, which cases end in no state, and which were read as two.
 *
 * <p>Arguments: a folder to work in, how many kills, a seed. Half of the kills also kill the
 * database's processes.
 */
public final class KilledServer {

  private static final int STUDIES_A_KILL = 2;
  private static final int SENDERS = 2;
  private static final int SLICES = 60;
  private static final int PIXELS = 128;
  private static final double SPACING_MM = 5.2;
  private static final int LONGEST_LIFE_MS = 6_000;
  private static final Duration TO_FINISH = Duration.ofMinutes(10);

  private final Path work;
  private final RandomGenerator chance;
  private final ConcurrentLinkedQueue<Path> waiting = new ConcurrentLinkedQueue<>();
  private final Set<SendableObject> acknowledged = ConcurrentHashMap.newKeySet();

  private KilledServer(Path work, RandomGenerator chance) {
    this.work = work;
    this.chance = chance;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var work = Path.of(arguments[0]);
    int kills = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    Files.createDirectories(work);
    var test = new KilledServer(work, new SplittableRandom(seed));
    System.out.printf("%d kills, seed %d%n", kills, seed);
    System.exit(test.run(kills) ? 0 : 1);
  }

  private boolean run(int kills) throws IOException, InterruptedException {
    var studies = draw(kills * STUDIES_A_KILL);
    var data = work.resolve("data");
    var log = work.resolve("server.log");
    for (int kill = 1; kill <= kills; kill++) {
      var server = ServerProcess.start(data, log, "--no-phantom");
      waiting.addAll(studies.subList((kill - 1) * STUDIES_A_KILL, kill * STUDIES_A_KILL));
      boolean withDatabase = kill % 2 == 0;
      long life = live(server);
      end(server, withDatabase, data);
      System.out.printf(
          Locale.ROOT,
          "kill %d: ready after %.1f s, killed %d ms later%s; %d images acknowledged, %d studies to"
              + " send%n",
          kill,
          server.startSeconds(),
          life,
          withDatabase ? ", database too" : "",
          acknowledged.size(),
          waiting.size());
    }
    return finish(data, log);
  }

  /** One drawn chest, written for many patients. */
  private List<Path> draw(int studies) throws IOException {
    var folders = new ArrayList<Path>();
    var grid =
        ScanGrid.axial(PIXELS, PIXELS, SLICES, 3.0, SPACING_MM).about(new PatientPoint(0, 8, -44));
    var scan = PhantomCourse.demo().chestAt(1).draw(grid, ScanProtocol.standard(SPACING_MM));
    for (int n = 0; n < studies; n++) {
      var folder = work.resolve("sent").resolve(Integer.toString(n));
      var identity =
          new ScanIdentity(
              "Drawn^Patient" + n, "KILL-" + n, LocalDate.of(2020, 2, 1), 2, "chest CT");
      PhantomDicom.write(scan, identity, folder);
      folders.add(folder);
    }
    return folders;
  }

  /** Sends until its time has come; gives how long it lived, in milliseconds. */
  private long live(ServerProcess server) throws InterruptedException {
    var isOver = new AtomicBoolean();
    var senders = new ArrayList<Thread>();
    for (int n = 0; n < SENDERS; n++) {
      senders.add(Thread.ofPlatform().start(() -> send(server, isOver)));
    }
    long life = chance.nextLong(LONGEST_LIFE_MS);
    Thread.sleep(life);
    isOver.set(true);
    server.kill();
    for (var sender : senders) {
      sender.join();
    }
    return life;
  }

  private static void end(ServerProcess server, boolean withDatabase, Path data)
      throws IOException, InterruptedException {
    if (withDatabase) {
      var pid = Files.readAllLines(data.resolve("database/data/postmaster.pid")).getFirst();
      new ProcessBuilder("pkill", "-9", "-P", pid.strip()).start().waitFor();
      ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private void send(ServerProcess server, AtomicBoolean isOver) {
    while (!isOver.get()) {
      var study = waiting.poll();
      if (study == null) {
        return;
      }
      if (!sent(server, study)) {
        waiting.add(study);
      }
    }
  }

  /** Sends a study from its beginning; what was acknowledged before is sent again. */
  private boolean sent(ServerProcess server, Path study) {
    try {
      var objects = objects(study);
      var settings = CallSettings.to(server.dicom(), "KILLTEST", "HILUM");
      var contexts = objects.stream().map(ProposedContext::of).distinct().toList();
      if (DicomCaller.call(settings, contexts) instanceof CallOutcome.Connected(var caller)) {
        try (caller) {
          for (var object : objects) {
            if (!isTaken(caller.store(object))) {
              return false;
            }
            acknowledged.add(object);
          }
          caller.release();
          return true;
        }
      }
      return false;
    } catch (IOException killed) {
      return false;
    }
  }

  private static boolean isTaken(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Answered(var status) && status.isSuccess();
  }

  private static List<SendableObject> objects(Path study) throws IOException {
    var objects = new ArrayList<SendableObject>();
    try (var files = Files.list(study)) {
      for (var file : files.sorted().toList()) {
        SendableObject.of(file).ifPresent(objects::add);
      }
    }
    return Collections.unmodifiableList(objects);
  }

  /** Lets the last server send and read all that is left, then counts. */
  private boolean finish(Path data, Path log) throws IOException, InterruptedException {
    var server = ServerProcess.start(data, log, "--no-phantom");
    send(server, new AtomicBoolean());
    var books = new ServerBooks(data);
    boolean allEnded = books.awaitEnds(TO_FINISH);
    var count = books.count(acknowledged);
    server.stop();
    System.out.println(count.words());
    System.out.println(allEnded ? "every case ended in a state" : "some cases ended in NO state");
    return allEnded && count.isClean();
  }
}
