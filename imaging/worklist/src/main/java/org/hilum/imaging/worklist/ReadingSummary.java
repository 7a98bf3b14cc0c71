package org.hilum.imaging.worklist;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the list says of a reading; each number is absent where it was not measured.
 *
 * @param opacityPercent of both lungs, 0 to 100
 * @param opacityPercentLow lower end of its interval
 * @param opacityPercentHigh upper end of its interval
 * @param category of the RSNA consensus, as {@code reading.json} has it
 * @param isWithinValidated whether the input lies within what the networks were validated for
 */
public record ReadingSummary(
    OptionalDouble opacityPercent,
    OptionalDouble opacityPercentLow,
    OptionalDouble opacityPercentHigh,
    OptionalInt lesionCount,
    Optional<String> category,
    boolean isWithinValidated) {}
