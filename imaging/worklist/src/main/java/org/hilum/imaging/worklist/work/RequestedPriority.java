package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;

/** What the sender says of priority: Requested Procedure Priority (0040,1003). */
public final class RequestedPriority {

  private RequestedPriority() {}

  /** By the header of an image; empty where it asks for nothing. */
  public static Optional<Urgency> of(DataSet header) {
    try {
      var priority =
          header.text(Tag.REQUESTED_PROCEDURE_PRIORITY).orElse("").strip().toUpperCase(Locale.ROOT);
      return switch (priority) {
        case "STAT" -> asked(UrgencyLevel.EMERGENCY, priority);
        case "HIGH" -> asked(UrgencyLevel.URGENT, priority);
        default -> Optional.empty();
      };
    } catch (MalformedValueException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Urgency> asked(UrgencyLevel level, String priority) {
    return Optional.of(new Urgency(level, "requested with priority " + priority, Urgency.SENDER));
  }

  /** By an image of the archive; one that cannot be read asks for nothing. */
  public static Optional<Urgency> of(Path file) {
    try {
      return DicomReader.read(file, DicomReader.Depth.HEADER) instanceof DicomParse.Parsed parsed
          ? of(parsed.object().dataSet())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
