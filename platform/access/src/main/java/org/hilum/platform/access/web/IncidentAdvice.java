package org.hilum.platform.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives a number to failures that the framework itself, or a handler, answers as such. */
@RestControllerAdvice
public class IncidentAdvice implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem
        && problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()
        && request instanceof ServletServerHttpRequest servlet) {
      number(problem, servlet.getServletRequest());
    }
    return body;
  }

  private static void number(ProblemDetail problem, HttpServletRequest request) {
    var properties = problem.getProperties();
    if (properties != null && properties.containsKey(Incidents.PROPERTY)) {
      return;
    }
    var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    var number = Incidents.note(request, thrown instanceof Throwable known ? known : null);
    problem.setProperty(Incidents.PROPERTY, number);
    if (properties == null || !properties.containsKey("code")) {
      problem.setDetail(Incidents.WORDS + number + ".");
    }
  }
}
