package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.archive.QueryRefusedException;
import org.hilum.imaging.vocabulary.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals over DICOMweb as problems (RFC 9457) with their reason codes. */
@RestControllerAdvice(
    assignableTypes = {
      SearchController.class,
      RetrieveController.class,
      FrameController.class,
      PictureController.class
    })
public final class DicomWebProblems {

  private static final Logger LOG = LoggerFactory.getLogger(DicomWebProblems.class);

  /** A search that cannot be done. */
  @ExceptionHandler(QueryRefusedException.class)
  public ResponseEntity<ProblemDetail> refused(
      QueryRefusedException refused, HttpServletResponse response) {
    return answer(HttpStatus.BAD_REQUEST, refused.reasons(), refused, response);
  }

  /** Anything else that cannot be answered. */
  @ExceptionHandler(DicomWebException.class)
  public ResponseEntity<ProblemDetail> refused(
      DicomWebException refused, HttpServletResponse response) {
    if (refused.status().is5xxServerError()) {
      LOG.error("{}", refused.getMessage());
    }
    return answer(refused.status(), refused.reasons(), refused, response);
  }

  /** Once an answer has begun it can only be broken off, so that nobody takes it for whole. */
  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status,
      List<Reason> reasons,
      RuntimeException refused,
      HttpServletResponse response) {
    if (response.isCommitted()) {
      throw refused;
    }
    response.resetBuffer();
    var first = reasons.getFirst();
    var problem = ProblemDetail.forStatusAndDetail(status, sentence(first));
    problem.setProperty("code", first.code().code());
    problem.setProperty(
        "reasons",
        reasons.stream()
            .map(
                reason ->
                    Map.of(
                        "code", reason.code().code(),
                        "message", reason.message(),
                        "where", reason.where()))
            .toList());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String sentence(Reason reason) {
    return reason.where().isEmpty()
        ? reason.message()
        : reason.message() + " (" + reason.where() + ")";
  }
}
