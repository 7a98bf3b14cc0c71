package org.hilum.imaging.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/**
 * By what the archive can be searched, which is also what it says of each thing found.
 *
 * <p>Source: PS3.18 tables 10.6.1-5 and 10.6.3-3 to 10.6.3-5, PS3.4 C.6.
 */
public enum ArchiveKey {
  PATIENT_NAME(Tag.PATIENT_NAME, Vr.PN, QueryLevel.PATIENT),
  PATIENT_ID(Tag.PATIENT_ID, Vr.LO, QueryLevel.PATIENT),
  ISSUER_OF_PATIENT_ID(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, QueryLevel.PATIENT),
  PATIENT_BIRTH_DATE(Tag.PATIENT_BIRTH_DATE, Vr.DA, QueryLevel.PATIENT),
  PATIENT_SEX(Tag.PATIENT_SEX, Vr.CS, QueryLevel.PATIENT),
  PATIENT_STUDIES(Tag.NUMBER_OF_PATIENT_RELATED_STUDIES, Vr.IS, QueryLevel.PATIENT),
  PATIENT_SERIES(Tag.NUMBER_OF_PATIENT_RELATED_SERIES, Vr.IS, QueryLevel.PATIENT),
  PATIENT_INSTANCES(Tag.NUMBER_OF_PATIENT_RELATED_INSTANCES, Vr.IS, QueryLevel.PATIENT),

  STUDY_INSTANCE_UID(Tag.STUDY_INSTANCE_UID, Vr.UI, QueryLevel.STUDY),
  STUDY_DATE(Tag.STUDY_DATE, Vr.DA, QueryLevel.STUDY),
  STUDY_TIME(Tag.STUDY_TIME, Vr.TM, QueryLevel.STUDY),
  ACCESSION_NUMBER(Tag.ACCESSION_NUMBER, Vr.SH, QueryLevel.STUDY),
  STUDY_ID(Tag.STUDY_ID, Vr.SH, QueryLevel.STUDY),
  STUDY_DESCRIPTION(Tag.STUDY_DESCRIPTION, Vr.LO, QueryLevel.STUDY),
  REFERRING_PHYSICIAN_NAME(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN, QueryLevel.STUDY),
  MODALITIES_IN_STUDY(Tag.MODALITIES_IN_STUDY, Vr.CS, QueryLevel.STUDY),
  STUDY_SERIES(Tag.NUMBER_OF_STUDY_RELATED_SERIES, Vr.IS, QueryLevel.STUDY),
  STUDY_INSTANCES(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, Vr.IS, QueryLevel.STUDY),

  SERIES_INSTANCE_UID(Tag.SERIES_INSTANCE_UID, Vr.UI, QueryLevel.SERIES),
  MODALITY(Tag.MODALITY, Vr.CS, QueryLevel.SERIES),
  SERIES_NUMBER(Tag.SERIES_NUMBER, Vr.IS, QueryLevel.SERIES),
  SERIES_DESCRIPTION(Tag.SERIES_DESCRIPTION, Vr.LO, QueryLevel.SERIES),
  BODY_PART_EXAMINED(Tag.BODY_PART_EXAMINED, Vr.CS, QueryLevel.SERIES),
  MANUFACTURER(Tag.MANUFACTURER, Vr.LO, QueryLevel.SERIES),
  STATION_NAME(Tag.STATION_NAME, Vr.SH, QueryLevel.SERIES),
  PERFORMED_DATE(Tag.PERFORMED_PROCEDURE_STEP_START_DATE, Vr.DA, QueryLevel.SERIES),
  PERFORMED_TIME(Tag.PERFORMED_PROCEDURE_STEP_START_TIME, Vr.TM, QueryLevel.SERIES),
  SERIES_INSTANCES(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES, Vr.IS, QueryLevel.SERIES),

  SOP_INSTANCE_UID(Tag.SOP_INSTANCE_UID, Vr.UI, QueryLevel.INSTANCE),
  SOP_CLASS_UID(Tag.SOP_CLASS_UID, Vr.UI, QueryLevel.INSTANCE),
  TRANSFER_SYNTAX(Tag.AVAILABLE_TRANSFER_SYNTAX_UID, Vr.UI, QueryLevel.INSTANCE),
  INSTANCE_NUMBER(Tag.INSTANCE_NUMBER, Vr.IS, QueryLevel.INSTANCE),
  ROWS(Tag.ROWS, Vr.US, QueryLevel.INSTANCE),
  COLUMNS(Tag.COLUMNS, Vr.US, QueryLevel.INSTANCE),
  BITS_ALLOCATED(Tag.BITS_ALLOCATED, Vr.US, QueryLevel.INSTANCE),
  NUMBER_OF_FRAMES(Tag.NUMBER_OF_FRAMES, Vr.IS, QueryLevel.INSTANCE);

  private static final Map<Integer, ArchiveKey> BY_TAG =
      Arrays.stream(values()).collect(Collectors.toMap(ArchiveKey::tag, Function.identity()));

  private final int tag;
  private final Vr vr;
  private final QueryLevel level;

  ArchiveKey(int tag, Vr vr, QueryLevel level) {
    this.tag = tag;
    this.vr = vr;
    this.level = level;
  }

  /** The key of an attribute; empty when the archive cannot be searched by it. */
  public static Optional<ArchiveKey> of(int tag) {
    return Optional.ofNullable(BY_TAG.get(tag));
  }

  /** The keys of a query at a level, which are also the attributes of what it finds. */
  public static List<ArchiveKey> at(QueryLevel level) {
    return Arrays.stream(values()).filter(key -> key.isAt(level)).toList();
  }

  /** Whether a query at that level may use it: keys of its own level and of those above. */
  public boolean isAt(QueryLevel asked) {
    return isTotalOfPatient() ? asked == QueryLevel.PATIENT : level.compareTo(asked) <= 0;
  }

  /** Counted over a patient's studies, and only where patients are asked for. */
  private boolean isTotalOfPatient() {
    return this == PATIENT_STUDIES || this == PATIENT_SERIES || this == PATIENT_INSTANCES;
  }

  /** Group and element, {@code 0xGGGGEEEE}. */
  public int tag() {
    return tag;
  }

  /** Its value representation. */
  public Vr vr() {
    return vr;
  }

  /** The level it belongs to. */
  public QueryLevel level() {
    return level;
  }
}
