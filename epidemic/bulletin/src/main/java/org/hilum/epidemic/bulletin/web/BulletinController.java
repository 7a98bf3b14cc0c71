package org.hilum.epidemic.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.hilum.epidemic.bulletin.BulletinDesk;
import org.hilum.epidemic.bulletin.BulletinFiles;
import org.hilum.epidemic.bulletin.BulletinJson;
import org.hilum.epidemic.bulletin.BulletinPdf;
import org.hilum.epidemic.bulletin.BulletinReason;
import org.hilum.epidemic.bulletin.BulletinWorker;
import org.hilum.epidemic.bulletin.CountSource;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Person;
import org.hilum.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bulletins for programs, and counts that are sent in. */
@RestController
@RequestMapping("/api/epidemic")
public class BulletinController extends BulletinProblems {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final BulletinDoor door;
  private final Jobs jobs;

  /** A page of paper takes memory and a second; one at a time. */
  private final Semaphore press = new Semaphore(1);

  public BulletinController(BulletinDoor door, Jobs jobs) {
    this.door = door;
    this.jobs = jobs;
  }

  /** How each source stands. */
  @GetMapping("/sources")
  @PreAuthorize("hasAuthority('VIEW_EPIDEMIC')")
  public List<CountSource> sources() {
    return door.desk().standing();
  }

  /** The newest bulletin as JSON. */
  @GetMapping("/{source}/bulletin.json")
  @PreAuthorize("hasAuthority('VIEW_EPIDEMIC')")
  public ResponseEntity<byte[]> json(
      @AuthenticationPrincipal Person person,
      @PathVariable("source") String source,
      @RequestParam(name = "place", required = false) @Nullable String place,
      HttpServletRequest request)
      throws BulletinRefusal, IOException {
    var json = BulletinJson.of(door.bulletin(source, place));
    door.record(person, request, Action.EXPORT, true, "bulletin " + source + " JSON");
    return file(json, BulletinFiles.JSON, MediaType.APPLICATION_JSON);
  }

  /** The newest forecasts of all places in the hubs' CSV. */
  @GetMapping("/{source}/forecasts.csv")
  @PreAuthorize("hasAuthority('VIEW_EPIDEMIC')")
  public ResponseEntity<byte[]> csv(
      @AuthenticationPrincipal Person person,
      @PathVariable("source") String source,
      HttpServletRequest request)
      throws BulletinRefusal, IOException {
    var csv = kept(source, BulletinFiles.FORECASTS);
    door.record(person, request, Action.EXPORT, true, "bulletin " + source + " CSV");
    return file(csv, BulletinFiles.FORECASTS, CSV);
  }

  /** The newest bulletin on paper: {@code en} or {@code zh}. */
  @GetMapping("/{source}/report-{language}.pdf")
  @PreAuthorize("hasAuthority('VIEW_EPIDEMIC')")
  public ResponseEntity<byte[]> pdf(
      @AuthenticationPrincipal Person person,
      @PathVariable("source") String source,
      @PathVariable("language") String word,
      @RequestParam(name = "place", required = false) @Nullable String place,
      HttpServletRequest request)
      throws BulletinRefusal, IOException, InterruptedException {
    var language =
        Arrays.stream(Language.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow(() -> BulletinRefusal.malformed("The language is en or zh."));
    var name = BulletinFiles.report(language);
    boolean isAll = place == null || place.isEmpty();
    var pdf = isAll ? kept(source, name) : printed(source, place, language);
    door.record(person, request, Action.EXPORT, true, "bulletin " + source + " PDF");
    return file(pdf, name, MediaType.APPLICATION_PDF);
  }

  private byte[] printed(String source, @Nullable String place, Language language)
      throws BulletinRefusal, IOException, InterruptedException {
    var bulletin = door.bulletin(source, place);
    press.acquire();
    try {
      return BulletinPdf.of(bulletin, language);
    } finally {
      press.release();
    }
  }

  private byte[] kept(String source, String name) throws BulletinRefusal, IOException {
    Path file = door.desk().file(source, name).orElseThrow(BulletinRefusal::none);
    return Files.readAllBytes(file);
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .body(bytes);
  }

  /**
   * Counts that were taken.
   *
   * @param isNew false when the same counts were there already
   * @param remarks what is unusual about them
   */
  public record TakenAnswer(String source, LocalDate day, boolean isNew, List<String> remarks) {}

  /** Takes a zip with the files of a vintage as known on a day; a bulletin follows. */
  @PutMapping("/{source}/vintages/{day}")
  @PreAuthorize("hasAuthority('SEND_COUNTS')")
  public TakenAnswer take(
      @AuthenticationPrincipal Person person,
      @PathVariable("source") String source,
      @PathVariable("day") String day,
      InputStream body,
      HttpServletRequest request)
      throws BulletinRefusal, IOException {
    if (!BulletinDesk.isName(source)) {
      throw BulletinRefusal.malformed(
          "A source is called by at most 60 lower-case letters, digits and hyphens.");
    }
    var what = "counts " + source + " " + day(day);
    switch (delivered(source, day(day), body)) {
      case BulletinDesk.Delivery.Taken taken -> {
        door.record(person, request, Action.CHANGE, true, what);
        jobs.submit(BulletinWorker.wish(source));
        return new TakenAnswer(
            source,
            taken.day(),
            taken.isNew(),
            taken.remarks().stream().map(Object::toString).toList());
      }
      case BulletinDesk.Delivery.Refused refused -> {
        door.record(person, request, Action.CHANGE, false, what);
        var reason = BulletinReason.COUNTS_REFUSED;
        throw new BulletinRefusal(reason, reason.meaning(), refused.reasons());
      }
    }
  }

  private BulletinDesk.Delivery delivered(String source, LocalDate day, InputStream body)
      throws BulletinRefusal, IOException {
    try {
      return door.desk().take(source, day, body);
    } catch (ZipException broken) {
      throw BulletinRefusal.malformed("The body is not a zip of counts: " + broken.getMessage());
    }
  }

  private static LocalDate day(String day) throws BulletinRefusal {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException notADay) {
      throw BulletinRefusal.malformed("A day is written yyyy-mm-dd.");
    }
  }
}
