package org.hilum.imaging.signing.basis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingPages;
import org.hilum.imaging.signing.CaseReport;
import org.hilum.imaging.signing.ReportBasis;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.Worklist;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks up the results of a case that count now, or that a report rests on. */
public final class CaseResults {

  private static final String READING = "reading.json";
  private static final String COMPARISON = "comparison.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Worklist worklist;

  public CaseResults(Worklist worklist) {
    this.worklist = worklist;
  }

  /** A reading, and the comparison that goes with it. */
  public record Found(StudyResult reading, Optional<StudyResult> comparison) {

    /** The numbers, corrected where a correction is in force. */
    public JsonNode numbers() {
      return json(reading, READING);
    }

    /** What was compared. */
    public Optional<JsonNode> compared() {
      return comparison.map(result -> json(result, COMPARISON));
    }

    /**
     * A picture of the reading: the key picture that was written for a language, else the axial key
     * slice in the middle of its kind, else any.
     */
    public Optional<ResultFile> picture(Language language) {
      var key = ReadingPages.keyPicture(language);
      return reading.files().stream()
          .filter(file -> file.path().equals(key))
          .findFirst()
          .or(this::picture);
    }

    private Optional<ResultFile> picture() {
      var axial =
          reading.files().stream().filter(file -> file.path().startsWith("overlay/axial")).toList();
      return axial.isEmpty()
          ? reading.files().stream()
              .filter(file -> file.mediaType().equals("image/png"))
              .findFirst()
          : Optional.of(axial.get(axial.size() / 2));
    }

    /** Which results these are, with a hash of each of their files. */
    public ReportBasis basis() {
      var hashes = new TreeMap<String, String>();
      hash(reading, hashes);
      comparison.ifPresent(result -> hash(result, hashes));
      return names(hashes);
    }

    /** Which results these are. */
    public ReportBasis names() {
      return names(Map.of());
    }

    private ReportBasis names(Map<String, String> hashes) {
      return new ReportBasis(
          reading.id(), reading.version(), comparison.map(StudyResult::id).orElse(null), hashes);
    }

    private static void hash(StudyResult result, TreeMap<String, String> hashes) {
      for (var file : result.files()) {
        hashes.put(result.id() + "/" + file.path(), sha256(file));
      }
    }
  }

  /** What counts now; empty where there is no reading. */
  public Optional<Found> current(CaseKey key) {
    var results = worklist.results(key);
    return current(results, Kind.READING)
        .filter(reading -> has(reading, READING))
        .map(
            reading ->
                new Found(
                    reading,
                    current(results, Kind.COMPARISON).filter(result -> has(result, COMPARISON))));
  }

  private static Optional<StudyResult> current(List<StudyResult> results, Kind kind) {
    return results.stream()
        .filter(result -> result.kind() == kind && result.isCurrent())
        .findFirst();
  }

  /** Whether something counts now that a report does not rest on. */
  public boolean hasNewer(CaseReport report) {
    var basis = report.text().basis();
    var now = report.revision() == 0 ? Optional.<Found>empty() : current(report.key());
    return now.isPresent() && (basis == null || !basis.isOf(now.get().names()));
  }

  /** What a report rests on, as far as it is still there. */
  public Optional<Found> of(CaseKey key, ReportBasis basis) {
    var results = worklist.results(key);
    return byId(results, basis.result())
        .map(
            reading ->
                new Found(
                    reading,
                    Optional.ofNullable(basis.comparison()).flatMap(id -> byId(results, id))));
  }

  private static Optional<StudyResult> byId(List<StudyResult> results, long id) {
    return results.stream().filter(result -> result.id() == id).findFirst();
  }

  /** A result of the case by its id. */
  public Optional<StudyResult> result(CaseKey key, long id) {
    return byId(worklist.results(key), id);
  }

  private static boolean has(StudyResult result, String path) {
    return result.files().stream().anyMatch(file -> file.path().equals(path));
  }

  private static JsonNode json(StudyResult result, String path) {
    var file =
        result.files().stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    return JSON.readTree(bytes(file));
  }

  /** The bytes of a file of a result. */
  public static byte[] bytes(ResultFile file) {
    try {
      return Files.readAllBytes(file.file());
    } catch (IOException failed) {
      throw new UncheckedIOException("a file of a result cannot be read: " + file.path(), failed);
    }
  }

  private static String sha256(ResultFile file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var piece = new byte[1 << 16];
      try (var in = Files.newInputStream(file.file())) {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          digest.update(piece, 0, n);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException failed) {
      throw new UncheckedIOException("a file of a result cannot be read: " + file.path(), failed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
