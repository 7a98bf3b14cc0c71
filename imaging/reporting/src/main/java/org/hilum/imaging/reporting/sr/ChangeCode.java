package org.hilum.imaging.reporting.sr;

import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodingScheme;

/**
 * Which code of ours stands for what a comparison says: standard codes of change exist for
 * mammograms only.
 *
 * <p>Limits: private scheme 99HILUM; each code carries its definition into the report.
 */
enum ChangeCode {
  VOLUME_CHANGE(
      "VOL-CHANGE",
      "Change of volume since the earlier time point",
      "Volume at this time point less volume at the time point before it."),
  VOLUME_CHANGE_LIMIT(
      "VOL-LDC",
      "Limit of detectable change of volume",
      "A change of volume within it is measurement error, at 95 %."),
  OPACITY_VOLUME_CHANGE(
      "OPAC-VOL-CHANGE",
      "Change of opacity volume since earlier time point",
      "Volume of opacity at this time point less that at the time point before it."),
  OPACITY_VOLUME_CHANGE_LIMIT(
      "OPAC-VOL-LDC",
      "Limit of detectable change of opacity volume",
      "A change of opacity volume within it is measurement error, at 95 %."),
  OPACITY_PERCENT_CHANGE(
      "OPAC-PCT-CHANGE",
      "Change of opacity percentage since earlier time point",
      "Percentage of the region that is opacity at this time point less that at the time point"
          + " before it, in percentage points."),
  OPACITY_PERCENT_CHANGE_LIMIT(
      "OPAC-PCT-LDC",
      "Limit of detectable change of opacity percentage",
      "A change of opacity percentage within it is measurement error, at 95 %."),
  DAYS_SINCE_EARLIER(
      "DAYS-SINCE",
      "Days since the earlier time point",
      "Days between the study dates of this time point and the one before it."),
  LESION_FATE("FATE", "What became of the lesion", "Since the time point before."),
  FATE_PERSISTED(
      "FATE-PERSISTED", "Persisted", "There at both, no change of volume beyond its limit."),
  FATE_GROWN("FATE-GROWN", "Grown", "There at both, larger by more than the limit."),
  FATE_SHRUNK("FATE-SHRUNK", "Shrunk", "There at both, smaller by more than the limit."),
  FATE_NEW("FATE-NEW", "New", "Only at the later time point."),
  FATE_RESOLVED("FATE-RESOLVED", "Resolved", "Only at the earlier time point."),
  FATE_MERGED("FATE-MERGED", "Merged", "Several at the earlier are one at the later time point."),
  FATE_SPLIT("FATE-SPLIT", "Split", "One at the earlier is several at the later time point."),
  COURSE("COURSE", "Course of the opacity on CT", "By the rule stated in the comments."),
  COURSE_WORSE("COURSE-WORSE", "Worse", "More opacity, beyond measurement error."),
  COURSE_STABLE("COURSE-STABLE", "Stable", "No change of opacity beyond measurement error."),
  COURSE_BETTER("COURSE-BETTER", "Better", "Less opacity, beyond measurement error."),
  COURSE_MIXED("COURSE-MIXED", "Mixed", "Some of it more and some less, beyond measurement error."),
  COURSE_NOT_ESTIMATED("COURSE-UNKNOWN", "Not estimated", "It cannot be said.");

  /** The unit of days. */
  static final CodedConcept DAY = new CodedConcept("d", "UCUM", "day");

  private final CodedConcept concept;
  private final String definition;

  ChangeCode(String value, String meaning, String definition) {
    concept = new CodedConcept(value, CodingScheme.HILUM.designator(), meaning);
    this.definition = definition;
  }

  CodedConcept concept() {
    return concept;
  }

  String definition() {
    return definition;
  }

  static ChangeCode of(LesionFate fate) {
    return valueOf("FATE_" + fate.name());
  }

  static ChangeCode of(CourseVerdict verdict) {
    return valueOf("COURSE_" + verdict.name());
  }
}
