package org.hilum.imaging.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.evaluation.table.CasesCsv;
import org.hilum.imaging.evaluation.table.SummaryJson;
import org.hilum.imaging.evaluation.table.SummaryMarkdown;

/**
 * Writes an evaluation: {@code cases.csv}, {@code summary.json}, {@code summary.md} and {@code
 * worst/*.png}.
 *
 * <p>Each file is there whole or not at all; pictures of an earlier evaluation are removed.
 */
public final class EvaluationFiles {

  private static final String PICTURES = "worst";
  private static final String PICTURE_NAME = "(opacity|lung)-[0-9]+-.*\\.png";

  private EvaluationFiles() {}

  /** Writes into a folder, which is made if need be; gives the files written. */
  public static List<Path> write(Evaluation evaluation, Path folder) throws IOException {
    Files.createDirectories(folder.resolve(PICTURES));
    removePictures(folder.resolve(PICTURES));
    var files = new ArrayList<Path>();
    files.add(put(folder.resolve("cases.csv"), bytes(CasesCsv.of(evaluation))));
    files.add(
        put(
            folder.resolve("summary.json"),
            bytes(SummaryJson.of(evaluation).toPrettyString() + "\n")));
    files.add(put(folder.resolve("summary.md"), bytes(SummaryMarkdown.of(evaluation))));
    Map<Figure, Integer> ranks = new EnumMap<>(Figure.class);
    for (var picture : evaluation.worst()) {
      int rank = ranks.merge(picture.figure(), 1, Integer::sum);
      files.add(put(folder.resolve(PICTURES).resolve(name(picture, rank)), picture.png()));
    }
    return files;
  }

  private static String name(WorstPicture picture, int rank) {
    var structure = picture.figure() == Figure.LUNG_DICE ? "lung" : "opacity";
    var id = picture.caseId().replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return structure + "-" + rank + "-" + id + ".png";
  }

  private static void removePictures(Path folder) throws IOException {
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        if (file.getFileName().toString().matches(PICTURE_NAME)) {
          Files.delete(file);
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path put(Path file, byte[] bytes) throws IOException {
    var unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    Files.write(unfinished, bytes);
    return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
