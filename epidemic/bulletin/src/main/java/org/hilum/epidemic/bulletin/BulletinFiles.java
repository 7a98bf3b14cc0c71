package org.hilum.epidemic.bulletin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hilum.epidemic.forecasting.HubFile;

/**
 * A bulletin as a folder of files that anybody can open: {@code index.html} and one page for each
 * place, {@code report-en.pdf}, {@code report-zh.pdf}, {@code bulletin.json}, {@code
 * forecasts.csv}.
 *
 * <p>Each file is there whole or not at all.
 */
public final class BulletinFiles {

  /** The page that a person opens. */
  public static final String PAGE = "index.html";

  /** The JSON. */
  public static final String JSON = "bulletin.json";

  /** The forecasts in the hubs' CSV. */
  public static final String FORECASTS = "forecasts.csv";

  private static final String PLACES = "places/";

  private final Bulletin bulletin;
  private final Path folder;

  private BulletinFiles(Bulletin bulletin, Path folder) {
    this.bulletin = bulletin;
    this.folder = folder;
  }

  /** The PDF of a language. */
  public static String report(Language language) {
    return "report-" + language.word() + ".pdf";
  }

  /**
   * Writes all files.
   *
   * @param language of {@code index.html}; the other is linked from it
   */
  public static void write(Bulletin bulletin, Language language, Path folder) throws IOException {
    new BulletinFiles(bulletin, folder).write(language);
  }

  private void write(Language language) throws IOException {
    Files.createDirectories(folder.resolve(PLACES));
    var places = places();
    page(language, PAGE, places);
    page(language.other(), other(language), places);
    reports();
  }

  /** Writes all but the pages. */
  public static void writeReports(Bulletin bulletin, Path folder) throws IOException {
    Files.createDirectories(folder);
    new BulletinFiles(bulletin, folder).reports();
  }

  private void reports() throws IOException {
    var printed =
        Arrays.stream(Language.values())
            .parallel()
            .collect(Collectors.toMap(each -> each, each -> BulletinPdf.of(bulletin, each)));
    for (var each : printed.entrySet()) {
      put(report(each.getKey()), each.getValue());
    }
    put(JSON, BulletinJson.of(bulletin));
    HubFile.write(
        folder.resolve(FORECASTS),
        bulletin.asOf(),
        bulletin.places().stream()
            .flatMap(place -> place.series().stream())
            .flatMap(series -> series.forecasts().stream())
            .toList());
  }

  private static String other(Language language) {
    return "index-" + language.other().word() + ".html";
  }

  /** File of each place, by number, as a name may hold what a file's name may not. */
  private Map<String, String> places() {
    var places = new TreeMap<String, String>();
    if (bulletin.scope().isAll() && bulletin.places().size() > 1) {
      for (int n = 0; n < bulletin.places().size(); n++) {
        places.put(
            bulletin.places().get(n).name(), String.format(Locale.ROOT, "%s%04d", PLACES, n + 1));
      }
    }
    return places;
  }

  private void page(Language language, String file, Map<String, String> places) throws IOException {
    boolean isFirst = file.equals(PAGE);
    var ending = (isFirst ? "" : "-" + language.word()) + ".html";
    var otherEnding = (isFirst ? "-" + language.other().word() : "") + ".html";
    var addressed = new TreeMap<String, String>();
    places.forEach((name, path) -> addressed.put(name, path + ending));
    var addresses =
        new Addresses(
            Optional.empty(),
            Optional.empty(),
            Optional.of(isFirst ? other(language) : PAGE),
            downloads(),
            addressed,
            Map.of());
    put(file, BulletinPage.of(bulletin, language, addresses).getBytes(StandardCharsets.UTF_8));
    try {
      // A tree splits unevenly, and one core would stand idle; a list splits into like halves.
      List.copyOf(places.entrySet()).parallelStream()
          .forEach(place -> page(language, file, place, ending, otherEnding));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** The page of one place; its scenarios are most of the work. */
  private void page(
      Language language,
      String file,
      Map.Entry<String, String> place,
      String ending,
      String otherEnding) {
    var name = place.getValue().substring(PLACES.length());
    var ways =
        new Addresses(
            Optional.empty(),
            Optional.of("../" + file),
            Optional.of(name + otherEnding),
            Map.of(),
            Map.of(),
            Map.of());
    var page = BulletinPage.of(bulletin.of(place.getKey()).orElseThrow(), language, ways);
    try {
      put(place.getValue() + ending, page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, String> downloads() {
    var downloads = new LinkedHashMap<String, String>();
    downloads.put("PDF English", report(Language.ENGLISH));
    downloads.put("PDF 中文", report(Language.CHINESE));
    downloads.put("JSON", JSON);
    downloads.put("CSV", FORECASTS);
    return downloads;
  }

  private void put(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    var unfinished = file.resolveSibling(".unfinished-" + file.getFileName());
    try {
      Files.write(unfinished, bytes);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
