package org.hilum.imaging.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What arrived: the studies found, a NIfTI file, and everything left alone with the reason.
 *
 * <p>Keeps an archive open so that pixels can be fetched from it; close it after the last reading.
 *
 * @param studies in the order of patient, date and UID
 * @param niftiFile the file named, when it is a NIfTI file
 * @param leftAlone files and objects that are not read, at most {@value #MOST_OF_ONE_KIND} of each
 *     code; the last of a kind says how many more there are
 * @param fileCount how many files or entries were looked at
 * @param refusals why nothing at all can be read from here; empty when something can be tried
 * @param archive what to close
 */
public record Inventory(
    List<ArrivedStudy> studies,
    Optional<Path> niftiFile,
    List<Reason> leftAlone,
    int fileCount,
    List<Reason> refusals,
    Closeable archive)
    implements Closeable {

  /** Most reasons of one code that are listed one by one. */
  public static final int MOST_OF_ONE_KIND = 100;

  public Inventory {
    studies = List.copyOf(studies);
    leftAlone = List.copyOf(leftAlone);
    refusals = List.copyOf(refusals);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
