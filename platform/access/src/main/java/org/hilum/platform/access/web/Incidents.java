package org.hilum.platform.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something failed that nobody expected: its number goes to whoever asked and into the log, what
 * happened into the log alone.
 *
 * <p>The log gets classes and places of what was thrown, not the words: those of a database or a
 * parser may quote a patient.
 */
public final class Incidents {

  /** What whoever asked is told. */
  public static final String WORDS =
      "Something failed in the server. Give this number to whoever looks after it: ";

  /** Name of the number in a problem. */
  public static final String PROPERTY = "incident";

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int NUMBER_BYTES = 6;
  private static final int MOST_PLACES = 30;

  private Incidents() {}

  /** Writes one into the log; its number. */
  public static String note(HttpServletRequest request, @Nullable Throwable thrown) {
    var bytes = new byte[NUMBER_BYTES];
    CHANCE.nextBytes(bytes);
    var number = HexFormat.of().formatHex(bytes);
    LOG.error(
        "incident {}: {} {} failed{}",
        number,
        Logged.plain(request.getMethod()),
        Logged.plain(request.getRequestURI()),
        thrown == null ? "" : told(thrown));
    return number;
  }

  private static String told(Throwable thrown) {
    var text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var first =
        thrown instanceof ServletException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    for (var each = first; each != null && seen.add(each); each = each.getCause()) {
      text.append("\n").append(each.getClass().getName());
      if (each instanceof SQLException sql) {
        text.append(" SQLSTATE ").append(sql.getSQLState());
      }
      Arrays.stream(each.getStackTrace())
          .limit(MOST_PLACES)
          .forEach(place -> text.append("\n    at ").append(place));
    }
    return text.toString();
  }
}
