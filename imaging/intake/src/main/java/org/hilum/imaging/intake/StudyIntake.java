package org.hilum.imaging.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.intake.arrival.Arrivals;
import org.hilum.imaging.intake.arrival.DiscIndexScan;
import org.hilum.imaging.intake.arrival.FolderScan;
import org.hilum.imaging.intake.arrival.HeaderScan;
import org.hilum.imaging.intake.arrival.Signature;
import org.hilum.imaging.intake.arrival.ZipScan;
import org.hilum.imaging.intake.relation.Relations;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Sorts what arrived: a folder of any depth, a zip archive, a DICOMDIR, one DICOM or NIfTI file.
 *
 * <p>In: a path. Only headers are read. <br>
 * Out: studies, series and CT instances in an order that does not depend on file names, and
 * everything left alone with its reason. <br>
 * Refuses: a path that is not there, an archive that cannot be trusted, a place without CT.
 */
public final class StudyIntake {

  private StudyIntake() {}

  /**
   * Looks at everything that lies at a path.
   *
   * @param progress told the fraction done, 0 to 1, now and then, from any thread
   */
  public static Inventory take(Path path, DoubleConsumer progress) throws IOException {
    if (!Files.exists(path)) {
      return empty(IntakeReason.NOTHING_THERE, "there is no such file or folder", path);
    }
    if (!Files.isReadable(path)) {
      return empty(IntakeReason.UNREADABLE, "may not be opened: check its permissions", path);
    }
    if (Files.isDirectory(path)) {
      return inventory(FolderScan.of(path), progress);
    }
    return file(path, progress);
  }

  /** Looks at files that lie anywhere, as the archive's do; none of them is an archive. */
  public static Inventory take(List<NamedFile> files, DoubleConsumer progress) {
    return inventory(Arrivals.of(files), progress);
  }

  private static Inventory file(Path path, DoubleConsumer progress) throws IOException {
    var name = String.valueOf(path.getFileName());
    var signature = signature(path);
    if (signature == Signature.NIFTI
        || signature != Signature.DICOM && Signature.isNiftiName(name)) {
      return new Inventory(List.of(), Optional.of(path), List.of(), 1, List.of(), () -> {});
    }
    if (signature == Signature.ARCHIVE) {
      return inventory(ZipScan.of(path), progress);
    }
    if (name.equalsIgnoreCase("DICOMDIR")) {
      return inventory(DiscIndexScan.of(path), progress);
    }
    return inventory(FolderScan.of(path), progress);
  }

  private static Signature signature(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return Signature.of(in.readNBytes(Signature.LENGTH));
    }
  }

  private static Inventory inventory(Arrivals arrivals, DoubleConsumer progress) {
    var headers = HeaderScan.of(arrivals.files(), progress);
    var leftAlone = new ArrayList<>(arrivals.leftAlone());
    leftAlone.addAll(headers.leftAlone());
    leftAlone.addAll(Relations.discIndices(headers.objects()));
    var studies = Relations.studies(headers.objects());
    var refusals = new ArrayList<>(arrivals.refusals());
    if (refusals.isEmpty()) {
      missing(studies, arrivals.files().size()).ifPresent(refusals::add);
    }
    return new Inventory(
        studies,
        Optional.empty(),
        shortened(leftAlone),
        arrivals.files().size(),
        refusals,
        arrivals.archive());
  }

  private static Optional<Reason> missing(List<ArrivedStudy> studies, int files) {
    if (studies.isEmpty()) {
      return Optional.of(
          Reason.of(
              IntakeReason.NOTHING_THERE,
              "no DICOM object that can be read among " + files + " files"));
    }
    boolean ct =
        studies.stream().flatMap(study -> study.series().stream()).anyMatch(ArrivedSeries::isCt);
    return ct
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                IntakeReason.NO_CT, "DICOM objects but no CT images among " + files + " files"));
  }

  /** At most so many of one code, the last saying how many more there are. */
  private static List<Reason> shortened(List<Reason> reasons) {
    var counts = new HashMap<String, Integer>();
    var kept = new ArrayList<Reason>();
    for (var reason : reasons) {
      if (counts.merge(reason.code().code(), 1, Integer::sum) <= Inventory.MOST_OF_ONE_KIND) {
        kept.add(reason);
      }
    }
    counts.entrySet().stream()
        .filter(each -> each.getValue() > Inventory.MOST_OF_ONE_KIND)
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> kept.add(more(reasons, each.getKey(), each.getValue())));
    kept.sort(Comparator.comparing(reason -> reason.code().code()));
    return kept;
  }

  private static Reason more(List<Reason> reasons, String code, int count) {
    var first = reasons.stream().filter(each -> each.code().code().equals(code)).findFirst();
    return Reason.of(
        first.orElseThrow().code(),
        "and " + (count - Inventory.MOST_OF_ONE_KIND) + " more files like this");
  }

  private static Inventory empty(IntakeReason code, String message, Path path) {
    return new Inventory(
        List.of(),
        Optional.empty(),
        List.of(),
        0,
        List.of(new Reason(code, message, String.valueOf(path.getFileName()))),
        () -> {});
  }
}
