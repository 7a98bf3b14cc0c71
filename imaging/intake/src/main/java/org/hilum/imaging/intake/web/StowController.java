package org.hilum.imaging.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomJson;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Takes objects in: STOW-RS (PS3.18 10.5). Each is safe before the answer names it. */
@RestController
public class StowController {

  private static final String MAY_SEND = "hasAuthority('SEND_IMAGES')";
  private static final String JSON = "application/dicom+json";
  private static final String XML = "application/dicom+xml";

  private final InstanceReceiver receiver;
  private final AuditTrail trail;
  private final StowLimits limits;

  public StowController(InstanceReceiver receiver, AuditTrail trail, StowLimits limits) {
    this.receiver = receiver;
    this.trail = trail;
    this.limits = limits;
  }

  /** Objects of any studies. */
  @PostMapping("/dicomweb/studies")
  @PreAuthorize(MAY_SEND)
  public @Nullable ResponseEntity<ProblemDetail> store(
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return take("", person, request, response).orElse(null);
  }

  /** Objects of one study; those of others are turned away. */
  @PostMapping("/dicomweb/studies/{study}")
  @PreAuthorize(MAY_SEND)
  public @Nullable ResponseEntity<ProblemDetail> storeOfStudy(
      @AuthenticationPrincipal Person person,
      @PathVariable("study") String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return (Uid.isWellFormed(study)
            ? take(study, person, request, response)
            : Optional.of(
                problem(
                    HttpStatus.BAD_REQUEST,
                    Reason.of(IntakeReason.REQUEST_MALFORMED, "the address names no study"))))
        .orElse(null);
  }

  private Optional<ResponseEntity<ProblemDetail>> take(
      String study, Person person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked = StowRequest.of(request.getContentType());
    var form = form(request.getHeader("Accept"));
    if (asked.isEmpty() || request.getHeader("Content-Encoding") != null) {
      return Optional.of(
          problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              Reason.of(
                  IntakeReason.NOT_MULTIPART,
                  "objects come as multipart/related; type=\"application/dicom\" with a boundary,"
                      + " or one as application/dicom")));
    }
    if (form.isEmpty()) {
      return Optional.of(
          problem(
              HttpStatus.NOT_ACCEPTABLE,
              Reason.of(IntakeReason.REQUEST_MALFORMED, "the answer is " + JSON + " or " + XML)));
    }
    var base = ServletUriComponentsBuilder.fromContextPath(request).path("/dicomweb");
    var outcome = new StowOutcome(base.toUriString());
    var sender =
        new Sender(
            person.institution(), person.account(), Channel.STOW, "stow:" + UUID.randomUUID());
    var brokenOff =
        new StowReading(receiver, limits, sender, study, outcome)
            .read(request.getInputStream(), asked.get());
    trace(person, request, outcome);
    return answer(outcome, brokenOff, form.get(), response);
  }

  /** JSON, which is the standard's default, or XML for those who take only that. */
  private static Optional<String> form(@Nullable String accept) {
    var taken = accept == null ? "*/*" : accept.toLowerCase(Locale.ROOT);
    if (taken.contains("json") || taken.contains("*/*") || taken.contains("application/*")) {
      return Optional.of(JSON);
    }
    return taken.contains(XML) ? Optional.of(XML) : Optional.empty();
  }

  private static Optional<ResponseEntity<ProblemDetail>> answer(
      StowOutcome outcome, Optional<Reason> brokenOff, String form, HttpServletResponse response)
      throws IOException {
    if (outcome.isEmpty()) {
      var reason =
          brokenOff.orElseGet(
              () -> Reason.of(IntakeReason.PARTS_BROKEN, "the request brings no object"));
      return Optional.of(problem(status(reason), reason));
    }
    response.setStatus(brokenOff.map(reason -> status(reason).value()).orElseGet(outcome::status));
    brokenOff.ifPresent(
        reason -> response.setHeader("Warning", "299 hilum \"%s\"".formatted(reason)));
    write(outcome.dataSet(brokenOff), form, response);
    return Optional.empty();
  }

  private static HttpStatus status(Reason reason) {
    return switch (reason.code()) {
      case IntakeReason.REQUEST_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case IntakeReason.STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
      case IntakeReason.NOT_KEPT -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  private static void write(DataSet answer, String form, HttpServletResponse response)
      throws IOException {
    response.setContentType(form);
    if (form.equals(XML)) {
      response.getOutputStream().write(NativeXml.of(answer).getBytes(StandardCharsets.UTF_8));
      return;
    }
    DicomJson.writeOne(answer, DicomJson.BulkData.NONE, response.getOutputStream());
  }

  private void trace(Person person, HttpServletRequest request, StowOutcome outcome) {
    trail.record(
        new AuditEntry(
            AuditEntry.Action.RECEIVE,
            person.account(),
            person.institution(),
            request.getRemoteAddr(),
            "",
            outcome.studies(),
            outcome.acceptedCount() > 0,
            "STOW-RS: %d objects taken, %d turned away"
                .formatted(outcome.acceptedCount(), outcome.failedCount())));
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, Reason reason) {
    var problem = ProblemDetail.forStatusAndDetail(status, reason.message());
    problem.setProperty("code", reason.code().code());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
