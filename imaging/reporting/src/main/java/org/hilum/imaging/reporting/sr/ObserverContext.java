package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.List;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.reporting.composite.EquipmentModule;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;

/** Who observed: this program, a device (PS3.16 TID 1001, 1002, 1004). */
final class ObserverContext {

  private ObserverContext() {}

  /** One version of the program is one observer, whatever it reads. */
  static List<ContentItem> of(SoftwareIdentity software) {
    return List.of(
        ContentItem.code(HAS_OBS_CONTEXT, Code.OBSERVER_TYPE.concept(), Code.DEVICE.concept()),
        ContentItem.uid(
            HAS_OBS_CONTEXT,
            Code.DEVICE_OBSERVER_UID.concept(),
            Uid.derived("device observer", software.name(), software.version())),
        text(Code.DEVICE_OBSERVER_NAME, software.name()),
        text(Code.DEVICE_OBSERVER_MANUFACTURER, EquipmentModule.MANUFACTURER),
        text(Code.DEVICE_OBSERVER_MODEL_NAME, EquipmentModule.MODEL_NAME),
        ContentItem.text(
            HAS_OBS_CONTEXT,
            StructureCode.DEVICE_OBSERVER_SERIAL_NUMBER.concept(),
            software.version()));
  }

  private static ContentItem text(Code name, String value) {
    return ContentItem.text(HAS_OBS_CONTEXT, name.concept(), value);
  }
}
