package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.PatientPoint;

/** Studies to send. */
final class DrawnStudies {

  private static final ScanGrid WHOLE =
      ScanGrid.axial(160, 160, 79, 2.4, 4).about(new PatientPoint(0, 8, -44));
  private static final ScanGrid TINY = ScanGrid.axial(32, 32, 3, 12, 40);

  private DrawnStudies() {}

  /** Three small slices: kept, but nothing to read. */
  static List<Path> tiny(String name, String id, LocalDate day, Path folder) throws IOException {
    return drawn(TINY, name, id, day, folder);
  }

  /** A whole chest, coarse. */
  static List<Path> whole(String name, String id, LocalDate day, Path folder) throws IOException {
    return drawn(WHOLE, name, id, day, folder);
  }

  private static List<Path> drawn(ScanGrid grid, String name, String id, LocalDate day, Path folder)
      throws IOException {
    var scan = PhantomCourse.demo().chestAt(0).draw(grid, ScanProtocol.standard(4));
    return PhantomDicom.write(scan, new ScanIdentity(name, id, day, 2, "chest CT"), folder);
  }
}
