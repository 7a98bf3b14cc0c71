package org.hilum.imaging.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.Settling;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.StorageFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the objects of one request in their order, bringing some to the disk while others come. */
final class StowReading {

  private static final Logger LOG = LoggerFactory.getLogger(StowReading.class);

  /** More would hold more of a request in doubt and be no faster. */
  private static final int MOST_SETTLING = 8;

  private final InstanceReceiver receiver;
  private final StowLimits limits;
  private final Sender sender;
  private final String study;
  private final StowOutcome outcome;
  private final Deque<Settling> settling = new ArrayDeque<>();

  /**
   * Of one request.
   *
   * @param study the only one whose objects are taken; empty for any
   */
  StowReading(
      InstanceReceiver receiver,
      StowLimits limits,
      Sender sender,
      String study,
      StowOutcome outcome) {
    this.receiver = receiver;
    this.limits = limits;
    this.sender = sender;
    this.study = study;
    this.outcome = outcome;
  }

  /** Reads the request to its end; gives why it was not, if it was not. */
  Optional<Reason> read(InputStream in, StowRequest request) {
    try {
      return through(in, request);
    } catch (StorageFullException full) {
      return notKept(IntakeReason.STORAGE_FULL, "the disk of the server is full", full);
    } catch (IOException fault) {
      return notKept(IntakeReason.NOT_KEPT, "the server could not make it safe", fault);
    } finally {
      drop();
      receiver.transferEnded(sender);
    }
  }

  /** What came whole before something went wrong is kept. */
  private Optional<Reason> through(InputStream in, StowRequest request) throws IOException {
    var brokenOff = Optional.<Reason>empty();
    try {
      if (request.boundary().isEmpty()) {
        take(sink -> all(in, sink));
      } else {
        parts(new MultipartInput(in, request.boundary(), limits.bytes()));
      }
    } catch (BrokenMultipartException broken) {
      brokenOff = Optional.of(broken.reason());
    } catch (IOException fault) {
      settle(0);
      throw fault;
    }
    settle(0);
    return brokenOff;
  }

  private Optional<Reason> notKept(IntakeReason code, String words, Exception fault) {
    LOG.error("{} {}: {}", code.code(), sender.source(), fault.toString());
    var reason = Reason.of(code, words + ": send it and what follows again later");
    outcome.add(turnedAway(reason));
    return Optional.of(reason);
  }

  private static Receipt.TurnedAway turnedAway(Reason reason) {
    return new Receipt.TurnedAway(List.of(reason), Optional.empty(), Optional.empty());
  }

  private void parts(MultipartInput input) throws IOException {
    int count = 0;
    for (var headers = input.next(); headers.isPresent(); headers = input.next()) {
      if (++count > limits.parts()) {
        throw new BrokenMultipartException(
            IntakeReason.REQUEST_TOO_LARGE,
            "the request has more than %d parts".formatted(limits.parts()));
      }
      part(headers.get(), input);
    }
  }

  private void part(Map<String, String> headers, MultipartInput input) throws IOException {
    if (StowRequest.isObject(headers.get("content-type"))) {
      take(input::body);
    } else {
      input.body((from, offset, length) -> {});
      settle(0);
      outcome.add(
          turnedAway(
              Reason.of(IntakeReason.NOT_MULTIPART, "the part is not of type application/dicom")));
    }
  }

  /** Where the bytes of one object come from. */
  private interface Source {
    void handTo(MultipartInput.Sink sink) throws IOException;
  }

  /** An object is brought to the disk while the next ones come in. */
  private void take(Source source) throws IOException {
    var receiving = receiver.begin(sender);
    try {
      source.handTo(receiving::write);
      settling.add(receiving.settle(wanted()));
    } catch (IOException | RuntimeException failed) {
      try (receiving) {
        throw failed;
      }
    }
    if (settling.size() > MOST_SETTLING) {
      settle(MOST_SETTLING / 2);
    }
  }

  private Optional<Uid> wanted() {
    return study.isEmpty() ? Optional.empty() : Optional.of(new Uid(study));
  }

  /** Waits until all but some are safe. */
  private void settle(int butFor) throws IOException {
    var oldest = settling.stream().limit(Math.max(0, settling.size() - butFor)).toList();
    var ended = new ArrayList<Settling>();
    try {
      receiver.settleAll(
          oldest,
          receipt -> {
            outcome.add(receipt);
            ended.add(settling.remove());
          });
    } catch (IOException notKept) {
      ended.add(settling.remove());
      throw notKept;
    } finally {
      for (var each : ended) {
        each.close();
      }
    }
  }

  private void drop() {
    while (!settling.isEmpty()) {
      try {
        settling.remove().close();
      } catch (IOException failed) {
        LOG.warn("an object of {} could not be given up", sender.source(), failed);
      }
    }
  }

  private void all(InputStream in, MultipartInput.Sink sink) throws IOException {
    var piece = new byte[64 * 1024];
    long bytesLeft = limits.bytes();
    for (int n = read(in, piece); n >= 0; n = read(in, piece)) {
      bytesLeft -= n;
      if (bytesLeft < 0) {
        throw new BrokenMultipartException(
            IntakeReason.REQUEST_TOO_LARGE, "the request has more bytes than are taken at once");
      }
      sink.write(piece, 0, n);
    }
  }

  private static int read(InputStream in, byte[] piece) throws BrokenMultipartException {
    try {
      return in.read(piece);
    } catch (IOException gone) {
      throw new BrokenMultipartException(
          IntakeReason.PARTS_BROKEN, "the line was lost in the middle of the request");
    }
  }
}
