package org.hilum.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.PatientPoint;

/**
 * From the scanner to the results: a whole server takes drawn studies of 512 x 512 pixels from
 * DCMTK's {@code storescu}, each image safe on disk and in the index before its response, and reads
 * them; then it takes four associations at once.
 *
 * <p>Arguments: a folder to work in, slices a study, studies one after the other.
 */
public final class Turnaround {

  private static final int AT_ONCE = 4;
  private static final int PIXELS = 512;
  private static final double CHEST_MM = 312;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private Turnaround() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var work = Path.of(arguments[0]);
    int slices = Integer.parseInt(arguments[1]);
    int studies = Integer.parseInt(arguments[2]);
    var folders = draw(work.resolve("sent"), slices, studies + AT_ONCE);
    var data = work.resolve("data");
    var server = ServerProcess.start(data, work.resolve("server.log"), "--no-phantom");
    System.out.printf(
        Locale.ROOT,
        "start to ready %.1f s, %.0f MB (without PostgreSQL)%n",
        server.startSeconds(),
        residentMb(server.pid()));
    var books = new ServerBooks(data);
    for (int n = 0; n < studies; n++) {
      oneByOne(server, books, folders.get(n), slices);
    }
    atOnce(server, folders.subList(studies, studies + AT_ONCE), slices);
    books.awaitEnds(LONGEST);
    System.out.printf(Locale.ROOT, "memory after all readings %.0f MB%n", residentMb(server.pid()));
    server.stop();
  }

  static List<Path> draw(Path folder, int slices, int studies) throws IOException {
    double spacingMm = CHEST_MM / slices;
    var grid =
        ScanGrid.axial(PIXELS, PIXELS, slices, 0.76, spacingMm).about(new PatientPoint(0, 8, -44));
    var scan = PhantomCourse.demo().chestAt(1).draw(grid, ScanProtocol.standard(spacingMm));
    var folders = new ArrayList<Path>();
    for (int n = 0; n < studies; n++) {
      var identity =
          new ScanIdentity("Drawn^Turn" + n, "TURN-" + n, LocalDate.of(2020, 2, 1), 2, "chest CT");
      var study = folder.resolve(Integer.toString(n));
      PhantomDicom.write(scan, identity, study);
      folders.add(study);
    }
    return folders;
  }

  private static void oneByOne(ServerProcess server, ServerBooks books, Path study, int slices)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    await(send(server, study));
    double sent = (System.nanoTime() - began) / 1e9;
    books.awaitEnds(LONGEST);
    System.out.printf(
        Locale.ROOT,
        "storescu, one association: %d images in %.2f s, %.0f a second; last image to results %.1f"
            + " s%n",
        slices,
        sent,
        slices / sent,
        books.secondsFromLastImageToResults());
  }

  private static void atOnce(ServerProcess server, List<Path> studies, int slices)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    var senders = new ArrayList<Process>();
    for (var study : studies) {
      senders.add(send(server, study));
    }
    for (var sender : senders) {
      await(sender);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "storescu, %d associations at once: %d images in %.2f s, %.0f a second%n",
        studies.size(),
        slices * studies.size(),
        seconds,
        slices * studies.size() / seconds);
  }

  private static Process send(ServerProcess server, Path study) throws IOException {
    return new ProcessBuilder(
            "storescu",
            "+sd",
            "-aec",
            "HILUM",
            server.dicom().getAddress().getHostAddress(),
            Integer.toString(server.dicom().getPort()),
            study.toString())
        .inheritIO()
        .start();
  }

  private static void await(Process sender) throws IOException, InterruptedException {
    if (!sender.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || sender.exitValue() != 0) {
      throw new IOException("storescu did not send everything");
    }
  }

  /** Resident memory of a process, from {@code /proc}. */
  static double residentMb(long pid) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no resident memory is told of process " + pid);
  }
}
