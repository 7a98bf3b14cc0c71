package org.hilum.imaging.reporting.composite;

import java.util.ArrayList;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;

/** Which device made an object: this program, never the scanner (PS3.3 C.7.5.1, C.7.5.2). */
public final class EquipmentModule {

  /** Manufacturer (0008,0070). */
  public static final String MANUFACTURER = "Hilum";

  /** Manufacturer's Model Name (0008,1090). */
  public static final String MODEL_NAME = "Hilum reading line";

  private EquipmentModule() {}

  /** Puts the module; a program has its version for a serial number. */
  public static void put(ReadingFindings findings, DataSetBuilder object) {
    object
        .text(Tag.MANUFACTURER, Vr.LO, MANUFACTURER)
        .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, MODEL_NAME)
        .text(Tag.DEVICE_SERIAL_NUMBER, Vr.LO, fitted(findings.software().version()))
        .text(Tag.SOFTWARE_VERSIONS, Vr.LO, versions(findings));
  }

  /** The program's version and that of each network. */
  static String[] versions(ReadingFindings findings) {
    var versions = new ArrayList<String>();
    versions.add(fitted(findings.software().name() + " " + findings.software().version()));
    for (var network : findings.segmentation().networks()) {
      versions.add(fitted(network.name() + " " + network.version()));
    }
    return versions.toArray(String[]::new);
  }

  private static String fitted(String text) {
    return DicomText.fitted(text, DicomText.LONG_STRING);
  }
}
