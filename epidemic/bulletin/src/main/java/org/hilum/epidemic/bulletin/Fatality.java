package org.hilum.epidemic.bulletin;

import org.hilum.epidemic.surveillance.FatalityEstimate;

/**
 * Which part of the cases of a place died, counted in two ways.
 *
 * @param naive deaths over cases
 * @param adjusted deaths over cases that have had time for an outcome
 */
public record Fatality(FatalityEstimate naive, FatalityEstimate adjusted) {}
