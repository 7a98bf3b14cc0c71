package org.hilum.imaging.quantification;

import java.util.Map;

/**
 * A published severity score of this chest.
 *
 * @param name author and year, as published
 * @param value the score, or why it could not be given
 * @param lowest lowest possible value
 * @param highest highest possible value
 * @param inputs what went in, by name, in reading order
 * @param source where the rule is published
 */
public record SeverityScore(
    String name,
    Measurement value,
    double lowest,
    double highest,
    Map<String, Measurement> inputs,
    String source) {}
