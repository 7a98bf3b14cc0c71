package org.hilum.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.dicom.DicomListener;
import org.hilum.imaging.dicom.ListenerSettings;
import org.hilum.imaging.dicom.StoragePolicy;

/**
 * How long DCMTK's {@code storescu}, as it is installed, needs to send a folder of slices to our
 * listener over the loopback: one association, then four at once.
 *
 * <p>Arguments: the folder of slices, a folder to work in, how many rounds. The first round warms
 * the virtual machine up. Each file is forced to the disk before its response.
 */
public final class DimseReceiving {

  private static final int AT_ONCE = 4;
  private static final int LONGEST_MINUTES = 2;

  private DimseReceiving() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var slices = Path.of(arguments[0]);
    var work = Path.of(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Files.createDirectories(work);
    for (int round = 1; round <= rounds; round++) {
      for (boolean forced : new boolean[] {true, false}) {
        measure(slices, work, 1, forced, round);
        measure(slices, work, AT_ONCE, forced, round);
      }
    }
  }

  private static void measure(Path slices, Path work, int senders, boolean forced, int round)
      throws IOException, InterruptedException {
    var sink = new FolderSink(work, forced);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var listener =
        DicomListener.start(ListenerSettings.at(address), StoragePolicy.OPEN, sink, end -> {})) {
      long began = System.nanoTime();
      send(slices, listener.port(), senders);
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d, %d at once, %s: %d images in %.2f s, %.0f images/s%n",
          round,
          senders,
          forced ? "each forced to the disk" : "not forced",
          sink.kept(),
          seconds,
          sink.kept() / seconds);
    } finally {
      sink.clear();
    }
  }

  private static void send(Path slices, int port, int senders)
      throws IOException, InterruptedException {
    var command =
        List.of("storescu", "+sd", "127.0.0.1", Integer.toString(port), slices.toString());
    var running = new ArrayList<Process>();
    try {
      for (int n = 0; n < senders; n++) {
        running.add(new ProcessBuilder(command).inheritIO().start());
      }
      for (var sender : running) {
        if (!sender.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || sender.exitValue() != 0) {
          throw new IllegalStateException("storescu did not send everything");
        }
      }
    } finally {
      running.forEach(Process::destroy);
    }
  }
}
