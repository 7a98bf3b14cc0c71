package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.zip.ZipException;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.relation.Identified;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Reads the headers of what may be DICOM, on all cores; the answer is in the order of the files.
 */
public final class HeaderScan {

  private static final int FILES_A_TASK = 16;

  /**
   * What the headers say.
   *
   * @param objects DICOM objects with their identifiers
   * @param leftAlone files that are none, or cannot be trusted
   */
  public record Headers(List<Identified> objects, List<Reason> leftAlone) {}

  private HeaderScan() {}

  /** Reads the headers of all files; {@code progress} is told the fraction done. */
  public static Headers of(List<? extends Arrival> files, DoubleConsumer progress) {
    var objects = new ArrayList<Identified>();
    var leftAlone = new ArrayList<Reason>();
    var done = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var tasks = new ArrayList<Future<Headers>>();
      for (int from = 0; from < files.size(); from += FILES_A_TASK) {
        var some = files.subList(from, Math.min(files.size(), from + FILES_A_TASK));
        tasks.add(
            pool.submit(
                () -> {
                  var headers = some(some);
                  progress.accept((double) done.addAndGet(some.size()) / files.size());
                  return headers;
                }));
      }
      for (var task : tasks) {
        objects.addAll(result(task).objects());
        leftAlone.addAll(result(task).leftAlone());
      }
    }
    return new Headers(objects, leftAlone);
  }

  private static Headers result(Future<Headers> task) {
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading headers", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("reading headers failed", failed.getCause());
    }
  }

  private static Headers some(List<? extends Arrival> files) {
    var headers = new Headers(new ArrayList<>(), new ArrayList<>());
    for (var file : files) {
      try {
        take(file, headers);
      } catch (ZipException damaged) {
        headers
            .leftAlone()
            .add(
                new Reason(
                    IntakeReason.ARCHIVE_BROKEN,
                    "the entry is damaged (" + damaged.getMessage() + "): pack it again",
                    file.name()));
      } catch (IOException unreadable) {
        headers
            .leftAlone()
            .add(
                new Reason(
                    IntakeReason.UNREADABLE,
                    "cannot be read: check its permissions and copy it again",
                    file.name()));
      }
    }
    return headers;
  }

  private static void take(Arrival file, Headers headers) throws IOException {
    var other = OtherThanDicom.of(file.head(Signature.LENGTH), file.name());
    if (other.isPresent()) {
      headers.leftAlone().add(other.get());
    } else {
      parse(file, headers);
    }
  }

  private static void leave(Headers headers, Arrival file, IntakeReason code, String message) {
    headers.leftAlone().add(new Reason(code, message, file.name()));
  }

  private static void parse(Arrival file, Headers headers) throws IOException {
    switch (file.read(DicomReader.Depth.HEADER)) {
      case DicomParse.Parsed(var object) -> identify(new Instance(object, file), headers, file);
      case DicomParse.Refused(var reasons) ->
          reasons.forEach(reason -> headers.leftAlone().add(in(file, reason)));
      case DicomParse.NotDicom(var reason) ->
          leave(headers, file, IntakeReason.NOT_DICOM, "is not DICOM");
    }
  }

  private static void identify(Instance instance, Headers headers, Arrival file) {
    var identified = identified(instance);
    if (identified.isPresent()) {
      headers.objects().add(identified.get());
    } else {
      leave(
          headers,
          file,
          IntakeReason.IDENTIFIERS_MISSING,
          "missing or malformed: " + Identified.missing(instance) + "; send it again");
    }
  }

  private static Reason in(Arrival file, Reason reason) {
    var where = reason.where().isEmpty() ? file.name() : file.name() + ", " + reason.where();
    return new Reason(reason.code(), reason.message(), where);
  }

  private static Optional<Identified> identified(Instance instance) {
    try {
      return Identified.of(instance);
    } catch (MalformedValueException unusable) {
      return Optional.empty();
    }
  }
}
