package org.hilum.platform.access.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A door that nobody guards. */
@RestController
public class OpenDoor {

  @GetMapping("/api/open")
  public String open() {
    return "";
  }
}
