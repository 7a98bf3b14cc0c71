package org.hilum.platform.access.fhir;

import java.util.List;
import org.hilum.platform.access.AuditEntry;

/**
 * Which shape of IHE's Basic Audit Log Patterns says what was done; where none does, DICOM's own
 * audit codes.
 *
 * <p>Source: IHE ITI BALP 1.1.4; DICOM PS3.16 CID 400 to 402.
 *
 * @param pattern name of the pattern for something without a patient; empty where there is none
 * @param patientPattern name of the pattern for something of a patient; empty where there is none
 * @param client role of the side that asks
 * @param server role of our side
 * @param user role of the person or program
 */
record BalpShape(
    String pattern,
    String patientPattern,
    String action,
    Coding type,
    List<Coding> subtypes,
    Coding client,
    Coding server,
    Coding user) {

  private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final Coding SOURCE = new Coding(DCM, "110153", "Source Role ID");
  private static final Coding DESTINATION = new Coding(DCM, "110152", "Destination Role ID");
  private static final Coding APPLICATION = new Coding(DCM, "110150", "Application");
  private static final Coding CUSTODIAN =
      new Coding(
          "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
          "custodian",
          "Custodian");
  private static final Coding RECIPIENT = participation("IRCP", "information recipient");
  private static final Coding AUTHOR = participation("AUT", "author (originator)");

  private static Coding participation(String code, String display) {
    return new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", code, display);
  }

  static BalpShape of(AuditEntry.Action action) {
    return switch (action) {
      case RECEIVE -> rest("Create", "C", "create", SOURCE, DESTINATION, AUTHOR);
      case CHANGE, READ_BY_NETWORK -> rest("Update", "U", "update", SOURCE, DESTINATION, AUTHOR);
      case DELETE -> rest("Delete", "D", "delete", APPLICATION, CUSTODIAN, AUTHOR);
      case VIEW -> rest("Read", "R", "read", DESTINATION, SOURCE, RECIPIENT);
      case QUERY -> rest("Query", "E", "search", SOURCE, DESTINATION, RECIPIENT);
      case EXPORT -> disclosure();
      case SIGN_IN -> dicom("110114", "User Authentication", "110122", "Login");
      case SIGN_OUT -> dicom("110114", "User Authentication", "110123", "Logout");
      case ADMINISTER ->
          dicom("110113", "Security Alert", "110137", "User Security Attributes Changed");
      case START -> dicom("110100", "Application Activity", "110120", "Application Start");
      case STOP -> dicom("110100", "Application Activity", "110121", "Application Stop");
    };
  }

  private static BalpShape rest(
      String pattern,
      String action,
      String interaction,
      Coding client,
      Coding server,
      Coding user) {
    var type =
        new Coding(
            "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation");
    var subtype = new Coding("http://hl7.org/fhir/restful-interaction", interaction, interaction);
    return new BalpShape(
        pattern, "Patient" + pattern, action, type, List.of(subtype), client, server, user);
  }

  /** What leaves the house, as its source sees it. */
  private static BalpShape disclosure() {
    return new BalpShape(
        "",
        "PrivacyDisclosure.Source",
        "R",
        new Coding(DCM, "110106", "Export"),
        List.of(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
                "disclose",
                "Disclose Record Lifecycle Event")),
        DESTINATION,
        SOURCE,
        RECIPIENT);
  }

  private static BalpShape dicom(String type, String typeWords, String subtype, String words) {
    return new BalpShape(
        "",
        "",
        "E",
        new Coding(DCM, type, typeWords),
        List.of(new Coding(DCM, subtype, words)),
        SOURCE,
        DESTINATION,
        AUTHOR);
  }
}
