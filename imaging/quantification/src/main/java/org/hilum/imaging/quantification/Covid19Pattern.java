package org.hilum.imaging.quantification;

import java.util.Optional;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/**
 * How the measured pattern fits the published categories of COVID-19 pneumonia on CT.
 *
 * @param category {@code TYPICAL}, {@code INDETERMINATE}, {@code ATYPICAL}, {@code NEGATIVE}, or
 *     {@code NOT_MEASURED} when there is no lung
 * @param rule in words, with the numbers that decided
 * @param source publication of the categories
 */
public record Covid19Pattern(String category, String rule, String source) {

  /** The category as DICOM codes it; empty when it was not measured. */
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
