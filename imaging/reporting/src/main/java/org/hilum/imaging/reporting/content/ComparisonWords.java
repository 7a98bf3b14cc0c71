package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.Course;
import org.hilum.imaging.comparison.CourseEvidence;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/** What a comparison says in words, whatever page or object carries it. */
public record ComparisonWords(ComparedFindings findings, Wording wording) {

  /** A date of the comparison as people write it; its name where the source gives none. */
  public static String day(ReadingFindings findings, Wording wording) {
    var source = new SourceWords(findings, wording);
    return source.text(Tag.STUDY_DATE).isPresent()
        ? source.date(Tag.STUDY_DATE)
        : findings.studyName();
  }

  /** The date with this index. */
  public String day(int date) {
    return day(findings.readings().get(date), wording);
  }

  /** Which dates were compared, in one line. */
  public String dates() {
    int last = findings.readings().size() - 1;
    var line = new StringBuilder(wording.text(Phrase.COMPARED_DATES, day(last - 1), day(last)));
    var days = findings.lastPair().days();
    if (days.isPresent()) {
      line.append("  \u00b7  ").append(wording.text(Phrase.COMPARED_DAYS, days.getAsLong()));
    }
    return line.toString();
  }

  /** How well the lungs lie on each other. */
  public String alignment() {
    return alignment(findings.lastPair().alignment().quality(), wording);
  }

  /** How well the lungs lie on each other. */
  public static String alignment(AlignmentQuality quality, Wording wording) {
    return wording.text(
        Phrase.ALIGNMENT_QUALITY,
        Numbers.of(quality.overlapBefore(), 3),
        Numbers.of(quality.overlap(), 3),
        Numbers.of(quality.residualHu(), 0),
        Numbers.of(quality.foldedPercent(), 2),
        Numbers.of(quality.inverseErrorMm(), 2));
  }

  /** The rule of the verdict and what else follows from the course, a label and words each. */
  public List<Labelled> course() {
    var course = findings.comparison().course();
    var lines = new ArrayList<Labelled>();
    lines.add(labelled(Phrase.COURSE_RULE, rule(course.evidence())));
    if (findings.readings().size() > 2) {
      lines.add(labelled(Phrase.COURSE_SINCE_FIRST, wording.course(course.sinceFirst())));
    }
    lines.add(
        labelled(
            Phrase.COURSE_STAGE,
            switch (course.stage()) {
              case Estimate.Estimated<org.hilum.imaging.comparison.Stage> said ->
                  sourced(wording.stage(said.value()), stageRule(course), said.source());
              case Estimate.NotEstimated<org.hilum.imaging.comparison.Stage>(Reason reason) ->
                  not(reason);
            }));
    lines.add(doubling(course));
    lines.add(
        labelled(
            Phrase.COURSE_PROGNOSIS,
            switch (course.prognosis()) {
              case Estimate.Estimated<String> said ->
                  sourced(said.value(), said.rule(), said.source());
              case Estimate.NotEstimated<String>(Reason reason) -> not(reason);
            }));
    return lines;
  }

  /** What the verdict rests on, with its numbers, and the rule. */
  private String rule(CourseEvidence evidence) {
    return switch (evidence.amount()) {
      case Change.NotCompared(Reason reason) -> wording.reason(reason);
      case Change.Compared amount ->
          wording.text(
              Phrase.COURSE_EVIDENCE,
              Numbers.of(amount.prior(), 1),
              Numbers.of(amount.current(), 1),
              evidence.quantity().unit(),
              CourseWords.signed(amount.difference(), 1),
              Numbers.of(amount.limit(), 1),
              zones(evidence.zonesMore()),
              zones(evidence.zonesLess()),
              evidence.newLesions(),
              evidence.goneLesions());
    };
  }

  private String zones(List<Region> zones) {
    return zones.isEmpty()
        ? wording.text(Phrase.COURSE_NO_ZONE)
        : zones.stream()
            .map(wording::region)
            .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR)));
  }

  private String stageRule(Course course) {
    return wording.text(Phrase.COURSE_STAGE_RULE, course.daysSinceOnset().orElseThrow());
  }

  /** A line with what it speaks of. */
  public record Labelled(String label, String words) {}

  private Labelled labelled(Phrase label, String words) {
    return new Labelled(wording.text(label), words);
  }

  private Labelled doubling(Course course) {
    return switch (course.doublingDays()) {
      case Estimate.Estimated<Double> said ->
          labelled(
              said.value() < 0 ? Phrase.COURSE_HALVING : Phrase.COURSE_DOUBLING,
              sourced(
                  wording.text(Phrase.COURSE_DAYS, Numbers.of(Math.abs(said.value()), 1)),
                  wording.text(Phrase.COURSE_DOUBLING_RULE, findings.readings().size()),
                  said.source()));
      case Estimate.NotEstimated<Double>(Reason reason) ->
          labelled(Phrase.COURSE_DOUBLING, not(reason));
    };
  }

  private static String sourced(String value, String rule, String source) {
    return String.format(Locale.ROOT, "%s  (%s; %s)", value, rule, source);
  }

  private String not(Reason reason) {
    return wording.text(Phrase.COURSE_NOT_ESTIMATED_BECAUSE, wording.reason(reason));
  }

  /** Everything a reader must know, in words: the notice first. */
  public List<String> said() {
    var said = new ArrayList<String>();
    said.add(wording.text(Phrase.NOTICE));
    said.add(dates());
    said.addAll(new CourseWords(findings, wording).sentences());
    course().forEach(line -> said.add(line.label() + ": " + line.words()));
    said.add(wording.text(Phrase.ALIGNMENT) + ": " + alignment());
    findings
        .lastPair()
        .remarks()
        .forEach(reason -> said.add(reason.code().code() + " " + wording.reason(reason)));
    doubts().forEach(said::add);
    return said;
  }

  /** Which fates are not certain, and why: one line for each reason. */
  public List<String> doubts() {
    var lesions = new LinkedHashMap<String, List<String>>();
    for (var life : LesionLife.recent(findings)) {
      life.lastStep()
          .flatMap(step -> step.doubt())
          .ifPresent(
              doubt ->
                  lesions
                      .computeIfAbsent(
                          doubt.code().code() + " " + wording.reason(doubt), _ -> new ArrayList<>())
                      .add(String.valueOf(life.lesion().identity())));
    }
    var doubts = new ArrayList<String>();
    lesions.forEach(
        (reason, numbers) ->
            doubts.add(
                wording.text(Phrase.COLUMN_DOUBT)
                    + ", "
                    + wording.text(Phrase.COLUMN_NUMBER)
                    + " "
                    + String.join(wording.text(Phrase.LIST_SEPARATOR), numbers)
                    + ": "
                    + reason));
    return doubts;
  }
}
