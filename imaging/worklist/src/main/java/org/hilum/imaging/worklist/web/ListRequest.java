package org.hilum.imaging.worklist.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.imaging.worklist.WorklistQuery.Order;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list is asked for; every parameter may be left out.
 *
 * @param state one or more states
 * @param text part of a name in any spelling, start of a Patient ID or accession number
 * @param from Study Date from, {@code 2020-02-20} or {@code 20200220}
 * @param to Study Date to
 * @param site codes of institutions
 * @param assignedTo an account, or {@code me}
 * @param report unsigned, draft or signed
 * @param order urgency, arrived, study-date, patient-name or opacity
 * @param offset how many to pass over
 * @param limit how many to give
 */
public record ListRequest(
    @Nullable List<String> state,
    @Nullable String text,
    @Nullable String from,
    @Nullable String to,
    @Nullable List<String> site,
    @Nullable String assignedTo,
    @Nullable String report,
    @Nullable String order,
    @Nullable Integer offset,
    @Nullable Integer limit) {

  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int DEEPEST = 10_000;
  private static final int LONGEST_TEXT = 64;
  private static final int MOST_SITES = 200;
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  WorklistQuery query(Person person) throws WorklistRefusal {
    return new WorklistQuery(
        Optional.of(person.institution()),
        states(),
        typed(),
        date("from", from),
        date("to", to),
        sites(),
        assigned(person),
        wantedReport(),
        wantedOrder(),
        within("offset", offset, 0, 0, DEEPEST),
        within("limit", limit, USUAL, 1, MOST));
  }

  private Set<CaseState> states() throws WorklistRefusal {
    var states = new LinkedHashSet<CaseState>();
    for (var name : state == null ? List.<String>of() : state) {
      states.add(constant("state", name, CaseState.class));
    }
    return states;
  }

  private Optional<WorklistQuery.Report> wantedReport() throws WorklistRefusal {
    return report == null || report.isEmpty()
        ? Optional.empty()
        : Optional.of(constant("report", report, WorklistQuery.Report.class));
  }

  private Order wantedOrder() throws WorklistRefusal {
    return order == null ? Order.URGENCY : constant("order", order, Order.class);
  }

  private static <E extends Enum<E>> E constant(String parameter, String name, Class<E> type)
      throws WorklistRefusal {
    var wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    throw WorklistRefusal.malformed(
        parameter
            + " is one of "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                    .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList()));
  }

  private String typed() throws WorklistRefusal {
    var typed = text == null ? "" : text;
    if (typed.length() > LONGEST_TEXT || typed.indexOf('\0') >= 0) {
      throw WorklistRefusal.malformed("text has at most " + LONGEST_TEXT + " characters");
    }
    return typed;
  }

  private static String date(String parameter, @Nullable String value) throws WorklistRefusal {
    if (value == null || value.isEmpty()) {
      return "";
    }
    var match = DATE.matcher(value);
    if (!match.matches()) {
      throw WorklistRefusal.malformed(parameter + " is a date like 2020-02-20");
    }
    return match.group(1) + match.group(2) + match.group(3);
  }

  private Set<String> sites() throws WorklistRefusal {
    var sites = new LinkedHashSet<>(site == null ? List.<String>of() : site);
    if (sites.size() > MOST_SITES || !sites.stream().allMatch(CODE.asMatchPredicate())) {
      throw WorklistRefusal.malformed("site is the code of an institution, up to " + MOST_SITES);
    }
    return sites;
  }

  private Optional<String> assigned(Person person) throws WorklistRefusal {
    if (assignedTo == null || assignedTo.isEmpty()) {
      return Optional.empty();
    }
    if (assignedTo.length() > LONGEST_TEXT || assignedTo.indexOf('\0') >= 0) {
      throw WorklistRefusal.malformed("assignedTo is an account, or me");
    }
    return Optional.of(assignedTo.equals("me") ? person.account() : assignedTo);
  }

  private static int within(
      String parameter, @Nullable Integer value, int usual, int least, int most)
      throws WorklistRefusal {
    int number = value == null ? usual : value;
    if (number < least || number > most) {
      throw WorklistRefusal.malformed(parameter + " is from " + least + " to " + most);
    }
    return number;
  }
}
