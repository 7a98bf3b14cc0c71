package org.hilum.imaging.reporting;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;

/**
 * Under which identifiers the objects of a report are written, and what they refer to.
 *
 * @param evidence objects of the reading that the report rests on
 * @param predecessor the structured report that this one takes the place of
 */
public record ReportObjects(
    Uid document,
    Uid documentSeries,
    Uid page,
    Uid pageSeries,
    List<Reference> evidence,
    Optional<Reference> predecessor) {

  /** SOP class of the structured report: Basic Text SR Storage. */
  public static final Uid DOCUMENT_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.88.11");

  /** SOP class of the page: Encapsulated PDF Storage. */
  public static final Uid PAGE_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.104.1");

  public ReportObjects {
    evidence = List.copyOf(evidence);
  }

  /** An object of the same study. */
  public record Reference(Uid series, Uid sopClass, Uid instance) {}
}
