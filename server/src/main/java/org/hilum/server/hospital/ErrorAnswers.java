package org.hilum.server.hospital;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong before or after any handler as a problem that tells nothing inside. */
@RestController
class ErrorAnswers implements ErrorController {

  @RequestMapping("/error")
  @PreAuthorize("permitAll()")
  ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
    var told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var known = told instanceof Integer code ? HttpStatus.resolve(code) : null;
    var status = known == null ? HttpStatus.NOT_FOUND : known;
    var problem = ProblemDetail.forStatusAndDetail(status, words(status));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String words(HttpStatus status) {
    return status.is5xxServerError()
        ? "The server could not answer."
        : "The request cannot be answered: " + status.getReasonPhrase() + ".";
  }
}
