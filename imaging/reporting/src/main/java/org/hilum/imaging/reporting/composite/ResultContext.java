package org.hilum.imaging.reporting.composite;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingIdentity;
import org.hilum.imaging.volume.SourceSeries;

/**
 * What a result object is made from: the findings, the series they were found in, and when.
 *
 * @param source the series that was read
 * @param identity what the UIDs of the result rest on
 * @param language what is said in words is said in this language too; always in English
 * @param createdAt when the reading was made, in the source's time zone where that one is declared,
 *     because Timezone Offset From UTC (0008,0201) holds for every date of an object
 */
public record ResultContext(
    ReadingFindings findings,
    SourceSeries source,
    ReadingIdentity identity,
    Language language,
    ZonedDateTime createdAt) {

  /** The context, in English, of findings that have a DICOM source. */
  public static ResultContext of(ReadingFindings findings) {
    return of(findings, Language.ENGLISH);
  }

  /** The context of findings that have a DICOM source. */
  public static ResultContext of(ReadingFindings findings, Language language) {
    var source =
        findings
            .source()
            .orElseThrow(() -> new IllegalArgumentException("a DICOM source is needed"));
    if (source.slices().size() != findings.volume().geometry().slices()) {
      throw new IllegalArgumentException("every slice of the volume has one source image");
    }
    return new ResultContext(
        findings,
        source,
        ReadingIdentity.of(findings),
        language,
        inZoneOf(source.header(), findings.readAt()));
  }

  /** The same for results that rest on more than this one reading. */
  public ResultContext withIdentity(ReadingIdentity other) {
    return new ResultContext(findings, source, other, language, createdAt);
  }

  private static ZonedDateTime inZoneOf(DataSet header, ZonedDateTime readAt) {
    return header
        .text(Tag.TIMEZONE_OFFSET_FROM_UTC)
        .filter(ResultContext::isOffset)
        .map(offset -> readAt.withZoneSameInstant(ZoneOffset.of(offset)))
        .orElse(readAt);
  }

  private static boolean isOffset(String text) {
    try {
      ZoneOffset.of(text);
      return true;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  /** All attributes but the pixels of a source image. */
  public DataSet header() {
    return source.header();
  }

  /** Frame of Reference UID of the source; empty when it lacks one that can be written. */
  public Optional<Uid> frameOfReferenceUid() {
    return header().text(Tag.FRAME_OF_REFERENCE_UID).filter(Uid::isWellFormed).map(Uid::new);
  }
}
