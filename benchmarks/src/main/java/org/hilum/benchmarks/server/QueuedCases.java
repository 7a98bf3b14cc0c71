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
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hilum.imaging.dicom.CallOutcome;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DicomCaller;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Many whole cases from many institutions, put into the queue of one server faster than it reads
 * them: how many are lost, whether the urgent ones went first and institutions took turns, and how
 * many it reads a day.
 *
 * <p>Arguments: a folder to work in, cases, slices a case. One case in ten is marked STAT and two
 * HIGH, by DCMTK's {@code dcmodify}; one institution of the 1,500 sends a fifth of all cases.
 */
public final class QueuedCases {

  private static final int INSTITUTIONS = 1_500;
  private static final int SENDERS = 4;
  private static final int PIXELS = 512;
  private static final double CHEST_MM = 312;
  private static final double SECONDS_A_DAY = 86_400;
  private static final Duration LONGEST_A_CASE = Duration.ofSeconds(30);

  private final Path work;
  private final int cases;
  private final int slices;
  private final PhantomScan scan;

  private QueuedCases(Path work, int cases, int slices) {
    this.work = work;
    this.cases = cases;
    this.slices = slices;
    double spacingMm = CHEST_MM / slices;
    var grid =
        ScanGrid.axial(PIXELS, PIXELS, slices, 0.76, spacingMm).about(new PatientPoint(0, 8, -44));
    scan = PhantomCourse.demo().chestAt(1).draw(grid, ScanProtocol.standard(spacingMm));
  }

  /** One case to be sent. */
  private record Wanted(int number, int institution, String priority) {}

  /** See the class. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var test =
        new QueuedCases(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    System.exit(test.run() ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException, ExecutionException {
    var data = work.resolve("data");
    var server = ServerProcess.start(data, work.resolve("server.log"), "--no-phantom");
    try {
      var books = new QueueBooks(data);
      books.openInstitutions(INSTITUTIONS);
      long began = System.nanoTime();
      sendAll(server);
      System.out.printf(
          Locale.ROOT,
          "%d cases of %d slices sent by %d lines in %.0f s; %d of them read meanwhile%n",
          cases,
          slices,
          SENDERS,
          (System.nanoTime() - began) / 1e9,
          books.read());
      boolean allEnded = new ServerBooks(data).awaitEnds(LONGEST_A_CASE.multipliedBy(cases));
      var count = books.count();
      System.out.printf(
          Locale.ROOT,
          "%d of %d cases read, %d of %d images in the archive; %.2f s a case, %.0f cases a day%n",
          count.read(),
          cases,
          count.images(),
          cases * slices,
          count.secondsACase(),
          SECONDS_A_DAY / count.secondsACase());
      System.out.printf(
          Locale.ROOT,
          "readings begun while a more urgent case had waited for a second: %d; of the institution"
              + " that sent a fifth of all, begun twice while another's of equal urgency waited: %d%n",
          count.outOfOrder(),
          count.outOfTurn());
      System.out.printf(
          Locale.ROOT, "memory of the server %.0f MB%n", Turnaround.residentMb(server.pid()));
      return allEnded
          && count.read() == cases
          && count.images() == (long) cases * slices
          && count.outOfOrder() == 0
          && count.outOfTurn() == 0;
    } finally {
      server.stop();
    }
  }

  private List<Wanted> wanted() {
    var chance = new Random(1);
    var institutions = new ArrayList<>(IntStream.range(1, INSTITUTIONS).boxed().toList());
    Collections.shuffle(institutions, chance);
    var wanted = new ArrayList<Wanted>();
    for (int n = 0; n < cases; n++) {
      var priority = n % 10 == 9 ? "STAT" : n % 10 >= 7 ? "HIGH" : "";
      wanted.add(new Wanted(n, n % 5 == 0 ? 0 : institutions.get(n), priority));
    }
    return wanted;
  }

  private void sendAll(ServerProcess server) throws InterruptedException, ExecutionException {
    try (var lines = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<?>> sent = new ArrayList<>();
      for (var each : wanted()) {
        sent.add(
            lines.submit(
                () -> {
                  send(server, each);
                  return null;
                }));
      }
      for (var each : sent) {
        each.get();
      }
    }
  }

  private void send(ServerProcess server, Wanted wanted) throws IOException, InterruptedException {
    var folder = work.resolve("sent").resolve(Integer.toString(wanted.number()));
    var identity =
        new ScanIdentity(
            "Drawn^Case" + wanted.number(),
            "QUEUE-" + wanted.number(),
            LocalDate.of(2020, 2, 1),
            2,
            "chest CT");
    var files = PhantomDicom.write(scan, identity, folder);
    mark(files, wanted.priority());
    var objects = new ArrayList<SendableObject>();
    for (var file : files) {
      objects.add(SendableObject.of(file).orElseThrow());
    }
    var title = QueueBooks.title(wanted.institution());
    var contexts = objects.stream().map(ProposedContext::of).distinct().toList();
    if (!(DicomCaller.call(CallSettings.to(server.dicom(), title, "HILUM"), contexts)
        instanceof CallOutcome.Connected(var caller))) {
      throw new IOException("the server does not take calls of " + title);
    }
    try (caller) {
      for (var object : objects) {
        if (!(caller.store(object) instanceof SendOutcome.Answered(var status))
            || !status.isSuccess()) {
          throw new IOException("an image of case " + wanted.number() + " was not taken");
        }
      }
      caller.release();
    }
    for (var file : files) {
      Files.delete(file);
    }
  }

  private static void mark(List<Path> files, String priority)
      throws IOException, InterruptedException {
    if (priority.isEmpty()) {
      return;
    }
    var command = new ArrayList<>(List.of("dcmodify", "-nb", "-i", "(0040,1003)=" + priority));
    files.forEach(file -> command.add(file.toString()));
    var process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("dcmodify (Debian: dcmtk) could not mark a case");
    }
  }
}
