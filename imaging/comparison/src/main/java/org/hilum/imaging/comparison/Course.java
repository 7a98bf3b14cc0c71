package org.hilum.imaging.comparison;

import java.util.OptionalLong;

/**
 * What the dates say together.
 *
 * @param verdict from the last two dates
 * @param rule the rule that gave the verdict, in words, with the numbers that went in
 * @param evidence what the verdict rests on
 * @param sinceFirst the same from the first date to the last; equals {@code verdict} for two dates
 * @param daysSinceOnset from the first symptoms to the last date, where the onset is given
 * @param stage by days since onset, only where the onset is given
 * @param doublingDays days in which opacity volume doubles; negative: halves
 * @param prognosis a published, cited rule's statement, or why there is none
 */
public record Course(
    CourseVerdict verdict,
    String rule,
    CourseEvidence evidence,
    CourseVerdict sinceFirst,
    OptionalLong daysSinceOnset,
    Estimate<Stage> stage,
    Estimate<Double> doublingDays,
    Estimate<String> prognosis) {}
