package org.hilum.imaging.reporting.composite;

import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** What turned a page into an object: SC Equipment and the date of capture (PS3.3 C.8.6.1). */
public final class CaptureEquipment {

  private CaptureEquipment() {}

  /** Puts the module; the page was made at a workstation, not scanned in. */
  public static void put(ResultContext context, DataSetBuilder object) {
    object
        .text(Tag.CONVERSION_TYPE, Vr.CS, "WSD")
        .text(Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER, Vr.LO, EquipmentModule.MANUFACTURER)
        .text(
            Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME, Vr.LO, EquipmentModule.MODEL_NAME)
        .text(
            Tag.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS,
            Vr.LO,
            EquipmentModule.versions(context.findings()))
        .text(Tag.DATE_OF_SECONDARY_CAPTURE, Vr.DA, DicomText.date(context.createdAt()))
        .text(Tag.TIME_OF_SECONDARY_CAPTURE, Vr.TM, DicomText.time(context.createdAt()));
  }
}
