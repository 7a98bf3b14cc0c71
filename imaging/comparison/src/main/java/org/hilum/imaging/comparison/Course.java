package org.hilum.imaging.comparison;

/**
 * What the dates say together.
 *
 * @param verdict from the last two dates
 * @param rule the rule that gave the verdict, in words, with the numbers that went in
 * @param sinceFirst the same from the first date to the last; equals {@code verdict} for two dates
 * @param stage by days since onset, only where the onset is given
 * @param doublingDays days in which opacity volume doubles; negative: halves
 * @param prognosis a published, cited rule's statement, or why there is none
 */
public record Course(
    CourseVerdict verdict,
    String rule,
    CourseVerdict sinceFirst,
    Estimate<Stage> stage,
    Estimate<Double> doublingDays,
    Estimate<String> prognosis) {}
