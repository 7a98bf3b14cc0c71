package org.hilum.imaging.vocabulary;

/**
 * Which dictionary a code is taken from, with what a DICOM object says of it in the Coding Scheme
 * Identification Sequence (0008,0110).
 *
 * <p>Source: PS3.16 section 8, table 8-1.
 */
public enum CodingScheme {
  SCT("SCT", "2.16.840.1.113883.6.96", "SNOMED CT"),
  DCM("DCM", "1.2.840.10008.2.16.4", "DICOM Controlled Terminology"),
  UCUM("UCUM", "2.16.840.1.113883.6.8", "Unified Code for Units of Measure"),
  LN("LN", "2.16.840.1.113883.6.1", "LOINC"),
  /** Ours; a designator that begins with 99 is private (PS3.16 section 8.2). No UID is assigned. */
  HILUM("99HILUM", "", "Hilum measurements and scores");

  private final String designator;
  private final String uid;
  private final String title;

  CodingScheme(String designator, String uid, String title) {
    this.designator = designator;
    this.uid = uid;
    this.title = title;
  }

  /** Coding Scheme Designator (0008,0102). */
  public String designator() {
    return designator;
  }

  /** Coding Scheme UID (0008,010C); empty when the scheme has none. */
  public String uid() {
    return uid;
  }

  /** Coding Scheme Name (0008,0115). */
  public String title() {
    return title;
  }
}
