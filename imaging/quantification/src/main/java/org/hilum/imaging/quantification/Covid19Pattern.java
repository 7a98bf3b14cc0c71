package org.hilum.imaging.quantification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.Reason;

/**
 * How the measured pattern fits the published categories of COVID-19 pneumonia on CT.
 *
 * <p>Not to be used to rule COVID-19 in or out: a rule over a few measured features, not validated
 * as a test.
 *
 * @param category of the RSNA consensus: {@code TYPICAL}, {@code INDETERMINATE}, {@code ATYPICAL},
 *     {@code NEGATIVE}; {@code NOT_ESTIMATED} when the scan or the amount does not allow one, or
 *     {@code NOT_MEASURED} when there is no lung
 * @param level of suspicion after CO-RADS, 1 (very low) to 5 (very high); 0 when not interpretable
 * @param inputs what was measured, by name; percentages 0 to 100 and counts. What is absent was not
 *     measured
 * @param thresholds what decides, by name; percentages and ratios
 * @param lacking what keeps the pattern from being typical
 * @param because why no category was estimated; empty when one was
 * @param source publications of the categories
 */
public record Covid19Pattern(
    String category,
    int level,
    Map<String, Double> inputs,
    Map<String, Double> thresholds,
    List<Lack> lacking,
    List<Reason> because,
    String source) {

  /** A feature of the typical pattern. */
  public enum Lack {
    /** Involvement of both lungs. */
    BILATERAL,
    /** A mostly peripheral distribution. */
    PERIPHERAL,
    /** Ground-glass. */
    GROUND_GLASS,
    /** Opacity known to be ground-glass: the kind of some is not known. */
    KNOWN_GROUND_GLASS
  }

  public Covid19Pattern {
    if (level < 0 || level > 5) {
      throw new IllegalArgumentException("CO-RADS has levels 0 to 5 without a laboratory test");
    }
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
    lacking = List.copyOf(lacking);
    because = List.copyOf(because);
  }

  /** The category as DICOM codes it; empty when there is none. */
  public Optional<CodedConcept> concept() {
    return switch (category) {
      case "TYPICAL" -> Optional.of(Code.RSNA_TYPICAL.concept());
      case "INDETERMINATE" -> Optional.of(Code.RSNA_INDETERMINATE.concept());
      case "ATYPICAL" -> Optional.of(Code.RSNA_ATYPICAL.concept());
      case "NEGATIVE" -> Optional.of(Code.RSNA_NEGATIVE.concept());
      default -> Optional.empty();
    };
  }
}
