package org.hilum.platform.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page in which ways people can sign in. */
@RestController
@RequestMapping("/api/session/ways")
public class SignOnController {

  private final SignOnSettings settings;

  public SignOnController(SignOnSettings settings) {
    this.settings = settings;
  }

  /**
   * The ways there are.
   *
   * @param signOn where the page sends the browser for the house's sign-on; absent without one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ways(boolean password, @Nullable String signOn) {}

  /** The ways there are. */
  @GetMapping
  @PreAuthorize("permitAll()")
  public Ways ways() {
    return new Ways(true, settings.isOn() ? HouseSignOn.BEGINNING : null);
  }
}
