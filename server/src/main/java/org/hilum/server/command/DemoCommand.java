package org.hilum.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.phantom.DemoStudies;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reading.ComparisonLine;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.imaging.vocabulary.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hilum demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Draw a chest at several dates, write it as DICOM CT, read all and compare them.",
    footer = {"", "The chest is drawn, not scanned: its figures are no clinical accuracy."})
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "hilum-demo",
      description = "Where CT and results go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--language",
      paramLabel = "<en|zh-CN>",
      defaultValue = "en",
      converter = LanguageOption.class,
      description = "Language of the report (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--dates",
      paramLabel = "<2|5>",
      defaultValue = "2",
      description = "How many dates: 2, or 5 through peak and absorption (default: 2).")
  private int dates;

  private PhantomCourse course() {
    return switch (dates) {
      case 2 -> PhantomCourse.demo();
      case 5 -> PhantomCourse.fiveDates();
      default ->
          throw new ParameterException(
              spec.commandLine(), "A chest is drawn at 2 or 5 dates, not " + dates + ".");
    };
  }

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine().getOut();
    try (var segmenter = SegmenterLoading.begin(SegmentationSettings.standard())) {
      terminal.println("Drawing a chest at " + dates + " dates ...");
      var studies = DemoStudies.writeDemo(course(), out.resolve("ct"));
      terminal.println("Reading all as DICOM CT from " + out.resolve("ct") + " and comparing ...");
      terminal.println();
      var run =
          new ComparisonLine(ReadCommand.tools(segmenter))
              .compare(
                  List.of(out.resolve("ct")),
                  out,
                  new ReadingSettings(language, false),
                  ComparisonSettings.DEFAULT,
                  TerminalProgress.ifWatched(System.err, false));
      new Answers(terminal, language).tell(run);
      beside(run.readings().stream().filter(StudyRead.class::isInstance).toList(), studies);
      return CompareCommand.exitStatus(run);
    }
  }

  /** The dates side by side, with what was drawn: opacity of the lungs in mL and percent. */
  private void beside(List<StudyOutcome> outcomes, List<DemoStudies.DrawnStudy> drawn) {
    var terminal = spec.commandLine().getOut();
    var read = new ArrayList<StudyRead>();
    outcomes.forEach(outcome -> read.add((StudyRead) outcome));
    read.sort(Comparator.comparing(DemoCommand::studyDate));
    terminal.println("date         opacity as read        as drawn");
    for (int n = 0; n < read.size(); n++) {
      var lungs = read.get(n).findings().measurements().of(Region.LUNGS);
      terminal.printf(
          "%-10s %8s mL %6s %%   %8.0f mL %6.1f %%%n",
          drawn.get(n).moment().date(),
          number(lungs.of(Quantity.OPACITY_VOLUME).number(), "%.0f"),
          number(lungs.of(Quantity.OPACITY_PERCENT).number(), "%.1f"),
          drawnMl(drawn.get(n)),
          drawnPercent(drawn.get(n)));
    }
    terminal.println();
    for (var each : read) {
      pointTo(each, terminal);
    }
    terminal.println("    and " + out.resolve("comparison.pdf") + " for what changed");
    terminal.println(ReadingFindings.NOT_A_MEDICAL_DEVICE);
  }

  private static void pointTo(StudyRead read, PrintWriter terminal) {
    terminal.println("Look at " + read.folder().resolve("report.pdf"));
    terminal.println("    and " + read.folder().resolve("overlay"));
  }

  private static String studyDate(StudyRead read) {
    return read.findings()
        .source()
        .flatMap(source -> source.header().text(Tag.STUDY_DATE))
        .orElse("");
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "—";
  }

  private static double drawnMl(DemoStudies.DrawnStudy study) {
    var opacity = study.scan().opacity();
    return (opacity.count(1) + opacity.count(2)) * opacity.geometry().voxelMl();
  }

  private static double drawnPercent(DemoStudies.DrawnStudy study) {
    var opacity = study.scan().opacity();
    var lungs = study.scan().lungs();
    return 100.0 * (opacity.count(1) + opacity.count(2)) / (lungs.count(1) + lungs.count(2));
  }
}
