package org.hilum.imaging.evaluation;

/**
 * A picture of one of the cases that agree least.
 *
 * @param figure by which it is among the worst
 * @param caseId which case
 * @param value of the figure
 * @param png the file
 */
public record WorstPicture(Figure figure, String caseId, double value, byte[] png) {}
