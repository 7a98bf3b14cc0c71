package org.hilum.imaging.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.volume.PatientPoint;

/** Draws the studies of a course and lays them down as DICOM folders, for the demo to read. */
public final class DemoStudies {

  /** A whole chest of 156 slices, 512 x 512, 2 mm apart. */
  public static final ScanGrid DEMO_GRID =
      ScanGrid.axial(512, 512, 156, 0.76, 2).about(new PatientPoint(0, 8, -44));

  private DemoStudies() {}

  /**
   * A study that was laid down.
   *
   * @param folder holds {@code scout/} and {@code chest/}
   */
  public record DrawnStudy(Path folder, StudyMoment moment, PhantomScan scan) {}

  /** The studies of a course as the demo shows them, each in a folder named by its date. */
  public static List<DrawnStudy> writeDemo(PhantomCourse course, Path folder) throws IOException {
    return write(course, DEMO_GRID, ScanProtocol.standard(2), folder);
  }

  /** All studies of a course on a grid, each in a folder named by its date. */
  public static List<DrawnStudy> write(
      PhantomCourse course, ScanGrid grid, ScanProtocol protocol, Path folder) throws IOException {
    var studies = new ArrayList<DrawnStudy>();
    for (int n = 0; n < course.moments().size(); n++) {
      var moment = course.moments().get(n);
      var scan = course.chestAt(n).draw(grid, protocol.scan(n + 1));
      var identity = ScanIdentity.phantom(moment.date());
      var study = folder.resolve(moment.date().toString());
      PhantomDicom.writeScout(scan, identity.series(1, "scout"), study.resolve("scout"));
      PhantomDicom.write(scan, identity, study.resolve("chest"));
      studies.add(new DrawnStudy(study, moment, scan));
    }
    return studies;
  }
}
