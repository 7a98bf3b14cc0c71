package org.hilum.imaging.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistReason;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Person;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What readings and comparisons wrote, over HTTP. */
@RestController
@RequestMapping("/api/worklist/{institution}/{study}/results")
public class ResultController extends WorklistProblems {

  private static final int LONGEST_PATH = 500;

  private final Worklist worklist;
  private final CaseDoor door;

  public ResultController(Worklist worklist, CaseDoor door) {
    this.worklist = worklist;
    this.door = door;
  }

  /** The results of a case, newest first; those that were replaced too. */
  @GetMapping
  @PreAuthorize("hasAuthority('VIEW_RESULTS')")
  public List<ResultAnswer> results(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    door.done(person, request, Action.VIEW, entry, "results");
    return worklist.results(entry.key()).stream().map(ResultAnswer::of).toList();
  }

  /** A file of a result. */
  @GetMapping("/{id}/files/{*path}")
  @PreAuthorize("hasAuthority('VIEW_RESULTS')")
  public ResponseEntity<Resource> file(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @PathVariable("id") long id,
      @PathVariable("path") String path,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    var wanted = path.startsWith("/") ? path.substring(1) : path;
    if (wanted.length() > LONGEST_PATH || wanted.indexOf('\0') >= 0) {
      throw WorklistRefusal.unknown();
    }
    var file = worklist.resultFile(entry.key(), id, wanted).orElseThrow(WorklistRefusal::unknown);
    door.done(person, request, Action.VIEW, entry, "result " + id + ", " + file.path());
    return answer(file);
  }

  /** It is shown by a browser at most as what it is, and never as a page with rights here. */
  private static ResponseEntity<Resource> answer(ResultFile file) throws WorklistRefusal {
    if (!Files.isRegularFile(file.file())) {
      throw new WorklistRefusal(
          WorklistReason.FILE_GONE, "the file " + file.path() + " is gone from the disk");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .cacheControl(CacheControl.noStore())
        .body(new FileSystemResource(file.file()));
  }

  private static ContentDisposition disposition(ResultFile file) {
    var name = file.path().substring(file.path().lastIndexOf('/') + 1);
    var isShown =
        file.mediaType().equals("application/pdf") || file.mediaType().equals("image/png");
    return (isShown ? ContentDisposition.inline() : ContentDisposition.attachment())
        .filename(name, StandardCharsets.UTF_8)
        .build();
  }
}
