package org.hilum.imaging.correction;

import java.time.Instant;

/**
 * A step that is in force.
 *
 * @param n revision that it made
 * @param kind what it was
 * @param by account
 * @param note what became of it, where there is more to say than its kind; may be empty
 */
public record CorrectionStep(int n, StepKind kind, String by, Instant at, String note) {}
