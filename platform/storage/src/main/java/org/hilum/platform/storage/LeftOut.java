package org.hilum.platform.storage;

/**
 * A file of a plain folder that is not in a backup.
 *
 * @param folder its name, such as {@code notes}
 * @param path in it
 */
public record LeftOut(String folder, String path, Why why) {

  /** Why it is not. */
  public enum Why {
    /** Others wrote to it, moved it or made it as long as the backup would wait. */
    CHANGING("was being written to"),

    /** It may not be read, or its disk failed. */
    UNREADABLE("cannot be read"),

    /** A socket, a pipe, or a name with characters that a list cannot hold. */
    ODD("is no plain file with a plain name"),

    /** What it points to lies elsewhere. */
    LINK("is a symbolic link, which is not followed");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** What a person is told of the file. */
    public String words() {
      return words;
    }

    /** Whether something of the folder itself is missing in the backup. */
    public boolean isLoss() {
      return this != LINK;
    }
  }

  @Override
  public String toString() {
    return folder + "/" + path + " " + why.words();
  }
}
