package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Goes round a store and removes files that nothing refers to and that did not come just now: a
 * stop between keeping a file and referring to it leaves such.
 *
 * <p>Each call is a small step; call again soon until it has been round, then not for hours.
 */
public final class ContentSweep {

  /** Files looked at in one step. */
  private static final int FILES_A_STEP = 500;

  private final ContentStore files;
  private final Index index;
  private final InstantSource clock;
  private final Deque<ContentHash> shelf = new ArrayDeque<>();
  private int nextShelf;

  public ContentSweep(ContentStore files, Index index, InstantSource clock) {
    this.files = files;
    this.index = index;
    this.clock = clock;
  }

  /** What refers to content. */
  @FunctionalInterface
  public interface Index {
    /** Those of some content that nothing refers to. */
    Collection<ContentHash> unreferred(List<ContentHash> contents);
  }

  /**
   * Files that were looked at and removed.
   *
   * @param isRound whether all files have been looked at
   */
  public record Swept(int looked, int removed, boolean isRound) {}

  /** Looks at some files. */
  public synchronized Swept step() throws IOException {
    if (shelf.isEmpty()) {
      shelf.addAll(files.onShelf(nextShelf));
      nextShelf = (nextShelf + 1) % Shelves.MANY;
    }
    var looked = new ArrayList<ContentHash>();
    while (!shelf.isEmpty() && looked.size() < FILES_A_STEP) {
      looked.add(shelf.pop());
    }
    int removed = 0;
    var cameBefore = clock.instant().minus(ContentStore.ON_ITS_WAY);
    for (var unreferred : index.unreferred(looked)) {
      if (files.remove(unreferred, same -> cameSince(same, cameBefore) || isReferredTo(same))) {
        removed++;
      }
    }
    return new Swept(looked.size(), removed, shelf.isEmpty() && nextShelf == 0);
  }

  /** Asked once more while nobody can keep that content: it may have come again. */
  private boolean isReferredTo(ContentHash content) {
    return index.unreferred(List.of(content)).isEmpty();
  }

  private boolean cameSince(ContentHash content, Instant moment) throws IOException {
    return !Files.getLastModifiedTime(files.place(content)).toInstant().isBefore(moment);
  }
}
