package org.hilum.benchmarks.alignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.PatientPoint;

/**
 * The same pair aligned by elastix (Klein 2010, doi:10.1109/TMI.2009.2035616), affine and B-spline,
 * inside the lungs.
 *
 * @param places where each landmark of the current lies in the prior
 * @param seconds of elastix alone, files written before
 * @param processorSeconds the same, of all threads together
 */
record ElastixPeer(List<PatientPoint> places, double seconds, double processorSeconds) {

  /** Prints the processor's seconds, for the program and for the system, behind all output. */
  private static final String TIMED = "TIMEFORMAT='%U %S'; time \"$@\"";

  private static final Pattern OUTPUT =
      Pattern.compile("OutputPoint = \\[\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*\\]");

  /** Empty, and says why, where elastix is missing. */
  static Optional<ElastixPeer> align(BreathPair pair, Landmarks landmarks, Path work)
      throws IOException {
    if (!Files.isExecutable(Path.of("/usr/bin/elastix"))) {
      System.out.println("elastix is not installed (Debian package elastix): not compared");
      return Optional.empty();
    }
    Files.createDirectories(work);
    NiftiWriter.write(pair.prior().volume(), work.resolve("prior.nii"));
    NiftiWriter.write(pair.current().volume(), work.resolve("current.nii"));
    NiftiWriter.write(pair.prior().segmentation().lungs(), work.resolve("prior-lungs.nii"));
    NiftiWriter.write(pair.current().segmentation().lungs(), work.resolve("current-lungs.nii"));
    Files.writeString(work.resolve("affine.txt"), ElastixParameters.affine());
    Files.writeString(work.resolve("bspline.txt"), ElastixParameters.bspline());
    long start = System.nanoTime();
    run(
        work,
        "elastix",
        "-f",
        "current.nii",
        "-m",
        "prior.nii",
        "-fMask",
        "current-lungs.nii",
        "-mMask",
        "prior-lungs.nii",
        "-p",
        "affine.txt",
        "-p",
        "bspline.txt",
        "-out",
        ".",
        "-threads",
        "2");
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = processorSeconds(work.resolve("elastix.out"));
    writePoints(landmarks.current(), work.resolve("points.txt"));
    run(work, "transformix", "-def", "points.txt", "-tp", "TransformParameters.1.txt", "-out", ".");
    return Optional.of(
        new ElastixPeer(readPoints(work.resolve("outputpoints.txt")), seconds, processor));
  }

  private static void run(Path work, String... command) throws IOException {
    var timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    timed.addAll(List.of(command));
    try {
      int status =
          new ProcessBuilder(timed)
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(work.resolve(command[0] + ".out").toFile())
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(command[0] + " ended with " + status + ", see " + work);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  private static double processorSeconds(Path output) throws IOException {
    double sum = 0;
    for (var part : Files.readAllLines(output).getLast().split(" ")) {
      sum += Double.parseDouble(part);
    }
    return sum;
  }

  private static void writePoints(List<PatientPoint> points, Path file) throws IOException {
    var text = new StringBuilder("point\n" + points.size() + "\n");
    for (var point : points) {
      text.append(String.format(Locale.ROOT, "%.5f %.5f %.5f%n", point.x(), point.y(), point.z()));
    }
    Files.writeString(file, text);
  }

  private static List<PatientPoint> readPoints(Path file) throws IOException {
    var points = new ArrayList<PatientPoint>();
    for (var line : Files.readAllLines(file)) {
      var found = OUTPUT.matcher(line);
      if (found.find()) {
        points.add(
            new PatientPoint(
                Double.parseDouble(found.group(1)),
                Double.parseDouble(found.group(2)),
                Double.parseDouble(found.group(3))));
      }
    }
    return points;
  }
}
