package org.hilum.imaging.signing.web;

import org.hilum.imaging.signing.SigningReason;
import org.hilum.imaging.signing.SigningRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says refusals as problems (RFC 9457) with a code; a conflict with who changed what, and when. */
abstract class ReportProblems {

  /** A refusal in words. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> refused(SigningRefusal refusal) {
    var problem = problem(refusal.reason(), refusal.words());
    refusal
        .now()
        .ifPresent(
            now -> {
              problem.setProperty("revision", now.revision());
              problem.setProperty("state", now.state());
              problem.setProperty("by", now.by());
              problem.setProperty("at", now.at());
            });
    var answer = ResponseEntity.status(problem.getStatus());
    if (refusal.waitSeconds() > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.waitSeconds()));
    }
    return answer.body(problem);
  }

  /** A body that is no JSON, or not of the shape that is wanted. */
  @ExceptionHandler
  public ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failed) {
    var problem =
        problem(SigningReason.REQUEST_MALFORMED, "the body of the request is not understood");
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemDetail problem(SigningReason reason, String words) {
    var problem = ProblemDetail.forStatusAndDetail(status(reason), words);
    problem.setProperty("code", reason.code());
    return problem;
  }

  /** A wrong password is no 401, which would mean that the session is over. */
  private static HttpStatus status(SigningReason reason) {
    return switch (reason) {
      case NO_SUCH_CASE -> HttpStatus.NOT_FOUND;
      case REQUEST_MALFORMED -> HttpStatus.BAD_REQUEST;
      case CHANGED_MEANWHILE, NOT_IN_THIS_STATE, NOTHING_TO_REST_ON, NEWER_RESULT ->
          HttpStatus.CONFLICT;
      case NOTHING_TO_SIGN,
          WRONG_PASSWORD,
          SIGNS_ON_ELSEWHERE,
          NO_RADIOLOGIST,
          NO_IMAGE_OF_THE_STUDY ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_MANY_TRIES -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }
}
