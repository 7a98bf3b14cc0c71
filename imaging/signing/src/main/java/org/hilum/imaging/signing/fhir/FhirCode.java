package org.hilum.imaging.signing.fhir;

import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodingScheme;
import tools.jackson.databind.node.ObjectNode;

/** How a coded word of DICOM is written in FHIR. */
final class FhirCode {

  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/observation-category";

  /** Category of an Observation that was measured in images. */
  static final CodedConcept IMAGING = new CodedConcept("imaging", CATEGORIES, "Imaging");

  private FhirCode() {}

  /** Puts a word as the coding of a concept. */
  static void put(ObjectNode concept, CodedConcept word) {
    concept
        .putArray("coding")
        .addObject()
        .put("system", system(word.scheme()))
        .put("code", word.value())
        .put("display", word.meaning());
  }

  /** The URI by which FHIR knows a coding scheme; a URI stands for itself. */
  private static String system(String scheme) {
    for (var each : CodingScheme.values()) {
      if (each.designator().equals(scheme)) {
        return switch (each) {
          case SCT -> "http://snomed.info/sct";
          case DCM -> "http://dicom.nema.org/resources/ontology/DCM";
          case UCUM -> "http://unitsofmeasure.org";
          case LN -> "http://loinc.org";
          // Nobody registered it; private as its designator in DICOM is.
          case HILUM -> "urn:x-hilum:99HILUM";
        };
      }
    }
    return scheme;
  }
}
