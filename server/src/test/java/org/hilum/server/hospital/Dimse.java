package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.dicom.CallOutcome;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DicomCaller;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;

/** Sends objects as a scanner does. */
final class Dimse {

  private Dimse() {}

  /** One object in an association of its own. */
  static SendOutcome send(CallSettings settings, SendableObject object) throws IOException {
    try (var caller = caller(settings, object)) {
      var outcome = caller.store(object);
      caller.release();
      return outcome;
    }
  }

  /** A series in one association; all of it is to be taken. */
  static void send(CallSettings settings, List<Path> series) throws IOException {
    try (var caller = caller(settings, SendableObject.of(series.getFirst()).orElseThrow())) {
      for (var file : series) {
        var outcome = caller.store(SendableObject.of(file).orElseThrow());
        if (!(outcome instanceof SendOutcome.Answered(var status) && status.isSuccess())) {
          throw new AssertionError(file + ": " + outcome);
        }
      }
      caller.release();
    }
  }

  private static DicomCaller caller(CallSettings settings, SendableObject object)
      throws IOException {
    return switch (DicomCaller.call(settings, List.of(ProposedContext.of(object)))) {
      case CallOutcome.Connected(var caller) -> caller;
      case CallOutcome.Refused refused -> throw new AssertionError(refused);
    };
  }
}
