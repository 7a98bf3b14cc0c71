package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.imaging.worklist.sql.ResultTable.KeptFile;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.storage.ContentStore;

/**
 * Keeps what a reading or comparison wrote: its DICOM objects in the archive, its files beside, and
 * last of all the row that says so. Done twice, it is as done once.
 */
public final class ResultKeeper {

  /** Who hands the objects in. */
  static final String TITLE = "HILUM";

  private static final String DICOM_FILE = ".dcm";
  private static final int PIECE = 64 * 1024;

  private final InstanceReceiver receiver;
  private final ContentStore files;
  private final ResultTable results;
  private final InstantSource clock;

  public ResultKeeper(
      InstanceReceiver receiver, ContentStore files, ResultTable results, InstantSource clock) {
    this.receiver = receiver;
    this.files = files;
    this.results = results;
    this.clock = clock;
  }

  /**
   * A kept result.
   *
   * @param series of its objects in the archive
   */
  record Kept(int version, List<Uid> series) {}

  /** Everything in a folder. */
  Kept keep(CaseKey key, Kind kind, long job, Path folder) throws IOException, JobFailedException {
    return keep(key, kind, job, folder, files(folder));
  }

  /** A comparison, without the readings that lie in a folder inside: each study has its own. */
  Kept keepWithout(String inside, CaseKey key, long job, Path folder)
      throws IOException, JobFailedException {
    var readings = folder.resolve(inside);
    var own = files(folder).stream().filter(file -> !file.startsWith(readings)).toList();
    return keep(key, Kind.COMPARISON, job, folder, own);
  }

  /**
   * An earlier result is the current one again.
   *
   * @param folder what it wrote, written once more: its objects go back into the archive
   */
  Kept bringBack(StudyResult earlier, Path folder) throws IOException, JobFailedException {
    var objects = new LinkedHashMap<Path, Uid>();
    for (var file : files(folder)) {
      if (file.toString().endsWith(DICOM_FILE)) {
        objects.put(file, series(earlier.key(), file));
      }
    }
    var series = List.copyOf(new LinkedHashSet<>(objects.values()));
    results.beginAgain(earlier.id(), series.stream().map(Uid::value).toList());
    store(earlier.key(), objects.keySet());
    results.isCurrentAgain(earlier.key(), earlier.kind(), earlier.id());
    return new Kept(earlier.version(), series);
  }

  private Kept keep(CaseKey key, Kind kind, long job, Path folder, List<Path> those)
      throws IOException, JobFailedException {
    var objects = new LinkedHashMap<Path, Uid>();
    var plain = new ArrayList<Path>();
    for (var file : those) {
      if (file.toString().endsWith(DICOM_FILE)) {
        objects.put(file, series(key, file));
      } else {
        plain.add(file);
      }
    }
    var series = List.copyOf(new LinkedHashSet<>(objects.values()));
    long id =
        results.begin(key, kind, job, series.stream().map(Uid::value).toList(), clock.instant());
    store(key, objects.keySet());
    var kept = new ArrayList<KeptFile>();
    for (var file : plain) {
      kept.add(keep(folder, file));
    }
    return new Kept(results.finish(key, kind, id, kept), series);
  }

  private static Uid series(CaseKey key, Path file) throws IOException {
    if (DicomReader.read(file, DicomReader.Depth.HEADER) instanceof DicomParse.Parsed parsed) {
      var header = parsed.object().dataSet();
      var study = header.text(Tag.STUDY_INSTANCE_UID).orElse("");
      if (!study.equals(key.studyInstanceUid().value())) {
        throw new IllegalStateException("a result of another study: " + study);
      }
      return new Uid(header.text(Tag.SERIES_INSTANCE_UID).orElseThrow());
    }
    throw new IllegalStateException("a result is no DICOM object: " + file.getFileName());
  }

  private void store(CaseKey key, Collection<Path> objects) throws IOException, JobFailedException {
    var sender = new Sender(key.institution(), TITLE, Channel.PROGRAM, "result:" + key.subject());
    try {
      for (var object : objects) {
        store(sender, object);
      }
    } finally {
      receiver.transferEnded(sender);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void store(Sender sender, Path file) throws IOException, JobFailedException {
    try (var in = Files.newInputStream(file)) {
      if (receiver.receive(sender, in) instanceof Receipt.TurnedAway away) {
        throw new JobFailedException(
            "a result was not taken into the archive: " + away.reasons(), false);
      }
    }
  }

  private KeptFile keep(Path folder, Path file) throws IOException {
    try (var in = Files.newInputStream(file);
        var writing = files.begin()) {
      var piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        writing.write(piece, 0, n);
      }
      var kept = writing.keep();
      var path = folder.relativize(file).toString().replace('\\', '/');
      return new KeptFile(path, mediaType(path), kept.hash(), kept.bytes());
    }
  }

  private static String mediaType(String path) {
    var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "json" -> "application/json";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "gz" -> "application/gzip";
      default -> "application/octet-stream";
    };
  }
}
