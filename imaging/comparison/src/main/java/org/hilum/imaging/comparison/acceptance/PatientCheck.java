package org.hilum.imaging.comparison.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.PatientIdentity;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Whether images are of one patient, as far as they say.
 *
 * <p>ID, name, birth date and sex are compared where both sides state them. Spelling of names is
 * compared without case, accents of delimiters and other writings (PS3.5, 6.2.1: components by ^,
 * writings by =). A difference is asked about, never assumed away; what is not stated is a remark.
 */
public final class PatientCheck {

  private PatientCheck() {}

  /** A reason for every two readings in a row that carry different identities. */
  public static List<Reason> refusals(List<DatedReading> readings) {
    var reasons = new ArrayList<Reason>();
    for (int n = 1; n < readings.size(); n++) {
      for (int before = 0; before < n; before++) {
        var differing = differing(readings.get(before).patient(), readings.get(n).patient());
        if (!differing.isEmpty()) {
          reasons.add(
              new Reason(
                  ComparisonReason.ANOTHER_PATIENT,
                  ComparisonReason.ANOTHER_PATIENT.meaning()
                      + " They differ in "
                      + String.join(", ", differing)
                      + ".",
                  readings.get(before).key() + " and " + readings.get(n).key()));
          break;
        }
      }
    }
    return reasons;
  }

  /** A remark where nothing that both state shows that two readings are of one patient. */
  public static Optional<Reason> remark(DatedReading prior, DatedReading current) {
    var before = stated(prior.patient());
    var after = stated(current.patient());
    return before.keySet().stream().anyMatch(after::containsKey)
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                ComparisonReason.IDENTITY_UNKNOWN, ComparisonReason.IDENTITY_UNKNOWN.meaning()));
  }

  private static List<String> differing(PatientIdentity one, PatientIdentity other) {
    var before = stated(one);
    var after = stated(other);
    return before.keySet().stream()
        .filter(after::containsKey)
        .filter(attribute -> !java.util.Objects.equals(before.get(attribute), after.get(attribute)))
        .toList();
  }

  private static Map<String, String> stated(PatientIdentity patient) {
    var stated = new LinkedHashMap<String, String>();
    put(stated, "patient ID", patient.id().map(String::strip));
    put(stated, "name", patient.name().map(PatientCheck::plainName));
    put(stated, "birth date", patient.birthDate().map(date -> date.replaceAll("\\D", "")));
    put(
        stated,
        "sex",
        patient
            .sex()
            .map(sex -> sex.strip().toUpperCase(Locale.ROOT))
            .filter(sex -> sex.matches("[MF]")));
    return stated;
  }

  private static void put(Map<String, String> stated, String attribute, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> stated.put(attribute, text));
  }

  private static String plainName(String name) {
    int writings = name.indexOf('=');
    var first = writings > 0 ? name.substring(0, writings) : name;
    return first.replaceAll("[\\s^]+", " ").strip().toUpperCase(Locale.ROOT);
  }
}
