package org.hilum.platform.access.fhir;

import java.util.List;

/** A code of a system, as FHIR writes it. */
record Coding(String system, String code, String display) {

  /** Codes that say the same thing. */
  record Concept(List<Coding> coding) {
    Concept(Coding one) {
      this(List.of(one));
    }
  }

  Concept concept() {
    return new Concept(this);
  }
}
