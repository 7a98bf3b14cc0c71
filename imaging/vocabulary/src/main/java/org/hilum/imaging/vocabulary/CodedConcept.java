package org.hilum.imaging.vocabulary;

/**
 * A word with its code, as DICOM writes it (PS3.3 section 8): value, coding scheme designator,
 * meaning.
 */
public record CodedConcept(String value, String scheme, String meaning) {

  public CodedConcept {
    if (value.isBlank() || scheme.isBlank() || meaning.isBlank()) {
      throw new IllegalArgumentException("a coded concept needs value, scheme and meaning");
    }
  }
}
