package org.hilum.imaging.reporting.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Which attributes of patient and study a result has from its source, value for value, so that an
 * archive files both under the same patient and study.
 *
 * <p>Source: PS3.3 C.7.1.1 Patient, C.7.1.3 Clinical Trial Subject, C.7.2.1 General Study, C.7.2.2
 * Patient Study, C.7.2.3 Clinical Trial Study. Attributes of series, equipment and image are not
 * among them.
 */
public final class SourceModules {

  private static final int[] PATIENT = {
    Tag.PATIENT_NAME,
    Tag.PATIENT_ID,
    Tag.ISSUER_OF_PATIENT_ID,
    0x00100022, // Type of Patient ID
    0x00100024, // Issuer of Patient ID Qualifiers Sequence
    Tag.PATIENT_BIRTH_DATE,
    Tag.PATIENT_BIRTH_TIME,
    0x00100033, // Patient's Birth Date in Alternative Calendar
    0x00100034, // Patient's Death Date in Alternative Calendar
    0x00100035, // Patient's Alternative Calendar
    Tag.PATIENT_SEX,
    0x00081120, // Referenced Patient Sequence
    Tag.QUALITY_CONTROL_SUBJECT,
    0x00100212, // Strain Description
    0x00100213, // Strain Nomenclature
    0x00100216, // Strain Stock Sequence
    0x00100218, // Strain Additional Information
    0x00100219, // Strain Code Sequence
    0x00100221, // Genetic Modifications Sequence
    Tag.OTHER_PATIENT_I_DS,
    0x00101001, // Other Patient Names
    0x00101002, // Other Patient IDs Sequence
    0x00101100, // Referenced Patient Photo Sequence
    Tag.ETHNIC_GROUP,
    0x00102161, // Ethnic Group Code Sequence
    Tag.PATIENT_SPECIES_DESCRIPTION,
    0x00102202, // Patient Species Code Sequence
    Tag.PATIENT_BREED_DESCRIPTION,
    0x00102293, // Patient Breed Code Sequence
    0x00102294, // Breed Registration Sequence
    0x00102297, // Responsible Person
    0x00102298, // Responsible Person Role
    0x00102299, // Responsible Organization
    Tag.PATIENT_COMMENTS,
    Tag.PATIENT_IDENTITY_REMOVED,
    Tag.DEIDENTIFICATION_METHOD,
    Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
  };

  private static final int[] CLINICAL_TRIAL = {
    Tag.CLINICAL_TRIAL_SPONSOR_NAME,
    Tag.CLINICAL_TRIAL_PROTOCOL_ID,
    0x00120021, // Clinical Trial Protocol Name
    0x00120022, // Issuer of Clinical Trial Protocol ID
    0x00120023, // Other Clinical Trial Protocol IDs Sequence
    0x00120030, // Clinical Trial Site ID
    0x00120031, // Clinical Trial Site Name
    0x00120032, // Issuer of Clinical Trial Site ID
    Tag.CLINICAL_TRIAL_SUBJECT_ID,
    0x00120041, // Issuer of Clinical Trial Subject ID
    0x00120042, // Clinical Trial Subject Reading ID
    0x00120043, // Issuer of Clinical Trial Subject Reading ID
    0x00120081, // Clinical Trial Protocol Ethics Committee Name
    0x00120082, // Clinical Trial Protocol Ethics Committee Approval Number
    0x00120050, // Clinical Trial Time Point ID
    0x00120051, // Clinical Trial Time Point Description
    0x00120052, // Longitudinal Temporal Offset from Event
    0x00120053, // Longitudinal Temporal Event Type
    0x00120055, // Issuer of Clinical Trial Time Point ID
    0x00120083, // Consent for Clinical Trial Use Sequence
  };

