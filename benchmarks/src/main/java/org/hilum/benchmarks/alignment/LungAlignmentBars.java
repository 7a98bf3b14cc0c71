package org.hilum.benchmarks.alignment;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentResult;
import org.hilum.imaging.comparison.LungAlignment;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;

/**
 * The bars of alignment: real chests breathed out by a known movement of {@value #PEAK_MM} mm,
 * aligned, and how far known points then are from where they should be; beside elastix where it is
 * installed.
 *
 * <p>{@code <work folder> <chest folder>...}; {@code noelastix} first leaves elastix out.
 */
public final class LungAlignmentBars {

  private static final double PEAK_MM = 20;

  /** A DICOM chest is resliced to so many slices: the size of the bar. */
  private static final int SLICES = 300;

  private LungAlignmentBars() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    var rest = new ArrayList<>(List.of(arguments));
    boolean withPeer = !rest.getFirst().equals("noelastix");
    if (!withPeer) {
      rest.removeFirst();
    }
    var work = Path.of(rest.removeFirst());
    for (var folder : rest) {
      var pair = pair(Path.of(folder));
      measure(Path.of(folder).getFileName().toString(), pair, withPeer, work);
    }
  }

  private static ChestSegmenter segmenter() {
    var networks = Path.of(System.getProperty("hilum.home", "."), "networks");
    return NetworkChestSegmenter.open(
        Network.open(networks.resolve("chest-opacity-2d")), SegmentationSettings.standard());
  }

  private static BreathPair pair(Path folder) throws IOException {
    var name = folder.getFileName().toString();
    var volume = RealChest.volume(folder);
    var drawn = RealChest.drawn(folder);
    if (drawn.isPresent()) {
      return BreathPair.of(name, volume, drawn.get(), PEAK_MM);
    }
    if (volume.geometry().columns() == 512) {
      volume = Resliced.of(volume, SLICES);
    }
    try (var segmenter = segmenter()) {
      return BreathPair.of(
          name,
          volume,
          RealChest.found(segmenter, volume),
          PEAK_MM,
          Optional.of(moved -> RealChest.found(segmenter, moved)));
    }
  }

  private static void measure(String name, BreathPair pair, boolean withPeer, Path work)
      throws IOException {
    var landmarks = Landmarks.of(pair);
    print(name, "before", landmarks.errors(landmarks.current()), "");
    long processor = processorNanos();
    long start = System.nanoTime();
    var result = new LungAlignment().align(pair.prior(), pair.current(), done -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    double ofProcessor = (processorNanos() - processor) / 1e9;
    alignment(result)
        .ifPresent(
            found -> {
              print(name, "Hilum", landmarks.errors(found), words(seconds, ofProcessor, found));
              print(name, "Hilum, forward", landmarks.forwardErrors(found), "");
            });
    if (withPeer) {
      ElastixPeer.align(pair, landmarks, work)
          .ifPresent(
              peer ->
                  print(
                      name,
                      "elastix",
                      landmarks.errors(peer.places()),
                      String.format(
                          Locale.ROOT,
                          "%.1f s (processor %.1f s)",
                          peer.seconds(),
                          peer.processorSeconds())));
    }
  }

  /** Of all threads of this process; 0 where the JVM does not tell. */
  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static Optional<Alignment> alignment(AlignmentResult result) {
    return switch (result) {
      case AlignmentResult.Aligned(var found) -> Optional.of(found);
      case AlignmentResult.NotAligned(var reasons, var attempt) -> {
        System.out.println("not aligned: " + reasons);
        yield attempt;
      }
    };
  }

  private static String words(double seconds, double ofProcessor, Alignment found) {
    var quality = found.quality();
    return String.format(
        Locale.ROOT,
        "%.1f s (processor %.1f s), folded %.4f %%, Jacobian %.2f-%.2f, Dice %.3f to %.3f, residual %.0f to %.0f HU,"
            + " there and back %.3f mm",
        seconds,
        ofProcessor,
        quality.foldedPercent(),
        quality.smallestExpansion(),
        quality.largestExpansion(),
        quality.overlapBefore(),
        quality.overlap(),
        quality.residualBeforeHu(),
        quality.residualHu(),
        quality.inverseErrorMm());
  }

  private static void print(String name, String what, double[] sorted, String more) {
    double mean = java.util.Arrays.stream(sorted).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%-12s %-14s mean %6.2f  95th %6.2f  max %6.2f mm  %s%n",
        name,
        what,
        mean,
        sorted[(int) (0.95 * (sorted.length - 1))],
        sorted[sorted.length - 1],
        more);
  }
}
