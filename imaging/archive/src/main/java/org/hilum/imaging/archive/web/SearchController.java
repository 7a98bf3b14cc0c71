package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomJson;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds studies, series and instances: QIDO-RS (PS3.18 10.6). */
@RestController
@RequestMapping("/dicomweb")
public class SearchController {

  private static final String MAY_SEE = "hasAuthority('VIEW_IMAGES')";

  private final Archive archive;
  private final Traces traces;

  public SearchController(Archive archive, AuditTrail trail) {
    this.archive = archive;
    this.traces = new Traces(trail);
  }

  /** Studies. */
  @GetMapping("/studies")
  @PreAuthorize(MAY_SEE)
  public void studies(
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.STUDY, Place.of(null, null, null), person, request, response);
  }

  /** Series of a study. */
  @GetMapping("/studies/{study}/series")
  @PreAuthorize(MAY_SEE)
  public void seriesOfStudy(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.SERIES, Place.of(study, null, null), person, request, response);
  }

  /** Series of all studies. */
  @GetMapping("/series")
  @PreAuthorize(MAY_SEE)
  public void series(
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.SERIES, Place.of(null, null, null), person, request, response);
  }

  /** Instances of a series. */
  @GetMapping("/studies/{study}/series/{series}/instances")
  @PreAuthorize(MAY_SEE)
  public void instancesOfSeries(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.INSTANCE, Place.of(study, series, null), person, request, response);
  }

  /** Instances of a study. */
  @GetMapping("/studies/{study}/instances")
  @PreAuthorize(MAY_SEE)
  public void instancesOfStudy(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.INSTANCE, Place.of(study, null, null), person, request, response);
  }

  /** Instances of all studies. */
  @GetMapping("/instances")
  @PreAuthorize(MAY_SEE)
  public void instances(
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(QueryLevel.INSTANCE, Place.of(null, null, null), person, request, response);
  }

  private void answer(
      QueryLevel level,
      Place place,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var type = Accepted.of(request).json();
    var asked = SearchRequest.of(level, place.keys(), request.getParameterMap());
    var found = archive.search(asked.query(Visibility.of(person.institution())));
    traces.searched(person, request, patientId(asked), place.study());
    response.setContentType(type.toString());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept");
    boolean areMore = found.size() > asked.most();
    if (areMore) {
      response.setHeader("Warning", more(asked));
    }
    write(areMore ? found.subList(0, asked.most()) : found, asked, request, response);
  }

  private static String patientId(SearchRequest asked) {
    return asked.keys().stream()
        .filter(key -> key.tag() == Tag.PATIENT_ID && !key.value().contains("*"))
        .map(MatchingKey::value)
        .findFirst()
        .orElse("");
  }

  private static String more(SearchRequest asked) {
    return "299 hilum \"There are more results than limit or server allow at once; ask again with"
        + " offset=%d.\"".formatted(asked.offset() + asked.most());
  }

  private static void write(
      List<DataSet> found,
      SearchRequest asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var base = Base.of(request);
    var json = new DicomJson(response.getOutputStream());
    for (var each : found) {
      json.add(told(each, asked, base), DicomJson.BulkData.NONE);
    }
    json.end();
  }

  private static DataSet told(DataSet found, SearchRequest asked, String base) {
    var told = DataSet.builder();
    for (var element : found.elements()) {
      if (asked.isTold(element.tag())) {
        told.put(element);
      }
    }
    return told.text(Tag.RETRIEVE_URL, Vr.UR, Place.address(base, found)).build();
  }
}
