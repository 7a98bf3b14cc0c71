package org.hilum.imaging.quantification;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/**
 * A published severity score of this chest.
 *
 * @param name author and year, as published
 * @param value the score, or why it could not be given
 * @param lowest lowest possible value
 * @param highest highest possible value
 * @param inputs what went in, by name, in reading order
 * @param source where the rule is published
 */
public record SeverityScore(
    String name,
    Measurement value,
    double lowest,
    double highest,
    Map<String, Measurement> inputs,
    String source) {

  /** The score as DICOM codes it, where the table of codes has it. */
  public Optional<CodedConcept> concept() {
    return Arrays.stream(Code.values())
        .map(Code::concept)
        .filter(concept -> concept.meaning().equals(name))
        .findFirst();
  }
}
