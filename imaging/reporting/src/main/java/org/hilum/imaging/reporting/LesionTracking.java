package org.hilum.imaging.reporting;

import java.util.ArrayList;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.segmentation.NetworkIdentity;

/**
 * By which unique identifier a lesion is followed: the same in the SR, in {@code reading.json} and
 * on the page.
 *
 * <p>Derived from the series, the networks that drew the masks and the number of the lesion, so
 * that reading the same images again with the same networks gives the same identifiers, and another
 * network's lesions are never taken for these.
 *
 * <p>Source: Tracking Unique Identifier, DCM 112040 (PS3.16 TID 1501).
 */
public final class LesionTracking {

  private LesionTracking() {}

  /** Tracking UID of a lesion of these findings. */
  public static Uid uid(ReadingFindings findings, Lesion lesion) {
    var words = new ArrayList<String>();
    words.add(seriesName(findings));
    findings.segmentation().networks().stream().map(NetworkIdentity::sha256).forEach(words::add);
    words.add("lesion");
    words.add(Integer.toString(lesion.number()));
    return Uid.derived(words.toArray(String[]::new));
  }

  /** The series instance UID; for an image that never was DICOM, the name of its outputs. */
  private static String seriesName(ReadingFindings findings) {
    return findings
        .source()
        .flatMap(source -> source.header().uid(Tag.SERIES_INSTANCE_UID))
        .map(Uid::value)
        .orElse(findings.studyName());
  }
}
