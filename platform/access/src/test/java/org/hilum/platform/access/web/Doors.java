package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors behind which things go wrong. */
@RestController
@RequestMapping("/api/doors")
public class Doors {

  static final String NAME = "Doe^Jane";

  @GetMapping("/thrown")
  @PreAuthorize("hasAuthority('VIEW_IMAGES')")
  public String thrown() {
    throw new IllegalStateException("of " + NAME, new SQLException("key " + NAME, "23505"));
  }

  @GetMapping("/answered")
  @PreAuthorize("hasAuthority('VIEW_IMAGES')")
  public ProblemDetail answered() {
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "of " + NAME);
  }

  @PostMapping({"/usual", "/large"})
  @PreAuthorize("hasAuthority('VIEW_IMAGES')")
  public int count(HttpServletRequest request) {
    try {
      return request.getInputStream().readAllBytes().length;
    } catch (IOException tooLong) {
      throw new UncheckedIOException(tooLong);
    }
  }
}
