package org.hilum.platform.storage.backup;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hilum.platform.storage.ContentHash;

/**
 * Which files of a plain folder a backup holds: their content by their paths in the folder.
 *
 * <p>A text of lines, hash and path separated by a tab.
 */
public record FolderList(SortedMap<String, ContentHash> files) {

  private static final int LONGEST_PATH = 4096;

  /**
   * A list.
   *
   * @throws IllegalArgumentException for a path that leads elsewhere, or through another file
   */
  public FolderList {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    for (var path : files.keySet()) {
      if (!isPath(path) || leadsThrough(path, files)) {
        throw new IllegalArgumentException("not a path in a folder: " + path);
      }
    }
  }

  /** Whether a path stays in its folder, is of one line and has no part that is hidden. */
  static boolean isPath(String path) {
    if (path.length() > LONGEST_PATH || path.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    for (var part : path.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static boolean leadsThrough(String path, SortedMap<String, ContentHash> files) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (files.containsKey(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** The text to be kept. */
  public String text() {
    var text = new StringBuilder();
    files.forEach((path, hash) -> text.append(hash).append('\t').append(path).append('\n'));
    return text.toString();
  }

  /**
   * Understands a text that was kept.
   *
   * @throws IllegalArgumentException when it is not such a list
   */
  public static FolderList of(String text) {
    var files = new TreeMap<String, ContentHash>();
    for (var line : text.lines().toList()) {
      int tab = line.indexOf('\t');
      var path = line.substring(tab + 1);
      if (tab < 0 || files.put(path, new ContentHash(line.substring(0, tab))) != null) {
        throw new IllegalArgumentException("not a line of a list of files, or one twice: " + line);
      }
    }
    return new FolderList(files);
  }
}
