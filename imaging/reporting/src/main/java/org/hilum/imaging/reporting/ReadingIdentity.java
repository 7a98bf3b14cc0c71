package org.hilum.imaging.reporting;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.Lesion;

/**
 * Which reading of which images a result belongs to: the same images read by the same program with
 * the same networks have the same identity, so a repeated reading writes the same UIDs.
 *
 * <p>One image more or less, another network or another version of the program makes another
 * identity.
 *
 * @param words what the identity is made of, in a fixed order
 * @param tracked Tracking UIDs of lesions that were followed through a correction, that of number 1
 *     first; empty where lesions are as the network made them
 */
public record ReadingIdentity(List<String> words, List<Uid> tracked) {

  public ReadingIdentity {
    words = List.copyOf(words);
    tracked = List.copyOf(tracked);
  }

  /** An identity without lesions of its own. */
  public ReadingIdentity(List<String> words) {
    this(words, List.of());
  }

  /** The identity of a reading; without a DICOM source it rests on the study's name. */
  public static ReadingIdentity of(ReadingFindings findings) {
    var words = new ArrayList<String>();
    findings
        .source()
        .ifPresentOrElse(
            source -> {
              words.add(source.header().text(Tag.SERIES_INSTANCE_UID).orElse(""));
              for (var slice : source.slices()) {
                words.add(slice.sopInstanceUid().value() + "#" + slice.frameNumber());
              }
            },
            () -> words.add(findings.studyName()));
    findings.segmentation().networks().forEach(network -> words.add(network.sha256()));
    words.add(findings.software().name());
    words.add(findings.software().version());
    findings.correction().ifPresent(by -> words.add("corrected " + by.identity()));
    return new ReadingIdentity(
        words, findings.correction().map(HandCorrection::lesions).orElse(List.of()));
  }

  /** The UID of something in this reading, always the same for the same name. */
  public Uid uid(String what) {
    var all = new ArrayList<>(words);
    all.add(what);
    return Uid.derived(all.toArray(String[]::new));
  }

  /** Tracking Unique Identifier (112040, DCM) of a lesion. */
  public Uid trackingUid(Lesion lesion) {
    int at = lesion.number() - 1;
    return at < tracked.size() ? tracked.get(at) : uid("lesion " + lesion.number());
  }
}
