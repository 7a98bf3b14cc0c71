package org.hilum.imaging.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.Colleagues;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistReason;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list over HTTP: who looks sees its own cases and those it reads for, and no others. */
@RestController
@RequestMapping("/api/worklist")
public class WorklistController extends WorklistProblems {

  private static final int LONGEST_WORDS = 500;

  private final Worklist worklist;
  private final EntryWords words;
  private final Colleagues colleagues;
  private final CaseDoor door;

  public WorklistController(
      Worklist worklist, EntryWords words, Colleagues colleagues, CaseDoor door) {
    this.worklist = worklist;
    this.words = words;
    this.colleagues = colleagues;
    this.door = door;
  }

  /**
   * A part of the list.
   *
   * @param total how many cases match, as far as they were counted
   * @param isMore whether more match than were counted
   */
  public record ListAnswer(List<EntryAnswer> entries, int total, boolean isMore) {}

  /** The cases wanted. */
  @GetMapping
  @PreAuthorize("hasAuthority('VIEW_WORKLIST')")
  public ListAnswer list(
      @AuthenticationPrincipal Person person,
      @RequestParam(name = "state", required = false) @Nullable List<String> state,
      @RequestParam(name = "text", required = false) @Nullable String text,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "site", required = false) @Nullable List<String> site,
      @RequestParam(name = "assignedTo", required = false) @Nullable String assignedTo,
      @RequestParam(name = "report", required = false) @Nullable String report,
      @RequestParam(name = "order", required = false) @Nullable String order,
      @RequestParam(name = "offset", required = false) @Nullable Integer offset,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      HttpServletRequest request)
      throws WorklistRefusal {
    var asked =
        new ListRequest(state, text, from, to, site, assignedTo, report, order, offset, limit);
    var page = worklist.cases(asked.query(person));
    door.listed(person, request, page.entries().size());
    var entries = page.entries().stream().map(entry -> answer(entry, person)).toList();
    return new ListAnswer(entries, page.total(), page.isMore());
  }

  private EntryAnswer answer(WorklistEntry entry, Person person) {
    return words.of(entry, person.may(Permission.VIEW_RESULTS));
  }

  /** One case. */
  @GetMapping("/{institution}/{study}")
  @PreAuthorize("hasAuthority('VIEW_WORKLIST')")
  public EntryAnswer entry(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    door.done(person, request, Action.VIEW, entry, "case");
    return answer(entry, person);
  }

  /**
   * Whom a case is given to.
   *
   * @param to an account, {@code me}, or nobody
   * @param from whom it is taken from, where somebody has it
   */
  public record AssignRequest(@Nullable String to, @Nullable String from) {}

  /** Gives a case to somebody, or to nobody. */
  @PostMapping("/{institution}/{study}/assign")
  @PreAuthorize("hasAuthority('ASSIGN_WORK')")
  public EntryAnswer assign(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody AssignRequest body,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    var to = account(body.to(), person);
    if (to.isPresent()
        && !to.get().equals(person.account())
        && !colleagues.mayTakeCases(to.get(), person.institution())) {
      throw new WorklistRefusal(
          WorklistReason.NO_SUCH_PERSON, "no account " + to.get() + " of this institution");
    }
    var now = worklist.assign(entry.key(), to, account(body.from(), person));
    door.tried(person, request, entry, now.isPresent(), "assigned to " + to.orElse("nobody"));
    return answer(now.orElseThrow(() -> heldByAnother(entry.key())), person);
  }

  private static Optional<String> account(@Nullable String said, Person person)
      throws WorklistRefusal {
    if (said == null || said.isBlank()) {
      return Optional.empty();
    }
    if (said.length() > LONGEST_WORDS || said.indexOf('\0') >= 0) {
      throw WorklistRefusal.malformed("an account is wanted, or me");
    }
    return Optional.of(said.equals("me") ? person.account() : said);
  }

  private WorklistRefusal heldByAnother(CaseKey key) {
    var holder =
        worklist.entry(key, Optional.empty()).flatMap(WorklistEntry::assignedTo).orElse("nobody");
    return new WorklistRefusal(
        WorklistReason.HELD_BY_ANOTHER, "the case is with " + holder + " by now");
  }

  /** How urgent, and why; the reason is needed for all but routine. */
  public record UrgencyRequest(@Nullable UrgencyLevel level, @Nullable String reason) {}

  /** Says how urgent a case is. */
  @PostMapping("/{institution}/{study}/urgency")
  @PreAuthorize("hasAnyAuthority('ASSIGN_WORK', 'SEND_IMAGES')")
  public EntryAnswer urgency(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody UrgencyRequest body,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    if (body.level() == null) {
      throw WorklistRefusal.malformed("level is ROUTINE, RAISED, URGENT or EMERGENCY");
    }
    var reason = CaseDoor.words("reason", body.reason(), LONGEST_WORDS);
    worklist.ask(entry.key(), new Urgency(body.level(), reason, person.account()));
    door.done(person, request, Action.CHANGE, entry, "urgency " + body.level());
    return answer(again(entry), person);
  }

  /** Has a case read again with today's networks. */
  @PostMapping("/{institution}/{study}/read-again")
  @PreAuthorize("hasAuthority('MANAGE_WORK')")
  public EntryAnswer readAgain(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    if (isUnderWay(entry) || entry.state() == CaseState.ARRIVING) {
      throw new WorklistRefusal(
          WorklistReason.NOT_NOW, "the case is " + entry.state() + " and will be read by itself");
    }
    worklist.readAgain(entry.key());
    door.done(person, request, Action.CHANGE, entry, "read again");
    return answer(again(entry), person);
  }

  private static boolean isUnderWay(WorklistEntry entry) {
    return entry.state() == CaseState.WAITING || entry.state() == CaseState.READING;
  }

  /** Why something is done. */
  public record ReasonRequest(@Nullable String reason) {}

  /** Calls the reading of a case off. */
  @PostMapping("/{institution}/{study}/cancel")
  @PreAuthorize("hasAuthority('MANAGE_WORK')")
  public EntryAnswer cancel(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody ReasonRequest body,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    var reason = CaseDoor.words("reason", body.reason(), LONGEST_WORDS);
    if (!isUnderWay(entry)) {
      throw new WorklistRefusal(
          WorklistReason.NOT_NOW, "the case is " + entry.state() + ": nothing is under way");
    }
    worklist.cancel(entry.key(), reason);
    door.done(person, request, Action.CHANGE, entry, "reading called off");
    return answer(again(entry), person);
  }

  /** Deletes a study with its results; only whose patient it is can, and says why. */
  @DeleteMapping("/{institution}/{study}")
  @PreAuthorize("hasAuthority('DELETE_IMAGES')")
  public DeletedAnswer delete(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestParam(name = "reason", required = false) @Nullable String reason,
      HttpServletRequest request)
      throws WorklistRefusal {
    var entry = door.enter(person, institution, study);
    var why = CaseDoor.words("reason", reason, LONGEST_WORDS);
    if (!entry.key().institution().equals(person.institution())) {
      door.tried(person, request, entry, false, "delete");
      throw new WorklistRefusal(
          WorklistReason.NOT_YOURS, "only " + institution + " can delete its patient's study");
    }
    var deleted = worklist.delete(entry.key(), person.account(), why);
    door.done(person, request, Action.DELETE, entry, why);
    return new DeletedAnswer(deleted.map(record -> record.instanceCount()).orElse(0));
  }

  /** How many objects were deleted. */
  public record DeletedAnswer(int instanceCount) {}

  private WorklistEntry again(WorklistEntry entry) {
    return worklist.entry(entry.key(), Optional.empty()).orElse(entry);
  }
}
