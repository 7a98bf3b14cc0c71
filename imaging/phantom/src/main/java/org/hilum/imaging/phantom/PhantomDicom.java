package org.hilum.imaging.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;

/**
 * Writes drawn scans as DICOM, as a scanner would, and plainly marked as synthetic.
 *
 * <p>UIDs follow from the content: drawing the same scan again writes the same objects.
 */
public final class PhantomDicom {

  private PhantomDicom() {}

  /** Writes one CT image a slice, {@code ct-0001.dcm} and on; gives the files in slice order. */
  public static List<Path> write(PhantomScan scan, ScanIdentity identity, Path folder)
      throws IOException {
    var slices = new CtSlices(scan, identity);
    Files.createDirectories(folder);
    var files = new ArrayList<Path>();
    for (int k = 0; k < scan.volume().geometry().slices(); k++) {
      files.add(write(slices.slice(k), folder.resolve(String.format("ct-%04d.dcm", k + 1))));
    }
    return files;
  }

  /** Writes the whole scan as one Enhanced CT object, {@code enhanced-ct.dcm}. */
  public static Path writeEnhanced(PhantomScan scan, ScanIdentity identity, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    return write(new EnhancedCt(scan, identity).object(), folder.resolve("enhanced-ct.dcm"));
  }

  /** Writes the scout of a scan, a localizer image, {@code scout.dcm}. */
  public static Path writeScout(PhantomScan scan, ScanIdentity identity, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    return write(new CtSlices(scan, identity).scout(), folder.resolve("scout.dcm"));
  }

  private static Path write(DataSet object, Path file) throws IOException {
    DicomWriter.write(object, file);
    return file;
  }
}
