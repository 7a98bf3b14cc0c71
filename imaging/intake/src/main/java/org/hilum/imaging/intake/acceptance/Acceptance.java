package org.hilum.imaging.intake.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.vocabulary.Reason;

/** Whether an object can be kept, judged by its header. */
public sealed interface Acceptance {

  /** It can. */
  record Fit(DicomObject object, Uid study, Uid series, Uid sopClass, Uid sopInstance)
      implements Acceptance {}

  /** It cannot, for all these reasons. */
  record Refused(Receipt.TurnedAway receipt) implements Acceptance {}

  /** Judges an object that lies in a file. */
  static Acceptance of(DicomObject object, Path file) throws IOException {
    var study = uid(object, Tag.STUDY_INSTANCE_UID);
    var series = uid(object, Tag.SERIES_INSTANCE_UID);
    var sopClass = uid(object, Tag.SOP_CLASS_UID);
    var sopInstance = uid(object, Tag.SOP_INSTANCE_UID);
    var missing = new ArrayList<String>();
    note(missing, study, "Study Instance UID (0020,000D)");
    note(missing, series, "Series Instance UID (0020,000E)");
    note(missing, sopClass, "SOP Class UID (0008,0016)");
    note(missing, sopInstance, "SOP Instance UID (0008,0018)");
    var reasons = new ArrayList<Reason>();
    if (!missing.isEmpty()) {
      reasons.add(
          Reason.of(
              IntakeReason.IDENTIFIERS_MISSING,
              "missing or malformed: " + String.join(", ", missing) + "; send it again"));
    }
    meta(file, sopInstance).ifPresent(reasons::add);
    return reasons.isEmpty()
        ? new Fit(
            object,
            study.orElseThrow(),
            series.orElseThrow(),
            sopClass.orElseThrow(),
            sopInstance.orElseThrow())
        : new Refused(new Receipt.TurnedAway(List.copyOf(reasons), sopClass, sopInstance));
  }

  /** What says how the file is to be read must be there, and speak of the same object. */
  private static Optional<Reason> meta(Path file, Optional<Uid> sopInstance) throws IOException {
    var sendable = SendableObject.of(file);
    if (sendable.isEmpty()) {
      return Optional.of(
          Reason.of(
              IntakeReason.META_MISSING,
              "the file meta information is missing or incomplete: export it again as a DICOM"
                  + " file"));
    }
    boolean disagrees =
        sopInstance.filter(uid -> !uid.equals(sendable.get().sopInstance())).isPresent();
    return disagrees
        ? Optional.of(
            Reason.of(
                IntakeReason.INSTANCE_DISAGREES,
                "the SOP Instance UID announced differs from that in the object: send it again"))
        : Optional.empty();
  }

  private static void note(List<String> missing, Optional<Uid> uid, String name) {
    if (uid.isEmpty()) {
      missing.add(name);
    }
  }

  private static Optional<Uid> uid(DicomObject object, int tag) {
    try {
      return object.dataSet().uid(tag).filter(uid -> Uid.isWellFormed(uid.value()));
    } catch (MalformedValueException malformed) {
      return Optional.empty();
    }
  }
}