  private static final int[] STUDY = {
    Tag.STUDY_INSTANCE_UID,
    Tag.STUDY_DATE,
    Tag.STUDY_TIME,
    Tag.ACCESSION_NUMBER,
    0x00080051, // Issuer of Accession Number Sequence
    Tag.REFERRING_PHYSICIAN_NAME,
    0x00080096, // Referring Physician Identification Sequence
    Tag.CONSULTING_PHYSICIAN_NAME,
    0x0008009D, // Consulting Physician Identification Sequence
    Tag.STUDY_ID,
    Tag.STUDY_DESCRIPTION,
    Tag.PROCEDURE_CODE_SEQUENCE,
    Tag.PHYSICIANS_OF_RECORD,
    0x00081049, // Physician(s) of Record Identification Sequence
    Tag.NAME_OF_PHYSICIANS_READING_STUDY,
    0x00081062, // Physician(s) Reading Study Identification Sequence
    0x00321034, // Requesting Service Code Sequence
    Tag.REFERENCED_STUDY_SEQUENCE,
    Tag.REASON_FOR_PERFORMED_PROCEDURE_CODE_SEQUENCE,
    Tag.TIMEZONE_OFFSET_FROM_UTC,
  };

  private static final int[] PATIENT_STUDY = {
    Tag.ADMITTING_DIAGNOSES_DESCRIPTION,
    0x00081084, // Admitting Diagnoses Code Sequence
    0x00100011, // Person Names to Use Sequence
    0x00100014, // Third Person Pronouns Sequence
    0x00100041, // Gender Identity Sequence
    0x00100043, // Sex Parameters for Clinical Use Category Sequence
    Tag.PATIENT_AGE,
    Tag.PATIENT_SIZE,
    0x00101021, // Patient's Size Code Sequence
    0x00101022, // Patient's Body Mass Index
    0x00101023, // Measured AP Dimension
    0x00101024, // Measured Lateral Dimension
    Tag.PATIENT_WEIGHT,
    0x00102000, // Medical Alerts
    0x00102110, // Allergies
    Tag.OCCUPATION,
    0x001021A0, // Smoking Status
    Tag.ADDITIONAL_PATIENT_HISTORY,
    0x001021C0, // Pregnancy Status
    0x001021D0, // Last Menstrual Date
    0x00102203, // Patient's Sex Neutered
    0x00321066, // Reason for Visit
    0x00321067, // Reason for Visit Code Sequence
    Tag.ADMISSION_ID,
    Tag.ISSUER_OF_ADMISSION_ID_SEQUENCE,
    0x00380060, // Service Episode ID
    0x00380062, // Service Episode Description
    0x00380064, // Issuer of Service Episode ID Sequence
    0x00380500, // Patient State
  };

  /** What must be there, with or without a value (type 2 in C.7.1.1 and C.7.2.1). */
  private static final Map<Integer, Vr> ALWAYS_PRESENT =
      Map.of(
          Tag.PATIENT_NAME, Vr.PN,
          Tag.PATIENT_ID, Vr.LO,
          Tag.PATIENT_BIRTH_DATE, Vr.DA,
          Tag.PATIENT_SEX, Vr.CS,
          Tag.STUDY_DATE, Vr.DA,
          Tag.STUDY_TIME, Vr.TM,
          Tag.ACCESSION_NUMBER, Vr.SH,
          Tag.REFERRING_PHYSICIAN_NAME, Vr.PN,
          Tag.STUDY_ID, Vr.SH);

  private SourceModules() {}

  /** Puts the attributes of patient and study. */
  public static void copy(DataSet source, DataSetBuilder object) {
    ALWAYS_PRESENT.forEach(object::empty);
    for (var module : List.of(PATIENT, CLINICAL_TRIAL, STUDY, PATIENT_STUDY)) {
      for (int tag : module) {
        object.copy(tag, source);
      }
    }
  }

  /** Which obligatory attributes the source lacks; each is written without value. */
  public static List<Reason> added(DataSet source) {
    var added = new ArrayList<Reason>();
    ALWAYS_PRESENT.keySet().stream()
        .filter(tag -> !source.has(tag))
        .sorted(Integer::compareUnsigned)
        .forEach(
            tag ->
                added.add(
                    new Reason(
                        ReportingReason.ATTRIBUTE_ADDED,
                        ReportingReason.ATTRIBUTE_ADDED.meaning(),
                        Tag.name(tag))));
    return added;
  }
}
