package org.hilum.imaging.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.archive.sql.SqlArchive;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.StorageLimits;

/** A receiver over a real database and real files, for an institution of its own. */
final class IntakeRoom {

  final String institution = "i-" + UUID.randomUUID();
  final DataSource tables = ScratchDatabase.with(Archive.TABLES, "org/hilum/imaging/intake/sql");
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
  final InstantSource clock = now::get;
  final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  final AuditTrail trail = audited::add;
  final Told told = new Told();
  final Archive archive;
  private final ContentStore files;
  final InstanceReceiver receiver;

  IntakeRoom(Path folder) throws IOException {
    this(folder, StorageLimits.standard());
  }

  IntakeRoom(Path folder, StorageLimits limits) throws IOException {
    files = ContentStore.open(folder.resolve("store"), limits);
    while (!files.usage().isCounted()) {
      Thread.onSpinWait();
    }
    archive = new SqlArchive(tables, files);
    receiver = new InstanceReceiver(files, archive, clock, told, 1_000_000);
  }

  /** Lies where the store would keep some bytes, so that it fails; delete it to let it succeed. */
  Path obstacle(byte[] bytes) throws IOException, GeneralSecurityException {
    var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return Files.createDirectories(files.place(new ContentHash(HexFormat.of().formatHex(hash))));
  }

  /** A slice that no other room has: its file leaves the store with its study. */
  CtFile slice(int number) {
    return CtFile.slice(number).with(of -> of.text(Tag.PATIENT_ID, Vr.LO, institution));
  }

  /** As an administrator does to make room. */
  void deleteAll() {
    archive.delete(institution, new Uid("1.2.3"), "admin", "room is wanted");
  }

  /** SOP Instance UIDs in the archive. */
  List<String> kept() {
    return archive
        .instances(InstanceSelection.study(new Uid("1.2.3")), Visibility.of(institution))
        .stream()
        .map(instance -> instance.sopInstanceUid().value())
        .toList();
  }

  /** Remembers what it was told. */
  static final class Told implements ArrivalObserver {

    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void begun(Sender sender) {
      events.add("begun");
    }

    @Override
    public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
      events.add("accepted");
    }

    @Override
    public void turnedAway(Sender sender, Receipt.TurnedAway receipt) {
      events.add("turned away");
    }

    @Override
    public void dropped(Sender sender) {
      events.add("dropped");
    }

    @Override
    public void transferEnded(Sender sender) {
      events.add("ended " + sender.transfer());
    }
  }
}
