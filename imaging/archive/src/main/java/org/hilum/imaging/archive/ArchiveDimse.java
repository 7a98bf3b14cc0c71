package org.hilum.imaging.archive;

import java.util.Optional;
import org.hilum.imaging.archive.network.ArchiveFinding;
import org.hilum.imaging.archive.network.ArchiveRetrieval;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.QueryService;
import org.hilum.imaging.dicom.RetrieveService;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.platform.access.AuditTrail;

/**
 * The archive as other application entities ask it over DIMSE: C-FIND, C-MOVE and C-GET.
 *
 * @param callers which institution's studies each caller sees
 * @param trail where queries and what is sent away are recorded
 */
public record ArchiveDimse(Archive archive, CallerInstitution callers, AuditTrail trail) {

  /** Where objects can be moved to. */
  @FunctionalInterface
  public interface Destinations {
    /** How an application entity is called; empty when it is not known or the caller may not. */
    Optional<CallSettings> of(String moveDestination, String callingTitle);
  }

  /** Answers C-FIND. */
  public QueryService query() {
    return new ArchiveFinding(archive, callers, trail);
  }

  /** Answers C-MOVE and C-GET. */
  public RetrieveService retrieve(Destinations destinations) {
    return new ArchiveRetrieval(archive, callers, destinations, trail);
  }

  /** All that a listener provides, received objects going to a sink. */
  public DicomServices services(StoredObjectSink store, Destinations destinations) {
    return new DicomServices(store, Optional.of(query()), Optional.of(retrieve(destinations)));
  }
}
