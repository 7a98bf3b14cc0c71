package org.hilum.platform.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hilum.platform.storage.backup.Manifest;

/**
 * What a backup holds.
 *
 * @param folder of this backup
 * @param copiedFiles of its files, those that no earlier backup had brought
 * @param damagedFiles that were damaged before, and are not in it
 * @param leftOut files of plain folders that are not in it; known when it is made
 * @param absentFolders plain folders that it knows nothing of; known when it is restored
 */
public record BackupReport(
    Path folder,
    Instant made,
    int tables,
    long rows,
    long files,
    long bytes,
    long copiedFiles,
    long damagedFiles,
    List<LeftOut> leftOut,
    List<String> absentFolders) {

  public BackupReport {
    leftOut = List.copyOf(leftOut);
    absentFolders = List.copyOf(absentFolders);
  }

  static BackupReport of(
      Path folder, Manifest manifest, long copied, List<LeftOut> leftOut, List<String> absent) {
    return new BackupReport(
        folder,
        manifest.made(),
        manifest.tables().size(),
        manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
        manifest.contents().stream().mapToLong(Manifest.Content::files).sum()
            + manifest.folders().stream().mapToLong(Manifest.Folder::files).sum(),
        manifest.contents().stream().mapToLong(Manifest.Content::bytes).sum()
            + manifest.folders().stream().mapToLong(Manifest.Folder::bytes).sum(),
        copied,
        manifest.contents().stream().mapToLong(Manifest.Content::damaged).sum(),
        leftOut,
        absent);
  }
}
