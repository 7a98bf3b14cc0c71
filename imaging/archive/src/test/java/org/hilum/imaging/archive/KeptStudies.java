package org.hilum.imaging.archive;

import java.time.Instant;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.storage.ContentHash;

/** Puts instances of an institution into the index, for tests of what is found of them. */
public final class KeptStudies {

  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");

  private final Archive archive;
  private final String institution;

  public KeptStudies(Archive archive, String institution) {
    this.archive = archive;
    this.institution = institution;
  }

  /** A UID of this institution's own. */
  public Uid uid(String... words) {
    return Uid.derived(institution, String.join("/", words));
  }

  /** Attributes of a study of a patient. */
  public DataSetBuilder study(String id, String name, String study, String date, String time) {
    return DataSet.builder()
        .text(Tag.PATIENT_ID, Vr.LO, id)
        .text(Tag.PATIENT_NAME, Vr.PN, name)
        .uid(Tag.STUDY_INSTANCE_UID, uid(study))
        .text(Tag.STUDY_DATE, Vr.DA, date)
        .text(Tag.STUDY_TIME, Vr.TM, time)
        .text(Tag.ACCESSION_NUMBER, Vr.SH, "A-" + study)
        .text(Tag.STUDY_DESCRIPTION, Vr.LO, "Thorax " + study);
  }

  /** Keeps instances 1 to count of a series. */
  public void series(DataSetBuilder study, String series, String modality, int number, int count) {
    var header =
        study
            .uid(Tag.SERIES_INSTANCE_UID, uid(series))
            .text(Tag.MODALITY, Vr.CS, modality)
            .integerString(Tag.SERIES_NUMBER, number)
            .unsignedShort(Tag.ROWS, 512)
            .unsignedShort(Tag.COLUMNS, 512)
            .unsignedShort(Tag.BITS_ALLOCATED, 16);
    for (int n = count; n >= 1; n--) {
      var sop = uid(series, Integer.toString(n));
      keep(
          header.uid(Tag.SOP_INSTANCE_UID, sop).integerString(Tag.INSTANCE_NUMBER, n).build(), sop);
    }
  }

  private void keep(DataSet header, Uid sop) {
    archive.store(
        new NewInstance(
            institution,
            header.uid(Tag.STUDY_INSTANCE_UID).orElseThrow(),
            header.uid(Tag.SERIES_INSTANCE_UID).orElseThrow(),
            sop,
            CT,
            header,
            "1.2.840.10008.1.2.1",
            new ContentHash("ab".repeat(32)),
            1000,
            "dimse:CT1",
            Instant.parse("2020-02-20T10:00:00Z")));
  }
}
