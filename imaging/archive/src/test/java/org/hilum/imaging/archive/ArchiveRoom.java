package org.hilum.imaging.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentWriting;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An archive over a real database and real files, for an institution of its own. */
public final class ArchiveRoom {

  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");

  public final String site = "site-" + UUID.randomUUID();
  public final Uid study = uid("study");
  public final Uid series = uid("series");
  public final DataSource source = ScratchDatabase.with(Archive.TABLES);
  public final JdbcClient tables = JdbcClient.create(source);
  public final ContentStore files;
  public final Archive archive;

  /** When the next instance comes. */
  public Instant now = Instant.parse("2026-01-01T08:00:00Z");

  public ArchiveRoom(Path folder) throws IOException {
    files = ContentStore.open(folder);
    archive = Archive.in(source, files);
  }

  public Uid uid(String... words) {
    return Uid.derived(site, String.join("/", words));
  }

  /** An image of this study and series, with pixels of one value. */
  public DataSet image(int number, int pixel) {
    var pixels = new byte[32];
    Arrays.fill(pixels, (byte) pixel);
    return DataSet.builder()
        .uid(Tag.SOP_CLASS_UID, CT)
        .uid(Tag.SOP_INSTANCE_UID, uid("image", Integer.toString(number)))
        .uid(Tag.STUDY_INSTANCE_UID, study)
        .uid(Tag.SERIES_INSTANCE_UID, series)
        .text(Tag.PATIENT_ID, Vr.LO, "P1")
        .text(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDong=王^小东")
        .text(Tag.MODALITY, Vr.CS, "CT")
        .integerString(Tag.INSTANCE_NUMBER, number)
        .unsignedShort(Tag.ROWS, 4)
        .unsignedShort(Tag.COLUMNS, 4)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
        .build();
  }

  public static byte[] file(DataSet object) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomWriter.write(object, out);
    return out.toByteArray();
  }

  public StoreOutcome keep(DataSet object) throws IOException {
    return keep(site, object, file(object));
  }

  public StoreOutcome keep(String institution, DataSet object, byte[] file) throws IOException {
    try (var writing = files.begin()) {
      writing.write(file, 0, file.length);
      var kept = writing.keep();
      return archive.store(instance(institution, object, kept));
    }
  }

  /** Keeps several with one wait, where the archive can. */
  public Optional<List<StoreOutcome.Stored>> keepTogether(DataSet... objects) throws IOException {
    var writings = new ArrayList<ContentWriting>();
    var instances = new ArrayList<NewInstance>();
    try {
      for (var object : objects) {
        var writing = files.begin();
        writings.add(writing);
        var file = file(object);
        writing.write(file, 0, file.length);
        instances.add(instance(site, object, writing.keep()));
      }
      return archive.storeTogether(instances);
    } finally {
      for (var writing : writings) {
        writing.close();
      }
    }
  }

  private NewInstance instance(String institution, DataSet object, ContentStore.Kept kept) {
    return new NewInstance(
        institution,
        object.uid(Tag.STUDY_INSTANCE_UID).orElseThrow(),
        object.uid(Tag.SERIES_INSTANCE_UID).orElseThrow(),
        object.uid(Tag.SOP_INSTANCE_UID).orElseThrow(),
        object.uid(Tag.SOP_CLASS_UID).orElseThrow(),
        object,
        "1.2.840.10008.1.2.1",
        kept.hash(),
        kept.bytes(),
        "dimse:CT1",
        now);
  }

  public List<ArchivedInstance> kept() {
    return archive.instances(InstanceSelection.study(study), Visibility.of(site));
  }

  /** How many files the store holds. */
  public long fileCount() throws IOException {
    try (var all = files.hashes()) {
      return all.count();
    }
  }

  /** Makes a file look as if it had come at a moment. */
  public static void age(Path file, Instant moment) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(moment));
  }

  /** Whether the counters say what the rows say, and nobody is without a study. */
  public boolean countsAreRight() {
    return tables
        .sql(
            """
            SELECT NOT EXISTS (SELECT 1 FROM archive_series se
                JOIN archive_study st ON st.pk = se.study_pk WHERE st.institution = :site
                AND se.instance_count <>
                  (SELECT count(*) FROM archive_instance WHERE series_pk = se.pk))
              AND NOT EXISTS (SELECT 1 FROM archive_study st WHERE st.institution = :site
                AND (st.series_count, st.instance_count) <>
                  (SELECT count(*), coalesce(sum(instance_count), 0) FROM archive_series
                   WHERE study_pk = st.pk))
              AND NOT EXISTS (SELECT 1 FROM archive_patient p WHERE p.institution = :site
                AND NOT EXISTS (SELECT 1 FROM archive_study st WHERE st.patient_pk = p.pk))
            """)
        .param("site", site)
        .query(Boolean.class)
        .single();
  }
}
