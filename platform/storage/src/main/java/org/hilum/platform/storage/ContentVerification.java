package org.hilum.platform.storage;

import java.util.List;

/**
 * What became of files since they were kept.
 *
 * @param files looked at
 * @param bytes read again
 * @param damaged whose content is another now
 * @param missing that are not there
 */
public record ContentVerification(
    long files, long bytes, List<ContentHash> damaged, List<ContentHash> missing) {

  public ContentVerification {
    damaged = List.copyOf(damaged);
    missing = List.copyOf(missing);
  }

  public boolean isSound() {
    return damaged.isEmpty() && missing.isEmpty();
  }
}
