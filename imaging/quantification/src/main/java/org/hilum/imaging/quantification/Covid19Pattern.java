package org.hilum.imaging.quantification;

/**
 * How the measured pattern fits the published categories of COVID-19 pneumonia on CT.
 *
 * @param category e.g. {@code TYPICAL}, {@code INDETERMINATE}, {@code ATYPICAL}, {@code NEGATIVE}
 * @param rule in words, with the numbers that decided
 * @param source publication of the categories
 */
public record Covid19Pattern(String category, String rule, String source) {}
