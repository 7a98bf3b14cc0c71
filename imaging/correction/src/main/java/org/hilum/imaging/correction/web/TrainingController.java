package org.hilum.imaging.correction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.Corrections;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Person;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrected cases for training, over HTTP. */
@RestController
@RequestMapping("/api/corrections")
public class TrainingController extends CorrectionProblems {

  private final Corrections corrections;
  private final CorrectionDoor door;

  public TrainingController(Corrections corrections, CorrectionDoor door) {
    this.corrections = corrections;
    this.door = door;
  }

  /** Corrected cases with consent: of the house all, of another institution its own. */
  @GetMapping("/export")
  @PreAuthorize("hasAuthority('MANAGE_SETTINGS')")
  public void export(
      @AuthenticationPrincipal Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws CorrectionRefusal, IOException {
    Predicate<String> institutions =
        code ->
            person.institution().equals(Institutions.HOUSE) || code.equals(person.institution());
    var cases = corrections.training();
    if (!cases.has(institutions)) {
      throw new CorrectionRefusal(
          CorrectionReason.NO_CONSENT, "no corrected case may be used for training");
    }
    var from = Optional.ofNullable(request.getRemoteAddr()).orElse("");
    Attachment.begin(response, "application/zip", "corrections.zip");
    cases.write(institutions, response.getOutputStream(), key -> door.handedOut(person, from, key));
  }
}
