package org.hilum.platform.storage;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a backup holds.
 *
 * @param folder of this backup
 * @param copiedFiles of its files, those that no earlier backup had brought
 * @param damagedFiles that were damaged before, and are not in it
 */
public record BackupReport(
    Path folder,
    Instant made,
    int tables,
    long rows,
    long files,
    long bytes,
    long copiedFiles,
    long damagedFiles) {}
