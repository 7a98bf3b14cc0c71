package org.hilum.imaging.archive;

import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.dicom.Uid;

/**
 * Which instances are meant: those of a study, of a series of it, or single ones.
 *
 * @param seriesInstanceUids empty for all series
 * @param sopInstanceUids empty for all instances
 */
public record InstanceSelection(
    Optional<Uid> studyInstanceUid, Set<Uid> seriesInstanceUids, Set<Uid> sopInstanceUids) {

  public InstanceSelection {
    seriesInstanceUids = Set.copyOf(seriesInstanceUids);
    sopInstanceUids = Set.copyOf(sopInstanceUids);
  }

  /** A whole study. */
  public static InstanceSelection study(Uid study) {
    return new InstanceSelection(Optional.of(study), Set.of(), Set.of());
  }

  /** A whole series. */
  public static InstanceSelection series(Uid study, Uid series) {
    return new InstanceSelection(Optional.of(study), Set.of(series), Set.of());
  }

  /** One instance. */
  public static InstanceSelection instance(Uid study, Uid series, Uid instance) {
    return new InstanceSelection(Optional.of(study), Set.of(series), Set.of(instance));
  }
}
