package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.reading.ReadingLine;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.imaging.volume.PatientPoint;
import picocli.CommandLine.Command;

/**
 * Reads a small drawn chest and throws the results away, so that the JVM can note which classes a
 * reading needs (JEP 483, JEP 515); the launcher runs it once after a build.
 */
@Command(name = "warm-up", hidden = true, description = "Let the JVM learn how to start faster.")
public final class WarmUpCommand implements Callable<Integer> {

  private static final ScanGrid GRID =
      ScanGrid.axial(192, 192, 79, 2, 4).about(new PatientPoint(0, 8, -44));

  @Override
  public Integer call() throws IOException {
    var folder = Files.createTempDirectory("hilum-warm-up");
    try (var segmenter = SegmenterLoading.begin(SegmentationSettings.standard())) {
      var scan = PhantomCourse.demo().chestAt(1).draw(GRID, ScanProtocol.standard(4));
      PhantomDicom.write(
          scan, ScanIdentity.phantom(LocalDate.of(2020, 2, 20)), folder.resolve("ct"));
      return ReadCommand.exitStatus(
          new ReadingLine(ReadCommand.tools(segmenter))
              .read(
                  folder.resolve("ct"),
                  folder.resolve("out"),
                  ReadingSettings.DEFAULT,
                  ReadingListener.SILENT));
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var deepestFirst = Files.walk(folder).sorted(Comparator.reverseOrder())) {
      for (var each : deepestFirst.toList()) {
        Files.delete(each);
      }
    }
  }
}
