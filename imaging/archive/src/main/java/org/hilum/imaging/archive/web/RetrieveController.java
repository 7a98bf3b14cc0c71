package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.DicomJson;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fetches whole objects and their metadata: WADO-RS (PS3.18 10.4). */
@RestController
@RequestMapping("/dicomweb/studies/{study}")
public class RetrieveController {

  private static final String MAY_SEE = "hasAuthority('VIEW_IMAGES')";
  private static final String SERIES = "/series/{series}";
  private static final String INSTANCE = "/series/{series}/instances/{instance}";

  private final Viewing viewing;

  public RetrieveController(Archive archive, AuditTrail trail) {
    this.viewing = new Viewing(archive, trail);
  }

  /** All objects of a study. */
  @GetMapping
  @PreAuthorize(MAY_SEE)
  public void study(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    objects(Place.of(study, null, null), person, request, response);
  }

  /** All objects of a series. */
  @GetMapping(SERIES)
  @PreAuthorize(MAY_SEE)
  public void series(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    objects(Place.of(study, series, null), person, request, response);
  }

  /** One object. */
  @GetMapping(INSTANCE)
  @PreAuthorize(MAY_SEE)
  public void instance(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    objects(Place.of(study, series, instance), person, request, response);
  }

  private void objects(
      Place place, Person person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var accepted = Accepted.of(request);
    var instances = viewing.instances(place, person, request);
    var forms = ObjectForms.of(accepted, !place.instance().isEmpty());
    if (!Viewing.isKnown(instances, request, response)) {
      new ObjectOutput(response, forms).send(instances);
    }
  }

  /** Attributes of all objects of a study. */
  @GetMapping("/metadata")
  @PreAuthorize(MAY_SEE)
  public void metadataOfStudy(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    metadata(Place.of(study, null, null), person, request, response);
  }

  /** Attributes of all objects of a series. */
  @GetMapping(SERIES + "/metadata")
  @PreAuthorize(MAY_SEE)
  public void metadataOfSeries(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    metadata(Place.of(study, series, null), person, request, response);
  }

  /** Attributes of one object. */
  @GetMapping(INSTANCE + "/metadata")
  @PreAuthorize(MAY_SEE)
  public void metadataOfInstance(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    metadata(Place.of(study, series, instance), person, request, response);
  }

  private void metadata(
      Place place, Person person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var type = Accepted.of(request).json();
    var instances = viewing.instances(place, person, request);
    if (Viewing.isKnown(instances, request, response)) {
      return;
    }
    response.setContentType(type.toString());
    var base = Base.of(request);
    var json = new DicomJson(response.getOutputStream());
    for (var instance : instances) {
      var header = Viewing.open(instance, DicomReader.Depth.HEADER).dataSet();
      json.add(BulkValues.withPixels(header), BulkValues.of(instance, base));
    }
    json.end();
  }

  /** One value of an object, which its metadata gave the address of. */
  @GetMapping(INSTANCE + "/bulkdata/{*path}")
  @PreAuthorize(MAY_SEE)
  public void bulkData(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      @PathVariable("path") String path,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var form = BytesForm.of(Accepted.of(request));
    var kept = viewing.instance(Place.of(study, series, instance), person, request);
    if (!Viewing.isKnown(List.of(kept), request, response)) {
      form.send(BulkBytes.of(kept, path.substring(1)), response);
    }
  }
}
