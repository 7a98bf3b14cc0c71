package org.hilum.imaging.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.NotKeptException;
import org.hilum.imaging.intake.Uploads;
import org.hilum.imaging.intake.upload.UploadFile;
import org.hilum.imaging.intake.upload.UploadRefusal;
import org.hilum.imaging.intake.upload.Uploader;
import org.hilum.imaging.intake.web.UploadAnswer.FileAnswer;
import org.hilum.platform.access.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads of folders and archives over HTTP, each file resumable. */
@RestController
@RequestMapping("/api/uploads")
public class UploadController {

  private static final String MAY_SEND = "hasAuthority('SEND_IMAGES')";

  private final Uploads uploads;

  public UploadController(Uploads uploads) {
    this.uploads = uploads;
  }

  /** Begins an upload. */
  @PostMapping
  @PreAuthorize(MAY_SEND)
  public ResponseEntity<UploadAnswer> declare(
      @AuthenticationPrincipal Person person,
      @RequestBody UploadRequest body,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    var answer = UploadAnswer.whole(uploads.declare(who(person, request), body.declared()));
    return ResponseEntity.created(URI.create("/api/uploads/" + answer.id())).body(answer);
  }

  /** The uploads of the institution, newest first. */
  @GetMapping
  @PreAuthorize(MAY_SEND)
  public List<UploadAnswer> list(
      @AuthenticationPrincipal Person person, HttpServletRequest request) {
    return uploads.recent(who(person, request)).stream().map(UploadAnswer::line).toList();
  }

  /** One upload with every file and the studies it led to. */
  @GetMapping("/{id}")
  @PreAuthorize(MAY_SEND)
  public UploadAnswer upload(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") String id,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    return UploadAnswer.whole(uploads.upload(who(person, request), id));
  }

  /** How far a file is; HEAD answers in headers alone. */
  @GetMapping("/{id}/files/{file}")
  @PreAuthorize(MAY_SEND)
  public ResponseEntity<FileAnswer> file(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") String id,
      @PathVariable("file") int file,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    return answer(uploads.file(who(person, request), id, file));
  }

  /** Brings bytes of a file, beginning where those that are here end. */
  @PutMapping("/{id}/files/{file}")
  @PreAuthorize(MAY_SEND)
  public ResponseEntity<FileAnswer> receive(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") String id,
      @PathVariable("file") int file,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    var who = who(person, request);
    var delivery = DeliveryHeaders.read(request, uploads.file(who, id, file).bytes());
    return answer(uploads.receive(who, id, file, delivery));
  }

  private static ResponseEntity<FileAnswer> answer(UploadFile file) {
    return ResponseEntity.ok()
        .header("Upload-Offset", Long.toString(file.received()))
        .header("Upload-Length", Long.toString(file.bytes()))
        .header("Cache-Control", "no-store")
        .body(FileAnswer.of(file));
  }

  /** Says that nothing more comes; {@code without=true} ends it though files are missing. */
  @PostMapping("/{id}/finish")
  @PreAuthorize(MAY_SEND)
  public UploadAnswer finish(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") String id,
      @RequestParam(name = "without", defaultValue = "false") boolean without,
      HttpServletRequest request)
      throws IOException, UploadRefusal {
    return UploadAnswer.whole(uploads.finish(who(person, request), id, without));
  }

  /** Gives an upload up; what was taken stays. */
  @DeleteMapping("/{id}")
  @PreAuthorize(MAY_SEND)
  public ResponseEntity<Void> cancel(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") String id,
      HttpServletRequest request)
      throws UploadRefusal {
    uploads.cancel(who(person, request), id);
    return ResponseEntity.noContent().build();
  }

  private static Uploader who(Person person, HttpServletRequest request) {
    return new Uploader(person, request.getRemoteAddr());
  }

  /** A refusal in words. */
  @ExceptionHandler(UploadRefusal.class)
  public ResponseEntity<ProblemDetail> refused(UploadRefusal refusal) {
    var problem = ProblemDetail.forStatusAndDetail(status(refusal.code()), refusal.words());
    problem.setProperty("code", refusal.code().code());
    var answer = ResponseEntity.status(problem.getStatus());
    refusal
        .offset()
        .ifPresent(
            offset -> {
              problem.setProperty("offset", offset);
              answer.header("Upload-Offset", Long.toString(offset));
            });
    return answer.body(problem);
  }

  /** The server could not keep what came: the sender goes on later. */
  @ExceptionHandler(NotKeptException.class)
  public ResponseEntity<ProblemDetail> notKept(NotKeptException failed) {
    var reason = NotKeptException.reason(failed);
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, reason.message());
    problem.setProperty("code", reason.code().code());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(problem);
  }

  private static HttpStatus status(IntakeReason code) {
    return switch (code) {
      case UPLOAD_UNKNOWN -> HttpStatus.NOT_FOUND;
      case UPLOAD_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TOO_MANY_UPLOADS -> HttpStatus.TOO_MANY_REQUESTS;
      case CHECKSUM_DISAGREES -> HttpStatus.UNPROCESSABLE_CONTENT;
      case STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
      case REQUEST_MALFORMED, LINE_LOST -> HttpStatus.BAD_REQUEST;
      default -> HttpStatus.CONFLICT;
    };
  }
}
