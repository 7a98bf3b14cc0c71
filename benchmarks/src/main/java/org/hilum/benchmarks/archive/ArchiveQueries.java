package org.hilum.benchmarks.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DicomJson;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;

/**
 * How long queries take over a million instances, each from its keys to the last byte of its DICOM
 * JSON.
 *
 * <p>Arguments: an empty folder for the database, how many queries of each kind.
 */
public final class ArchiveQueries {

  private static final int WARM_UP = 60;
  private static final int PAGE = 101;
  private static final int WHOLE = 5001;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Visibility MAIN = Visibility.of("main");

  private final Archive archive;
  private final Map<String, IntToLongFunction> kinds = new LinkedHashMap<>();

  private ArchiveQueries(Archive archive) {
    this.archive = archive;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, SQLException {
    var folder = Path.of(arguments[0]);
    int queries = Integer.parseInt(arguments[1]);
    try (var database = Database.open(new DatabasePlace.Embedded(folder.resolve("database")))) {
      database.migrate(List.of(Archive.TABLES));
      long began = System.nanoTime();
      long count = MillionInstances.load(database.source());
      System.out.printf(
          Locale.ROOT,
          "%,d instances in %,d studies loaded in %.0f s%n",
          count,
          MillionInstances.STUDIES,
          (System.nanoTime() - began) / 1e9);
      var archive = Archive.in(database.source(), ContentStore.open(folder.resolve("objects")));
      new ArchiveQueries(archive).measure(queries);
    }
  }

  private void measure(int queries) {
    kinds.put("studies by patient id", n -> studies(false, Tag.PATIENT_ID, patient(n)));
    kinds.put("studies by part of a name", n -> studies(true, Tag.PATIENT_NAME, latin(n)));
    kinds.put(
        "studies by part of a Chinese name", n -> studies(true, Tag.PATIENT_NAME, chinese(n)));
    kinds.put(
        "studies by a name with a wild card",
        n -> studies(false, Tag.PATIENT_NAME, "Wang^" + given(n) + "*"));
    kinds.put("newest studies", n -> found(QueryLevel.STUDY, false, PAGE));
    kinds.put("newest studies of a month", n -> studies(false, Tag.STUDY_DATE, month(n)));
    kinds.put(
        "study by its UID",
        n -> studies(false, Tag.STUDY_INSTANCE_UID, MillionInstances.study(mine(n))));
    kinds.put(
        "study by accession number",
        n -> studies(false, Tag.ACCESSION_NUMBER, "A%08d".formatted(mine(n))));
    kinds.put("newest studies with a report", n -> studies(false, Tag.MODALITIES_IN_STUDY, "SR"));
    kinds.put("newest studies of a small site", this::ofSmallSite);
    kinds.put(
        "patients by id", n -> found(QueryLevel.PATIENT, false, PAGE, Tag.PATIENT_ID, patient(n)));
    kinds.put(
        "series of a study",
        n ->
            found(
                QueryLevel.SERIES,
                false,
                WHOLE,
                Tag.STUDY_INSTANCE_UID,
                MillionInstances.study(mine(n))));
    kinds.put("newest series", n -> found(QueryLevel.SERIES, false, PAGE));
    kinds.put(
        "293 instances of a series",
        n ->
            found(
                QueryLevel.INSTANCE,
                false,
                WHOLE,
                Tag.STUDY_INSTANCE_UID,
                MillionInstances.study(mine(n)),
                Tag.SERIES_INSTANCE_UID,
                MillionInstances.study(mine(n)) + ".2"));
    kinds.put(
        "instance by its UID",
        n ->
            found(
                QueryLevel.INSTANCE,
                false,
                PAGE,
                Tag.SOP_INSTANCE_UID,
                MillionInstances.study(mine(n)) + ".2.100"));
    kinds.put("newest instances", n -> found(QueryLevel.INSTANCE, false, PAGE));
    kinds.put(
        "instances of a patient",
        n -> found(QueryLevel.INSTANCE, false, PAGE, Tag.PATIENT_ID, patient(n)));
    kinds.put("files of a series", n -> files(n, Set.of()));
    kinds.put(
        "file of an instance",
        n -> files(n, Set.of(new Uid(MillionInstances.study(mine(n)) + ".2.100"))));
    System.out.printf("%-36s %8s %8s %8s %8s%n", "", "results", "median", "p95", "most ms");
    var all = new ArrayList<Double>();
    kinds.forEach((kind, query) -> all.addAll(measure(kind, query, queries)));
    print("all of them", "", all.stream().mapToDouble(each -> each).toArray());
  }

  private static List<Double> measure(String kind, IntToLongFunction query, int queries) {
    for (int n = 0; n < WARM_UP; n++) {
      query.applyAsLong(n * 31);
    }
    var millis = new double[queries];
    long results = 0;
    for (int n = 0; n < queries; n++) {
      long began = System.nanoTime();
      results += query.applyAsLong(n * 17 + 5);
      millis[n] = (System.nanoTime() - began) / NANOS_PER_MILLI;
    }
    print(kind, Long.toString(results / queries), millis);
    return Arrays.stream(millis).boxed().toList();
  }

  private static void print(String kind, String results, double[] millis) {
    var sorted = Arrays.stream(millis).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-36s %8s %8.2f %8.2f %8.2f%n",
        kind,
        results,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length - 1]);
  }

  /** Every patient, one after the other, those of other institutions too. */
  private static String patient(int n) {
    return "P%06d".formatted(n % MillionInstances.PATIENTS);
  }

  private static String given(int n) {
    return List.of("Xiao", "Ming", "Hua", "Jun", "Yan").get(n % 5);
  }

  private static String latin(int n) {
    return given(n) + List.of("dong", "li", "hong", "wei", "ping", "mei", "gang").get(n % 7);
  }

  private static String chinese(int n) {
    return List.of("小", "明", "华", "军", "燕").get(n % 5)
        + List.of("东", "丽", "红", "伟", "平", "梅", "刚").get(n % 7);
  }

  private static String month(int n) {
    int year = 2024 + n % 3;
    int month = 1 + n % 12;
    return "%d%02d01-%d%02d31".formatted(year, month, year, month);
  }

  /** A study of the institution that asks. */
  private static int mine(int n) {
    return IntStream.iterate(n % MillionInstances.STUDIES, k -> (k + 1) % MillionInstances.STUDIES)
        .filter(k -> k * 7 % MillionInstances.PATIENTS % 5 < 3)
        .findFirst()
        .orElseThrow();
  }

  private long studies(boolean isFuzzy, int tag, String value) {
    return found(QueryLevel.STUDY, isFuzzy, PAGE, tag, value);
  }

  private long ofSmallSite(int n) {
    var site = Visibility.of("site-" + (n % 8 * 5 + 3));
    return written(new ArchiveQuery(QueryLevel.STUDY, List.of(), false, 0, PAGE, site));
  }

  private long found(QueryLevel level, boolean isFuzzy, int most, Object... keys) {
    var matching = new ArrayList<MatchingKey>();
    for (int n = 0; n < keys.length; n += 2) {
      matching.add(new MatchingKey((Integer) keys[n], (String) keys[n + 1]));
    }
    return written(new ArchiveQuery(level, matching, isFuzzy, 0, most, MAIN));
  }

  private long written(ArchiveQuery query) {
    try {
      var found = archive.search(query);
      var json = new DicomJson(OutputStream.nullOutputStream());
      for (var each : found) {
        json.add(each, DicomJson.BulkData.NONE);
      }
      json.end();
      return found.size();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private long files(int n, Set<Uid> instances) {
    var study = new Uid(MillionInstances.study(mine(n)));
    var series = Set.of(new Uid(study.value() + ".2"));
    var selection = new InstanceSelection(java.util.Optional.of(study), series, instances);
    return archive.instances(selection, MAIN).size();
  }
}
