package org.hilum.imaging.phantom;

import java.time.format.DateTimeFormatter;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;

/**
 * What every image of a drawn scan says of patient, study, series, frame of reference and
 * equipment.
 *
 * <p>Source: PS3.3 A.3 (CT Image IOD) and A.38.1 (Enhanced CT Image IOD).
 */
final class CtHeader {

  static final Uid CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2");
  static final Uid ENHANCED_CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2.1");

  /** Stored value 0 means this HU; 12 bits then reach 3071 HU. */
  static final int INTERCEPT_HU = -1024;

  /** Time of day of every drawn scan. */
  static final String TIME = "103000";

  static final double TUBE_KV = 120;
  static final double WINDOW_CENTRE_HU = -600;
  static final double WINDOW_WIDTH_HU = 1500;

  private static final String SOFTWARE = "Hilum phantom 1";
  private static final String COMMENT = "Drawn by Hilum; not a patient";

  private CtHeader() {}

  /** A builder that holds the common attributes. */
  static DataSetBuilder of(ScanIdentity identity, ScanProtocol protocol, Uid series) {
    var builder = DataSet.builder();
    builder.text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    patientAndStudy(builder, identity);
    var day = day(identity);
    return builder
        .uid(Tag.SERIES_INSTANCE_UID, series)
        .integerString(Tag.SERIES_NUMBER, identity.seriesNumber())
        .text(Tag.SERIES_DESCRIPTION, Vr.LO, "Synthetic " + identity.seriesDescription())
        .text(Tag.SERIES_DATE, Vr.DA, day)
        .text(Tag.SERIES_TIME, Vr.TM, TIME)
        .text(Tag.MODALITY, Vr.CS, "CT")
        .text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST")
        .text(Tag.PROTOCOL_NAME, Vr.LO, "Synthetic chest")
        .text(Tag.PATIENT_POSITION, Vr.CS, protocol.position().name())
        .uid(Tag.FRAME_OF_REFERENCE_UID, identity.frameOfReferenceUid())
        .empty(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO)
        .text(Tag.MANUFACTURER, Vr.LO, "Hilum")
        .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, "Chest phantom")
        .text(Tag.DEVICE_SERIAL_NUMBER, Vr.LO, "1")
        .text(Tag.SOFTWARE_VERSIONS, Vr.LO, SOFTWARE)
        .text(Tag.ACQUISITION_DATE, Vr.DA, day)
        .text(Tag.ACQUISITION_TIME, Vr.TM, TIME)
        .text(Tag.CONTENT_DATE, Vr.DA, day)
        .text(Tag.CONTENT_TIME, Vr.TM, TIME)
        .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO");
  }

  static String day(ScanIdentity identity) {
    return identity.studyDate().format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static void patientAndStudy(DataSetBuilder builder, ScanIdentity identity) {
    builder
        .text(Tag.PATIENT_NAME, Vr.PN, identity.patientName())
        .text(Tag.PATIENT_ID, Vr.LO, identity.patientId())
        .empty(Tag.PATIENT_BIRTH_DATE, Vr.DA)
        .text(Tag.PATIENT_SEX, Vr.CS, "O")
        .text(Tag.QUALITY_CONTROL_SUBJECT, Vr.CS, "YES")
        .text(Tag.PATIENT_COMMENTS, Vr.LT, COMMENT)
        .uid(Tag.STUDY_INSTANCE_UID, identity.studyInstanceUid())
        .text(Tag.STUDY_DATE, Vr.DA, day(identity))
        .text(Tag.STUDY_TIME, Vr.TM, TIME)
        .text(Tag.STUDY_DESCRIPTION, Vr.LO, "Synthetic chest CT")
        .text(Tag.STUDY_ID, Vr.SH, "1")
        .empty(Tag.ACCESSION_NUMBER, Vr.SH)
        .empty(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN);
  }

  /** Adds the description of 12-bit pixels; the pixels themselves come after. */
  static DataSetBuilder pixels(DataSetBuilder builder, int rows, int columns, byte[] pixels) {
    return builder
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, rows)
        .unsignedShort(Tag.COLUMNS, columns)
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .unsignedShort(Tag.BITS_STORED, 12)
        .unsignedShort(Tag.HIGH_BIT, 11)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
  }

  /** Stored values of HU, little-endian. */
  static byte[] stored(short[] hu) {
    var bytes = new byte[2 * hu.length];
    for (int n = 0; n < hu.length; n++) {
      int value = hu[n] - INTERCEPT_HU;
      bytes[2 * n] = (byte) value;
      bytes[2 * n + 1] = (byte) (value >> 8);
    }
    return bytes;
  }
}
