package org.hilum.imaging.correction.web;

import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says refusals as problems (RFC 9457) with a code. */
abstract class CorrectionProblems {

  /** A refusal in words. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> refused(CorrectionRefusal refusal) {
    return problem(refusal.reason(), refusal.words());
  }

  /** A body that is no JSON, or not of the shape that is wanted. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failed) {
    return problem(CorrectionReason.STEP_UNCLEAR, "the body of the request is not understood");
  }

  /** A parameter that is no number. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> unreadable(MethodArgumentTypeMismatchException failed) {
    return problem(
        CorrectionReason.STEP_UNCLEAR, "the parameter " + failed.getName() + " is not a number");
  }

  private static ResponseEntity<ProblemDetail> problem(CorrectionReason reason, String words) {
    var problem = ProblemDetail.forStatusAndDetail(status(reason), words);
    problem.setProperty("code", reason.code());
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static HttpStatus status(CorrectionReason reason) {
    return switch (reason) {
      case NOT_ON_THE_LIST, NO_CONSENT -> HttpStatus.NOT_FOUND;
      case NO_READING,
          CHANGED_MEANWHILE,
          READING_REPLACED,
          NOTHING_TO_UNDO,
          NOTHING_CORRECTED,
          NOT_IN_FORCE ->
          HttpStatus.CONFLICT;
      case NO_EFFECT, NO_SUCH_LESION, NOT_PARTED, TWO_LUNGS, NOT_OPENED ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case NOT_YOURS -> HttpStatus.FORBIDDEN;
      case STEP_UNCLEAR -> HttpStatus.BAD_REQUEST;
    };
  }
}
