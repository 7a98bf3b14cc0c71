package org.hilum.imaging.intake.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Puts files away: under the same path below {@code done}, {@code failed} or {@code left-alone},
 * with a text beside it where something is to be said.
 *
 * @param folder that is watched, without links in its path
 * @param deletesDone whether files that were taken are deleted
 */
public record Shelves(Path folder, boolean deletesDone) {

  private static final int MOST_REASONS = 100;
  private static final int MOST_OF_A_NAME = 10_000;

  /** Puts one away; the text is there before the file. */
  public void putAway(Path file, Verdict verdict) throws IOException {
    if (verdict.shelf() == Shelf.DONE && deletesDone) {
      Files.deleteIfExists(file);
      return;
    }
    var place = free(folder.resolve(verdict.shelf().folder()).resolve(folder.relativize(file)));
    requireInside(place);
    Files.createDirectories(place.toAbsolutePath().getParent());
    if (verdict.shelf() != Shelf.DONE) {
      Files.writeString(place.resolveSibling(place.getFileName() + ".txt"), words(verdict));
    }
    Files.move(file, place);
  }

  /** A file of the same name that was put away before stays. */
  private static Path free(Path wanted) throws IOException {
    var place = wanted;
    for (int n = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); n++) {
      if (n > MOST_OF_A_NAME) {
        throw new IOException("too many files of one name were put away");
      }
      place = wanted.resolveSibling(wanted.getFileName() + "." + n);
    }
    return place;
  }

  /** A shelf that is a link would lead out. */
  private void requireInside(Path place) throws IOException {
    var existing = place.toAbsolutePath().getParent();
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing == null || !existing.toRealPath().startsWith(folder)) {
      throw new IOException("a link leads out of the watched folder");
    }
  }

  private static String words(Verdict verdict) {
    var words = new StringBuilder();
    if (verdict.objects() > 0) {
      words.append("Objects taken all the same: ").append(verdict.objects()).append("\n\n");
    }
    verdict.reasons().stream().limit(MOST_REASONS).forEach(reason -> words.append(line(reason)));
    int more = verdict.reasons().size() - MOST_REASONS;
    return more > 0 ? words + "\nand " + more + " more\n" : words.toString();
  }

  private static String line(Reason reason) {
    return reason + "\n" + reason.code().meaning() + "\n\n";
  }
}
