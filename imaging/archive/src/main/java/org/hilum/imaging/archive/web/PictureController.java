package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.picture.Drawing;
import org.hilum.imaging.archive.picture.FramePicture;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.FrameExtractor;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows frames as pictures that any browser shows: WADO-RS rendered (PS3.18 10.4). */
@RestController
@RequestMapping("/dicomweb/studies/{study}")
public class PictureController {

  private static final String MAY_SEE = "hasAuthority('VIEW_IMAGES')";
  private static final String INSTANCE = "/series/{series}/instances/{instance}";

  /** Larger objects are not read whole for a picture of one frame. */
  private static final long LARGEST = 1L << 30;

  private final Viewing viewing;

  public PictureController(Archive archive, AuditTrail trail) {
    this.viewing = new Viewing(archive, trail);
  }

  /** The first frame of an object. */
  @GetMapping(INSTANCE + "/rendered")
  @PreAuthorize(MAY_SEE)
  public void instance(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = PictureRequest.of(request);
    var kept = viewing.instance(Place.of(study, series, instance), person, request);
    send(kept, 1, asked, request, response);
  }

  /** One frame of an object, by its number from 1. */
  @GetMapping(INSTANCE + "/frames/{frame}/rendered")
  @PreAuthorize(MAY_SEE)
  public void frame(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      @PathVariable("frame") String frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var numbers = FrameController.numbers(frame);
    if (numbers.length > 1) {
      throw DicomWebException.malformed("a picture shows one frame", "frame");
    }
    var asked = PictureRequest.of(request);
    var kept = viewing.instance(Place.of(study, series, instance), person, request);
    send(kept, numbers[0], asked, request, response);
  }

  /** An object, small. */
  @GetMapping(INSTANCE + "/thumbnail")
  @PreAuthorize(MAY_SEE)
  public void thumbnailOfInstance(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    thumbnail(Place.of(study, series, instance), person, request, response);
  }

  /** The middle of a series, small. */
  @GetMapping("/series/{series}/thumbnail")
  @PreAuthorize(MAY_SEE)
  public void thumbnailOfSeries(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    thumbnail(Place.of(study, series, null), person, request, response);
  }

  /** The middle of a study, small. */
  @GetMapping("/thumbnail")
  @PreAuthorize(MAY_SEE)
  public void thumbnailOfStudy(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    thumbnail(Place.of(study, null, null), person, request, response);
  }

  private void thumbnail(
      Place place, Person person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked = PictureRequest.of(request).small();
    var instances = viewing.instances(place, person, request);
    var middle = instances.get(instances.size() / 2);
    send(middle, Math.max(1, middle.frames() / 2), asked, request, response);
  }

  private static void send(
      ArchivedInstance kept,
      int number,
      PictureRequest asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (Viewing.isKnown(List.of(kept), request, response)) {
      return;
    }
    if (kept.bytes() > LARGEST) {
      throw DicomWebException.notAcceptable("the object is too large to be drawn");
    }
    var object = Viewing.open(kept, DicomReader.Depth.WHOLE);
    if (number > FrameExtractor.frames(object.dataSet())) {
      throw DicomWebException.notHere("the object has no such frame", "frame " + number);
    }
    switch (FramePicture.draw(object, number - 1, asked.window())) {
      case Drawing.NotDrawn(var reason) ->
          throw DicomWebException.notAcceptable(reason.code().code() + " " + reason.message());
      case Drawing.Drawn(var picture) -> {
        var bytes = asked.written(picture);
        response.setContentType(asked.type().toString());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
    }
  }
}
