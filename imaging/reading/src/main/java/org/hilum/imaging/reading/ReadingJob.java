package org.hilum.imaging.reading;

/**
 * What the readings of one call share.
 *
 * @param intakeSeconds how long the files were looked through, once for all studies
 */
record ReadingJob(
    ReadingTools tools, ReadingSettings settings, ReadingListener listener, double intakeSeconds) {}
