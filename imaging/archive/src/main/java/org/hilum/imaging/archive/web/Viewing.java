package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.springframework.web.context.request.ServletWebRequest;

/** Finds what a person asks to see, records that it was asked for, and opens it. */
final class Viewing {

  private static final int TAG_DIGITS = 32;

  private final Archive archive;
  private final Traces traces;

  Viewing(Archive archive, AuditTrail trail) {
    this.archive = archive;
    this.traces = new Traces(trail);
  }

  /** The instances of a place, all with their files; refuses where there are none to be seen. */
  List<ArchivedInstance> instances(Place place, Person person, HttpServletRequest request) {
    var visibility = Visibility.of(person.institution());
    var instances = archive.instances(place.selection(), visibility);
    if (instances.isEmpty()) {
      throw DicomWebException.notHere("there is no such thing here", place.where());
    }
    traces.viewed(person, request, patientId(place, visibility), place, instances.size());
    for (var instance : instances) {
      if (!Files.isRegularFile(instance.file())) {
        throw DicomWebException.fileMissing(instance.sopInstanceUid().value());
      }
    }
    return instances;
  }

  ArchivedInstance instance(Place place, Person person, HttpServletRequest request) {
    return instances(place, person, request).getFirst();
  }

  private String patientId(Place place, Visibility visibility) {
    var study = List.of(new MatchingKey(Tag.STUDY_INSTANCE_UID, place.study()));
    return archive
        .search(new ArchiveQuery(QueryLevel.STUDY, study, false, 0, 1, visibility))
        .stream()
        .findFirst()
        .flatMap(found -> found.text(Tag.PATIENT_ID))
        .orElse("");
  }

  /** Opens an object, whole or its header. */
  static DicomObject open(ArchivedInstance instance, DicomReader.Depth depth) {
    try {
      if (DicomReader.read(instance.file(), depth) instanceof DicomParse.Parsed(var object)) {
        return object;
      }
    } catch (IOException unreadable) {
      // Said below, as for a damaged file.
    }
    throw DicomWebException.fileMissing(instance.sopInstanceUid().value());
  }

  /**
   * Says of what age an answer is, by the hashes of the content it is made of and by what was asked
   * for; true when the client has it already and nothing more is to be sent.
   */
  static boolean isKnown(
      List<ArchivedInstance> instances, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Accept");
    var latest =
        instances.stream().mapToLong(each -> each.receivedAt().toEpochMilli()).max().orElse(-1);
    return new ServletWebRequest(request, response)
        .checkNotModified(entityTag(instances, request), latest);
  }

  private static String entityTag(List<ArchivedInstance> instances, HttpServletRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      update(digest, request.getRequestURI());
      update(digest, request.getQueryString() == null ? "" : request.getQueryString());
      request.getHeaders("Accept").asIterator().forEachRemaining(each -> update(digest, each));
      for (var instance : instances) {
        // The name of the file is the hash of its content.
        update(digest, instance.file().getFileName().toString());
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
