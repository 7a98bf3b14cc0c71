package org.hilum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.imaging.reading.ReadingLine;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.reporting.StepTimes;

/**
 * Whole readings, files on disk to files on disk, one after the other in one process: the first is
 * cold, the later ones show what a server takes.
 *
 * <p>{@code draw <folder> <slices>} writes a study to read; {@code read <folder> <out> <times>}
 * prints the seconds of each reading and of its steps, and the most memory the process ever held.
 */
public final class WholeReadings {

  private WholeReadings() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "draw" -> DrawnStudy.write(folder, Integer.parseInt(arguments[2]));
      case "read" -> read(folder, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      default -> throw new IllegalArgumentException("draw or read, not " + arguments[0]);
    }
  }

  private static void read(Path folder, Path out, int times) throws IOException {
    try (var segmenter = DrawnStudy.open()) {
      var software = new SoftwareIdentity("Hilum", "benchmark");
      var tools = new ReadingTools(() -> segmenter, Clock.systemDefaultZone(), software);
      for (int n = 1; n <= times; n++) {
        var result =
            new ReadingLine(tools)
                .read(folder, out, ReadingSettings.DEFAULT, ReadingListener.SILENT);
        for (var outcome : result.outcomes()) {
          if (outcome instanceof StudyRead read) {
            System.out.println("reading " + n + ": " + words(read.times()));
          } else {
            throw new IllegalStateException("not read: " + outcome);
          }
        }
      }
    }
    System.out.println("most memory: " + mostMemory());
  }

  private static String words(StepTimes times) {
    var steps =
        times.seconds().entrySet().stream()
            .map(step -> String.format(Locale.ROOT, "%s %.2f", step.getKey(), step.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%.2f s (%s)", times.totalSeconds(), steps);
  }

  /** What Linux says of this process. */
  private static String mostMemory() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not known on this system";
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).strip())
          .findFirst()
          .orElse("not stated");
    }
  }
}
