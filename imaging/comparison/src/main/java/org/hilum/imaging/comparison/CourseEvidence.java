package org.hilum.imaging.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.vocabulary.Region;

/**
 * What speaks for worse and for better between two dates, and the verdict.
 *
 * <p>The rule: <br>
 * 1. Opacity of both lungs beyond its limit decides: more is worse, less is better, also when a
 * zone goes the other way; such zones are named. <br>
 * 2. Opacity of both lungs within its limit: zones beyond their limits and lesions that surely are
 * new or gone decide; mixed when they disagree, stable when there are none. <br>
 * Source: Hilum.
 *
 * @param amount of opacity of both lungs, the amount that decides
 * @param quantity which amount that is
 * @param zonesMore zones with more opacity beyond their limit
 * @param zonesLess zones with less
 * @param newLesions lesions that surely are new
 * @param goneLesions lesions that surely are gone
 */
public record CourseEvidence(
    Change amount,
    ComparedQuantity quantity,
    List<Region> zonesMore,
    List<Region> zonesLess,
    long newLesions,
    long goneLesions) {

  /** How many times its limit a part of the lungs must change to count for the whole. */
  static final double MANY_LOOKS = 1.35;

  /** Whether a part of the lungs counts. */
  public static boolean counts(Change change) {
    return change instanceof Compared part
        && Math.abs(part.difference()) > MANY_LOOKS * part.limit();
  }

  public CourseEvidence {
    zonesMore = List.copyOf(zonesMore);
    zonesLess = List.copyOf(zonesLess);
  }

  /** The verdict by the rule. */
  public CourseVerdict verdict() {
    if (!(amount instanceof Compared compared)) {
      return CourseVerdict.NOT_ESTIMATED;
    }
    return switch (compared.verdict()) {
      case INCREASED -> CourseVerdict.WORSE;
      case DECREASED -> CourseVerdict.BETTER;
      case WITHIN_ERROR -> byParts();
    };
  }

  private CourseVerdict byParts() {
    boolean more = !zonesMore.isEmpty() || newLesions > 0;
    boolean less = !zonesLess.isEmpty() || goneLesions > 0;
    if (more && less) {
      return CourseVerdict.MIXED;
    }
    if (more) {
      return CourseVerdict.WORSE;
    }
    return less ? CourseVerdict.BETTER : CourseVerdict.STABLE;
  }

  /** The rule with the numbers that went in, in English for programs. */
  public String words() {
    return switch (amount) {
      case Change.NotCompared(var reason) -> reason.message();
      case Compared compared ->
          String.format(
              Locale.ROOT,
              "Opacity of both lungs at the current breath: %.1f to %.1f %s, a change of %+.1f with a"
                  + " limit of detectable change of %.1f. Zones beyond 1.35 times their limit: more in %s, less in"
                  + " %s. Lesions surely new: %d, surely gone: %d. Rule: both lungs beyond the limit"
                  + " decide; else zones and new or gone lesions"
                  + " (mixed when they disagree); else stable.",
              compared.prior(),
              compared.current(),
              quantity.unit(),
              compared.difference(),
              compared.limit(),
              names(zonesMore),
              names(zonesLess),
              newLesions,
              goneLesions);
    };
  }

  private static String names(List<Region> zones) {
    return zones.isEmpty()
        ? "none"
        : zones.stream().map(Region::name).collect(Collectors.joining(", "));
  }
}
