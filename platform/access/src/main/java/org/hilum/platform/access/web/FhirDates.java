package org.hilum.platform.access.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.AuditSelection;

/**
 * Which time FHIR's {@code date} parameters mean: {@code ge2026-03-01}, {@code lt2026-03-02}; all
 * of them together.
 */
record FhirDates(Instant from, Instant to) {

  /** The trail knows no smaller step. */
  private static final Duration STEP = Duration.ofNanos(1000);

  static FhirDates of(List<String> parameters) throws AccessRefusal {
    var all = new FhirDates(Instant.EPOCH, AuditSelection.EVER);
    for (var parameter : parameters) {
      all = all.and(one(parameter));
    }
    return all;
  }

  private FhirDates and(FhirDates other) {
    return new FhirDates(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  private static FhirDates one(String parameter) throws AccessRefusal {
    boolean hasPrefix = parameter.length() > 2 && Character.isLetter(parameter.charAt(0));
    var said = span(hasPrefix ? parameter.substring(2) : parameter);
    return switch (hasPrefix ? parameter.substring(0, 2) : "eq") {
      case "eq" -> said;
      case "ge" -> new FhirDates(said.from, AuditSelection.EVER);
      case "gt" -> new FhirDates(said.to, AuditSelection.EVER);
      case "lt" -> new FhirDates(Instant.EPOCH, said.from);
      case "le" -> new FhirDates(Instant.EPOCH, said.to);
      default -> throw refusal();
    };
  }

  /** A day is a day in UTC. */
  private static FhirDates span(String text) throws AccessRefusal {
    try {
      if (text.contains("T")) {
        var at = OffsetDateTime.parse(text).toInstant();
        return within(at, at.plus(STEP));
      }
      var day = LocalDate.parse(text);
      return within(
          day.atStartOfDay().toInstant(ZoneOffset.UTC),
          day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw refusal();
    }
  }

  private static FhirDates within(Instant from, Instant to) throws AccessRefusal {
    if (from.isBefore(Instant.EPOCH) || to.isAfter(AuditSelection.EVER)) {
      throw refusal();
    }
    return new FhirDates(from, to);
  }

  private static AccessRefusal refusal() {
    return new AccessRefusal(
        "A date is written as ge2026-03-01 or lt2026-03-02T08:00:00Z: eq, ge, gt, le or lt, then a"
            + " day or a moment with its zone.");
  }
}
