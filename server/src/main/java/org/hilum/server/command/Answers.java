package org.hilum.server.command;

import java.io.PrintWriter;
import java.util.List;
import org.hilum.imaging.reading.ComparisonOutcome;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.reading.ComparisonRun;
import org.hilum.imaging.reading.NotRead;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.reporting.ComparisonSummary;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.PlainSummary;
import org.hilum.imaging.vocabulary.Reason;

/** Tells a person on the terminal what became of the studies. */
final class Answers {

  private final PrintWriter out;
  private final Language language;

  Answers(PrintWriter out, Language language) {
    this.out = out;
    this.language = language;
  }

  void tell(NotRead rest) {
    tellReasons("Refused", rest.refusals());
    if (!rest.leftAlone().isEmpty()) {
      tellReasons("Left alone", summarised(rest.leftAlone()));
    }
  }

  void tell(ComparisonRun run) {
    run.readings().forEach(this::tell);
    tellReasons("Refused", run.refusals());
    tell(run.comparison());
  }

  /** What became of a comparison, in a few plain sentences. */
  void tell(ComparisonOutcome comparison) {
    switch (comparison) {
      case DatesCompared compared -> {
        ComparisonSummary.lines(compared.findings(), language).forEach(out::println);
        out.printf("%.1f s. Results: %s%n", compared.times().totalSeconds(), compared.folder());
        tellReasons("Not written, or written with less", summarised(compared.remarks()));
      }
      case DatesRefused refused -> {
        tellReasons("The dates were not compared", refused.reasons());
        out.println("What a code means and what to do: ./hilum explain <code>");
      }
    }
    out.println();
  }

  void tell(StudyOutcome outcome) {
    switch (outcome) {
      case StudyRead read -> {
        PlainSummary.lines(read.findings(), language).forEach(out::println);
        out.printf("%.1f s. Results: %s%n", read.times().totalSeconds(), read.folder());
        tellReasons("Not written, or written with less", summarised(read.remarks()));
      }
      case StudyRefused refused -> {
        out.println("Study " + refused.studyName() + " was refused.");
        refused.reasons().forEach(reason -> out.println("  " + reason));
        out.println("What a code means and what to do: ./hilum explain <code>");
      }
      case StudyFailed failed -> {
        out.println("Study " + failed.studyName() + " failed: " + failed.fault());
        out.println("Earlier results of it are untouched. HILUM_TRACE=1 shows the details.");
        if (System.getenv("HILUM_TRACE") != null) {
          failed.fault().printStackTrace(out);
        }
      }
    }
    out.println();
  }

  private void tellReasons(String heading, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      out.println(heading + ":");
      reasons.forEach(reason -> out.println("  " + reason));
    }
  }

  /** One line for each code, however many files it concerns. */
  static List<Reason> summarised(List<Reason> reasons) {
    return reasons.stream()
        .map(Reason::code)
        .distinct()
        .map(
            code -> {
              var same = reasons.stream().filter(each -> each.code().equals(code)).toList();
              return same.size() == 1
                  ? same.getFirst()
                  : Reason.of(code, same.getFirst().message() + " (" + same.size() + " times)");
            })
        .toList();
  }
}
