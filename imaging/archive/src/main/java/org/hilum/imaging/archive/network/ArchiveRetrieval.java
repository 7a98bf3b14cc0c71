package org.hilum.imaging.archive.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveDimse.Destinations;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.CallerInstitution;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.RetrieveService;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which files of the archive another application entity asked for (C-MOVE, C-GET). */
public final class ArchiveRetrieval implements RetrieveService {

  private static final int MOST_STUDIES = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveRetrieval.class);

  private final Archive archive;
  private final Caller caller;
  private final Destinations destinations;

  public ArchiveRetrieval(
      Archive archive, CallerInstitution callers, Destinations destinations, AuditTrail trail) {
    this.archive = archive;
    this.caller = new Caller(callers, trail);
    this.destinations = destinations;
  }

  @Override
  public Optional<CallSettings> destination(String moveDestination, QueryRequest request) {
    var found = destinations.of(moveDestination, request.callingTitle());
    if (found.isEmpty()) {
      caller.recordRefused(request, moveDestination);
    }
    return found;
  }

  @Override
  public List<SendableObject> retrieve(QueryRequest request) throws QueryRefusedException {
    var institution = caller.institution(request, Action.EXPORT);
    try {
      var instances = instances(request, Visibility.of(institution));
      caller.record(
          request, Action.EXPORT, institution, studies(instances), words(request, instances));
      return instances.stream().map(ArchiveRetrieval::sendable).toList();
    } catch (MalformedValueException malformed) {
      throw Refusals.notOfItsModel(Tag.name(malformed.tag()) + " cannot be read");
    } catch (RuntimeException failed) {
      LOG.warn("a retrieval by {} failed", request.callingTitle(), failed);
      throw failed;
    }
  }

  private static String words(QueryRequest request, List<ArchivedInstance> instances) {
    var to = request.destination().isEmpty() ? "the caller" : request.destination();
    return instances.size() + " objects to " + to;
  }

  private List<ArchivedInstance> instances(QueryRequest request, Visibility visibility)
      throws QueryRefusedException {
    var keys = request.identifier();
    var level = AskedLevel.of(request);
    var instances = new ArrayList<ArchivedInstance>();
    for (var selection : selections(level, keys, visibility)) {
      instances.addAll(archive.instances(selection, visibility));
    }
    return instances;
  }

  private List<InstanceSelection> selections(QueryLevel level, DataSet keys, Visibility visibility)
      throws QueryRefusedException {
    var studies = uids(keys, Tag.STUDY_INSTANCE_UID);
    return switch (level) {
      case PATIENT ->
          studiesOf(required(keys), visibility).stream().map(InstanceSelection::study).toList();
      case STUDY -> needed(level, studies).stream().map(InstanceSelection::study).toList();
      case SERIES -> {
        var series = needed(level, uids(keys, Tag.SERIES_INSTANCE_UID));
        yield List.of(new InstanceSelection(only(studies), series, Set.of()));
      }
      case INSTANCE -> {
        var images = needed(level, uids(keys, Tag.SOP_INSTANCE_UID));
        var series = uids(keys, Tag.SERIES_INSTANCE_UID);
        yield List.of(new InstanceSelection(only(studies), series, images));
      }
    };
  }

  /** Patient ID, which in a retrieval is one value and no pattern. */
  private static String required(DataSet keys) throws QueryRefusedException {
    var id = keys.text(Tag.PATIENT_ID).orElse("");
    if (id.isBlank() || id.contains("*") || id.contains("?")) {
      throw Refusals.notOfItsModel("a retrieval needs one Patient ID");
    }
    return id;
  }

  private List<Uid> studiesOf(String patientId, Visibility visibility)
      throws QueryRefusedException {
    var key = new MatchingKey(Tag.PATIENT_ID, patientId);
    var query =
        new ArchiveQuery(QueryLevel.STUDY, List.of(key), false, 0, MOST_STUDIES + 1, visibility);
    var found = archive.search(query);
    if (found.size() > MOST_STUDIES) {
      throw Refusals.tooMany("more than " + MOST_STUDIES + " studies: ask for them one by one");
    }
    return found.stream().flatMap(study -> study.uid(Tag.STUDY_INSTANCE_UID).stream()).toList();
  }

  private static Set<Uid> uids(DataSet keys, int tag) throws QueryRefusedException {
    var texts = keys.texts(tag).stream().filter(text -> !text.isEmpty()).toList();
    for (var text : texts) {
      if (!Uid.isWellFormed(text)) {
        throw Refusals.notOfItsModel(Tag.name(tag) + " is no UID");
      }
    }
    return texts.stream().map(Uid::new).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Uid> needed(QueryLevel level, Set<Uid> uids) throws QueryRefusedException {
    if (uids.isEmpty()) {
      throw Refusals.notOfItsModel("a retrieval needs " + Tag.name(AskedLevel.uniqueKey(level)));
    }
    return uids;
  }

  private static Optional<Uid> only(Set<Uid> studies) throws QueryRefusedException {
    if (studies.size() > 1) {
      throw Refusals.notOfItsModel("one study at a time below the level of studies");
    }
    return studies.stream().findFirst();
  }

  private static List<String> studies(List<ArchivedInstance> instances) {
    return instances.stream().map(each -> each.studyInstanceUid().value()).distinct().toList();
  }

  private static SendableObject sendable(ArchivedInstance instance) {
    return SendableObject.kept(
        instance.file(),
        instance.sopClassUid(),
        instance.sopInstanceUid(),
        new Uid(instance.transferSyntax()));
  }
}
