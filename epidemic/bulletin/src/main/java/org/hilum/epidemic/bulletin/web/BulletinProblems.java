package org.hilum.epidemic.bulletin.web;

import org.hilum.epidemic.bulletin.BulletinReason;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says refusals as problems (RFC 9457) with a code. */
abstract class BulletinProblems {

  /** A refusal in words, each of its reasons beside. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> refused(BulletinRefusal refusal) {
    var problem = ProblemDetail.forStatusAndDetail(status(refusal.reason()), words(refusal));
    problem.setProperty("code", refusal.reason().code());
    if (!refusal.reasons().isEmpty()) {
      problem.setProperty("reasons", refusal.reasons());
    }
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static String words(BulletinRefusal refusal) {
    var words = refusal.getMessage();
    return words == null ? refusal.reason().meaning() : words;
  }

  private static HttpStatus status(BulletinReason reason) {
    return switch (reason) {
      case NO_BULLETIN -> HttpStatus.NOT_FOUND;
      case COUNTS_REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case REQUEST_MALFORMED -> HttpStatus.BAD_REQUEST;
    };
  }
}
