package org.hilum.imaging.worklist.web;

import org.hilum.imaging.worklist.WorklistReason;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says refusals as problems (RFC 9457) with a code. */
abstract class WorklistProblems {

  /** A refusal in words. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> refused(WorklistRefusal refusal) {
    return problem(refusal.reason(), refusal.words());
  }

  /** A body that is no JSON, or not of the shape that is wanted. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failed) {
    return problem(WorklistReason.REQUEST_MALFORMED, "the body of the request is not understood");
  }

  /** A parameter that is no number. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> unreadable(MethodArgumentTypeMismatchException failed) {
    return problem(
        WorklistReason.REQUEST_MALFORMED, "the parameter " + failed.getName() + " is not a number");
  }

  private static ResponseEntity<ProblemDetail> problem(WorklistReason reason, String words) {
    var problem = ProblemDetail.forStatusAndDetail(status(reason), words);
    problem.setProperty("code", reason.code());
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static HttpStatus status(WorklistReason reason) {
    return switch (reason) {
      case NOT_ON_THE_LIST -> HttpStatus.NOT_FOUND;
      case HELD_BY_ANOTHER, NOT_NOW -> HttpStatus.CONFLICT;
      case NO_SUCH_PERSON -> HttpStatus.UNPROCESSABLE_CONTENT;
      case NOT_YOURS -> HttpStatus.FORBIDDEN;
      case FILE_GONE -> HttpStatus.GONE;
      case TOO_MANY_STREAMS -> HttpStatus.TOO_MANY_REQUESTS;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
