package org.hilum.imaging.intake.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.vocabulary.Reason;

/**
 * The files of a folder, archive or disc index that are to be looked at.
 *
 * @param files in the order of their names
 * @param leftAlone what was not taken along, with reasons
 * @param refusals why nothing can be taken from here
 * @param archive what to close after the last read
 */
public record Arrivals(
    List<? extends Arrival> files, List<Reason> leftAlone, List<Reason> refusals, Closeable archive)
    implements Closeable {

  private static final Closeable NOTHING_OPEN = () -> {};

  public Arrivals {
    files = List.copyOf(files);
    leftAlone = List.copyOf(leftAlone);
    refusals = List.copyOf(refusals);
  }

  static Arrivals of(List<? extends Arrival> files, List<Reason> leftAlone) {
    return new Arrivals(files, leftAlone, List.of(), NOTHING_OPEN);
  }

  /** Files that are known one by one. */
  public static Arrivals of(List<NamedFile> files) {
    return of(
        files.stream().map(each -> new FileArrival(each.file(), each.name())).toList(), List.of());
  }

  /** Nothing can be taken. */
  public static Arrivals refused(Reason reason) {
    return new Arrivals(List.of(), List.of(), List.of(reason), NOTHING_OPEN);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
