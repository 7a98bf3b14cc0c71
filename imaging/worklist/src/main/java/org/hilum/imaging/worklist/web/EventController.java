package org.hilum.imaging.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The list as server-sent events, each with the entry as it is then.
 *
 * <p>A browser opens the stream first and asks for the list when it is told {@code ready}: so it
 * misses nothing between. {@code reload} has it ask for the list again.
 */
@RestController
@RequestMapping("/api/worklist/events")
public class EventController extends WorklistProblems {

  private static final long WITHOUT_TIME_OUT = 0;

  /** Without the character set the names would be written as Latin-1, that is as question marks. */
  private static final MediaType EVENTS =
      new MediaType("text", "event-stream", StandardCharsets.UTF_8);

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final WorklistEvents events;
  private final CaseDoor door;

  public EventController(WorklistEvents events, CaseDoor door) {
    this.events = events;
    this.door = door;
  }

  /** Follows the list. */
  @GetMapping(
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  @PreAuthorize("hasAuthority('VIEW_WORKLIST')")
  public ResponseEntity<SseEmitter> follow(
      @AuthenticationPrincipal Person person,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletRequest request)
      throws WorklistRefusal {
    var emitter = new SseEmitter(WITHOUT_TIME_OUT);
    var before = lastEventId == null ? Optional.<EventId>empty() : known(lastEventId);
    var stream = events.follow(person, before, new EmitterLine(emitter));
    emitter.onCompletion(stream::close);
    emitter.onError(failed -> stream.close());
    door.follows(person, request);
    return ResponseEntity.ok()
        .contentType(EVENTS)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  /** What makes no sense here is of another run: the browser is to ask for the list. */
  private static Optional<EventId> known(String lastEventId) {
    return Optional.of(EventId.of(lastEventId).orElse(new EventId("", 0)));
  }

  private record EmitterLine(SseEmitter emitter) implements EventStream.Line {

    @Override
    public void send(@Nullable ListEvent event, boolean withResults) throws IOException {
      emitter.send(
          event == null
              ? SseEmitter.event().comment("still here")
              : SseEmitter.event()
                  .id(event.id().toString())
                  .name(event.name())
                  .data(withResults ? event.withResults() : event.withoutResults(), TEXT));
    }

    @Override
    public void end() {
      emitter.complete();
    }
  }
}
