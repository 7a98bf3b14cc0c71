package org.hilum.platform.jobs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Person;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.JobsReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue over HTTP: an institution sees its own jobs, the house all. */
@RestController
@RequestMapping("/api/jobs")
public class JobsController {

  private static final int MOST_JOBS = 1_000;
  private static final int LONGEST_WORDS = 500;

  private final Jobs jobs;
  private final AuditTrail trail;

  public JobsController(Jobs jobs, AuditTrail trail) {
    this.jobs = jobs;
    this.trail = trail;
  }

  /** Jobs in the order they will be begun; ended ones last, newest first. */
  @GetMapping
  @PreAuthorize("hasAuthority('VIEW_WORK')")
  public List<JobAnswer> list(
      @AuthenticationPrincipal Person person,
      @RequestParam(name = "kind", required = false) @Nullable Set<String> kind,
      @RequestParam(name = "state", required = false) @Nullable Set<String> state,
      @RequestParam(name = "institution", required = false) @Nullable Set<String> institution,
      @RequestParam(name = "most", defaultValue = "100") int most,
      HttpServletRequest request)
      throws JobRefusal {
    var found =
        jobs.jobs(
            new JobFilter(
                words(kind),
                isHouse(person) ? words(institution) : Set.of(person.institution()),
                states(state),
                Math.clamp(most, 1, MOST_JOBS)));
    record(person, request, Action.QUERY, List.of(), true, found.size() + " jobs");
    return found.stream().map(JobAnswer::of).toList();
  }

  /** One job with each time it was begun. */
  @GetMapping("/{id}")
  @PreAuthorize("hasAuthority('VIEW_WORK')")
  public JobAnswer.WithAttempts job(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      HttpServletRequest request)
      throws JobRefusal {
    var job = within(person, id, request);
    record(person, request, Action.VIEW, List.of("job:" + id), true, "");
    return new JobAnswer.WithAttempts(
        JobAnswer.of(job), jobs.attempts(id).stream().map(JobAnswer.AttemptAnswer::of).toList());
  }

  /** Why a job is called off. */
  public record Cancellation(@Nullable String words) {}

  /** Calls a job off. */
  @PostMapping("/{id}/cancel")
  @PreAuthorize("hasAuthority('MANAGE_WORK')")
  public JobAnswer cancel(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      @RequestBody(required = false) @Nullable Cancellation body,
      HttpServletRequest request)
      throws JobRefusal {
    within(person, id, request);
    var said = body == null || body.words() == null ? "" : body.words();
    if (said.length() > LONGEST_WORDS || said.indexOf('\0') >= 0) {
      throw new JobRefusal(JobsReason.REQUEST_MALFORMED, "words of at most 500 characters");
    }
    var words = "Called off by " + person.account() + (said.isBlank() ? "." : ": " + said);
    return changed(person, id, request, "cancelled", jobs.cancel(id, words));
  }

  /** Has a job done that was set aside or called off. */
  @PostMapping("/{id}/again")
  @PreAuthorize("hasAuthority('MANAGE_WORK')")
  public JobAnswer again(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      HttpServletRequest request)
      throws JobRefusal {
    within(person, id, request);
    return changed(person, id, request, "again", jobs.again(id));
  }

  /** How urgent a job is. */
  public record UrgencyChange(@Nullable Integer urgency) {}

  /** Makes a waiting job more or less urgent. */
  @PostMapping("/{id}/urgency")
  @PreAuthorize("hasAuthority('MANAGE_WORK')")
  public JobAnswer urgency(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      @RequestBody UrgencyChange body,
      HttpServletRequest request)
      throws JobRefusal {
    within(person, id, request);
    var urgency = body.urgency();
    if (urgency == null || Math.abs((long) urgency) > JobRequest.LARGEST_URGENCY) {
      throw new JobRefusal(JobsReason.REQUEST_MALFORMED, "an urgency within a million of zero");
    }
    return changed(person, id, request, "urgency " + urgency, jobs.changeUrgency(id, urgency));
  }

  private JobAnswer changed(
      Person person, long id, HttpServletRequest request, String what, Optional<Job> now)
      throws JobRefusal {
    record(person, request, Action.CHANGE, List.of("job:" + id), now.isPresent(), what);
    return now.map(JobAnswer::of)
        .orElseThrow(
            () -> new JobRefusal(JobsReason.NOT_NOW, "job " + id + " does not allow that now"));
  }

  private Job within(Person person, long id, HttpServletRequest request) throws JobRefusal {
    var job =
        jobs.job(id)
            .filter(
                one -> isHouse(person) || one.request().institution().equals(person.institution()));
    if (job.isEmpty()) {
      record(person, request, Action.VIEW, List.of("job:" + id), false, "no such job");
    }
    return job.orElseThrow(
        () -> new JobRefusal(JobsReason.NO_SUCH_JOB, "there is no job " + id + " to be seen"));
  }

  private static boolean isHouse(Person person) {
    return person.institution().equals(Institutions.HOUSE);
  }

  private static Set<String> words(@Nullable Set<String> words) {
    return words == null ? Set.of() : words;
  }

  private static Set<JobState> states(@Nullable Set<String> words) throws JobRefusal {
    try {
      return words(words).stream()
          .map(word -> JobState.valueOf(word.toUpperCase(Locale.ROOT)))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException unknown) {
      throw new JobRefusal(
          JobsReason.REQUEST_MALFORMED,
          "state is one of waiting, running, done, set_aside, cancelled");
    }
  }

  private void record(
      Person person,
      HttpServletRequest request,
      Action action,
      List<String> objects,
      boolean allowed,
      String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            request.getRemoteAddr(),
            "",
            objects,
            allowed,
            words));
  }

  /** Turned away, with the reason. */
  @ExceptionHandler(JobRefusal.class)
  ProblemDetail refused(JobRefusal refusal) {
    var status =
        switch (refusal.reason()) {
          case NO_SUCH_JOB -> HttpStatus.NOT_FOUND;
          case NOT_NOW -> HttpStatus.CONFLICT;
          case REQUEST_MALFORMED -> HttpStatus.BAD_REQUEST;
        };
    var problem =
        ProblemDetail.forStatusAndDetail(
            status, refusal.getMessage() + ". " + refusal.reason().meaning());
    problem.setProperty("code", refusal.reason().code());
    return problem;
  }
}
