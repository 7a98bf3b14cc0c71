package org.hilum.imaging.intake;

import java.time.Duration;

/**
 * What an upload may be.
 *
 * @param mostBytes of all files of one upload together
 * @param mostFiles of one upload, entries of archives included
 * @param mostOpen unfinished uploads of one account
 * @param unfinishedAfter how long nothing may come before an upload is given up
 * @param forgottenAfter how long the record of an ended upload is kept
 * @param keepFreeBytes what stays free on the disk
 */
public record UploadSettings(
    long mostBytes,
    int mostFiles,
    int mostOpen,
    Duration unfinishedAfter,
    Duration forgottenAfter,
    long keepFreeBytes) {

  /** A few studies at a time; a weekend to come back. */
  public static final UploadSettings USUAL =
      new UploadSettings(
          16_000_000_000L, 20_000, 8, Duration.ofDays(3), Duration.ofDays(90), 1_000_000_000L);
}
