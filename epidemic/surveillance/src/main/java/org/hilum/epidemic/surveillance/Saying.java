package org.hilum.epidemic.surveillance;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said about counts; other languages have their own words for each. */
public enum Saying {
  /** Words of their own, in English. */
  WORDS("{0}"),
  TAKEN_BACK_LOWERED(
      "{0}: {1} were taken back; counts from {2} on were lowered, {3} kept for the day."),
  TAKEN_BACK_ABSENT(
      "{0}: {1} were taken back; more than all counted before, so the day is taken for absent."),
  COUNTED_AGAIN("{0}: {1} were taken back and counted again on {2}; both days were set right."),
  DUMP_SPREAD(
      "{0}: {1} at once where about {2} were to be expected; the rest was spread over the time since {3}."),
  DUMP_SPREAD_IN_PART(
      "{0}: {1} at once where about {2} were to be expected; the rest was spread over the time since {3}, but {4} that are too many for it were left out."),
  DUMP_LEFT_OUT("{0}: {1} at once where about {2} were to be expected; the rest was left out."),
  SURGE("It may also be the first day of a surge."),
  CAUGHT_UP(
      "{0}: {1} were reported after days without a report and shared among the days since {2}."),
  LOST_DAY("{0}: the zeros amid many counts are no report; they are taken for absent."),
  LOST_DAYS("{0} to {1}: the zeros amid many counts are no report; they are taken for absent."),
  LEVEL_CHANGED("From {0} on the level is {1} a day, before it was {2}; neither was changed."),
  REPORTS_SELDOM(
      "Counts came on about {0} of 7 days in the last four weeks; weeks are forecast, and days as the source reports them."),
  DAYS_MISSING("Of the last {0} days {1} have no count; they stay absent."),
  DAYS_MISSING_WITH_ZEROS(
      "Of the last {0} days {1} have no count ({2} with a zero that is no report); they stay absent."),
  WEEKS_MISSING("Of the last {0} weeks {1} have no count; they stay absent."),
  WEEKS_MISSING_WITH_ZEROS(
      "Of the last {0} weeks {1} have no count ({2} with a zero that is no report); they stay absent."),
  OLD("The newest count is of {0}, {1} days before {2}."),
  EARLIER("{0} earlier ones of the kind."),
  EMPTY_IN_FILE("{0} has no usable count in {1}; nothing is made of it."),
  MORE_ROWS_NOT_UNDERSTOOD("{0} more rows are not understood."),
  MORE_ROWS_TOO_LATE("{0} more rows are dated after the day of knowledge."),
  NO_WHOLE_WEEK("There is no whole week of counts to begin from, so nothing is forecast.");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final String english;

  Saying(String english) {
    this.english = english;
  }

  /** The English words, with numbered places: {@code {0}}. */
  public String english() {
    return english;
  }

  /**
   * Words with their places filled; what stands in a place is not looked into.
   *
   * @param said how an argument is said
   * @throws IndexOutOfBoundsException when the words have a place without an argument
   */
  public static String filled(String words, List<Object> arguments, Function<Object, String> said) {
    return PLACE
        .matcher(words)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    said.apply(arguments.get(Integer.parseInt(place.group(1))))));
  }
}
