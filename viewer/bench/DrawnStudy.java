import java.nio.file.Path;
import java.time.LocalDate;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.PatientPoint;

/** Draws a chest of so many slices of 512 x 512 into a folder: {@code DrawnStudy.java folder 300}. */
class DrawnStudy {

  public static void main(String[] arguments) throws Exception {
    int slices = Integer.parseInt(arguments[1]);
    double spacingMm = 312.0 / slices;
    var grid = ScanGrid.axial(512, 512, slices, 0.76, spacingMm).about(new PatientPoint(0, 8, -44));
    var scan = PhantomCourse.demo().chestAt(1).draw(grid, ScanProtocol.standard(spacingMm));
    PhantomDicom.write(scan, ScanIdentity.phantom(LocalDate.of(2020, 3, 3)), Path.of(arguments[0]));
  }
}
