package org.hilum.platform.storage;

/** Hears how far a backup or a restore is. */
@FunctionalInterface
public interface BackupProgress {

  /**
   * Some of the files of a store are done.
   *
   * @param store such as {@code objects}
   */
  void done(String store, long files, long ofFiles);

  /** Nobody listens. */
  static BackupProgress silent() {
    return (store, files, ofFiles) -> {};
  }
}
