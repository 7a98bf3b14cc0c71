package org.hilum.imaging.correction.sql;

import java.time.Instant;

/**
 * A correction.
 *
 * @param result id of the network's reading that is corrected
 * @param version of that reading
 */
public record CorrectionRow(long id, long result, int version, Instant begunAt) {}
