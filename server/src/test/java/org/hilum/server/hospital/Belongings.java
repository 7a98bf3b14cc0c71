package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;

/** What one institution has, for another to try to reach. */
record Belongings(
    String study, String series, String instance, String upload, long account, long token) {

  private static final Set<String> TELLING = Set.of("study", "id");

  /** Brings something of each kind in. */
  static Belongings of(Visitor owner, long account, Path folder) throws IOException {
    var files = DrawnStudies.tiny("Doe^Jane", "BELONGS", LocalDate.of(2021, 3, 1), folder);
    for (var file : files) {
      Stow.send(owner, Files.readAllBytes(file)).good();
    }
    var parsed = (DicomParse.Parsed) DicomReader.read(files.getFirst(), DicomReader.Depth.HEADER);
    var header = parsed.object().dataSet();
    var upload =
        owner
            .post(
                "/api/uploads",
                Map.of("name", "u", "files", List.of(Map.of("path", "a.dcm", "bytes", 10))))
            .good()
            .json()
            .get("id")
            .asString();
    var token =
        owner
            .post(
                "/api/tokens", Map.of("name", "t", "permissions", Set.of("VIEW_IMAGES"), "days", 1))
            .good()
            .json()
            .at("/token/id")
            .asLong();
    return new Belongings(
        header.uid(Tag.STUDY_INSTANCE_UID).orElseThrow().value(),
        header.uid(Tag.SERIES_INSTANCE_UID).orElseThrow().value(),
        header.uid(Tag.SOP_INSTANCE_UID).orElseThrow().value(),
        upload,
        account,
        token);
  }

  /** Whether an endpoint is about one thing of an institution. */
  boolean concerns(Endpoint endpoint) {
    return endpoint.variables().stream().anyMatch(TELLING::contains);
  }

  String fill(Endpoint endpoint) {
    return endpoint.fill(variable -> value(endpoint.path(), variable));
  }

  private String value(String path, String variable) {
    return switch (variable) {
      case "study" -> study;
      case "series" -> series;
      case "instance" -> instance;
      case "institution" -> "main";
      case "frame", "frames" -> "1";
      case "file" -> "0";
      case "id" ->
          path.contains("/uploads")
              ? upload
              : path.contains("/accounts")
                  ? Long.toString(account)
                  : path.contains("/tokens") ? Long.toString(token) : "1";
      default -> "absent";
    };
  }
}
