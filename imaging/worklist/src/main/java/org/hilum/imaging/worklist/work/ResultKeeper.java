package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.worklist.CaseKey;
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
  Kept keep(CaseKey key, Kind kind, Path folder) throws IOException, JobFailedException {
    return keep(key, kind, folder, files(folder));
  }

  /** A comparison, without the readings that lie in a folder inside: each study has its own. */
  Kept keepWithout(String inside, CaseKey key, Path folder) throws IOException, JobFailedException {
    var readings = folder.resolve(inside);
    var own = files(folder).stream().filter(file -> !file.startsWith(readings)).toList();
    return keep(key, Kind.COMPARISON, folder, own);
  }

  private Kept keep(CaseKey key, Kind kind, Path folder, List<Path> those)
      throws IOException, JobFailedException {
    var sender = new Sender(key.institution(), TITLE, Channel.PROGRAM, "result:" + key.subject());
    var series = new LinkedHashSet<Uid>();
    var kept = new ArrayList<KeptFile>();
    for (var file : those) {
      if (file.toString().endsWith(DICOM_FILE)) {
        series.add(store(sender, file));
      } else {
        kept.add(keep(folder, file));
      }
    }
    receiver.transferEnded(sender);
    int version =
        results.keep(key, kind, series.stream().map(Uid::value).toList(), kept, clock.instant());
    return new Kept(version, List.copyOf(series));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Uid store(Sender sender, Path file) throws IOException, JobFailedException {
    try (var in = Files.newInputStream(file)) {
      return switch (receiver.receive(sender, in)) {
        case Receipt.Accepted accepted -> accepted.seriesInstanceUid();
        case Receipt.TurnedAway away ->
            throw new JobFailedException(
                "a result was not taken into the archive: " + away.reasons(), false);
      };
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
      var path = folder.relativize(file).toString();
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
