package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.FrameBytes;
import org.hilum.imaging.dicom.FrameExtractor;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Fetches the pixels of frames: WADO-RS (PS3.18 10.4). */
@RestController
public class FrameController {

  private static final int LONGEST_LIST = 16 * 1024;

  private final Viewing viewing;

  public FrameController(Archive archive, AuditTrail trail) {
    this.viewing = new Viewing(archive, trail);
  }

  /** Frames by their numbers, from 1, parted by commas. */
  @GetMapping("/dicomweb/studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
  @PreAuthorize("hasAuthority('VIEW_IMAGES')")
  public void frames(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      @PathVariable("series") String series,
      @PathVariable("instance") String instance,
      @PathVariable("frames") String frames,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var numbers = numbers(frames);
    var accepted = Accepted.of(request);
    var kept = viewing.instance(Place.of(study, series, instance), person, request);
    var form = FrameForms.of(accepted, kept.transferSyntax(), numbers.length);
    if (!Viewing.isKnown(List.of(kept), request, response)) {
      send(kept, numbers, form, response);
    }
  }

  static int[] numbers(String list) {
    if (list.length() > LONGEST_LIST || !list.matches("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*")) {
      throw DicomWebException.malformed("frames are numbers from 1 on, parted by commas", "frames");
    }
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static void send(
      ArchivedInstance kept, int[] numbers, FrameForms form, HttpServletResponse response)
      throws IOException {
    var object = Viewing.open(kept, DicomReader.Depth.WHOLE);
    int frames = FrameExtractor.frames(object.dataSet());
    for (int number : numbers) {
      if (number > frames) {
        throw DicomWebException.notHere("the object has no such frame", "frame " + number);
      }
    }
    if (!form.isMultipart()) {
      var bytes = bytes(object, numbers[0], form);
      response.setContentType(form.type());
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
      return;
    }
    var boundary = MultipartOutput.newBoundary();
    var first = bytes(object, numbers[0], form);
    response.setContentType(MultipartOutput.contentType(bare(form.type()), boundary));
    var parts = new MultipartOutput(boundary, response.getOutputStream());
    for (int n = 0; n < numbers.length; n++) {
      var bytes = n == 0 ? first : bytes(object, numbers[n], form);
      parts.part(form.type(), bytes.length).write(bytes);
    }
    parts.end();
  }

  private static String bare(String type) {
    return type.substring(0, type.indexOf(';'));
  }

  private static byte[] bytes(DicomObject object, int number, FrameForms form) {
    var taken =
        form.isAsKept()
            ? FrameExtractor.kept(object, number - 1)
            : FrameExtractor.uncompressed(object, number - 1);
    return switch (taken) {
      case FrameBytes.Taken(var bytes) -> bytes;
      case FrameBytes.NotTaken(var reason) ->
          throw DicomWebException.notAcceptable(reason.code().code() + " " + reason.message());
    };
  }
}
