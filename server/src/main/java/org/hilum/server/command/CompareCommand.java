package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.reading.ComparisonLine;
import org.hilum.imaging.reading.ComparisonRun;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Read two or more chest CTs of one patient and say what changed, beside the measurement error.",
      "Each input is a folder, zip, DICOMDIR or NIfTI file; one folder may hold all dates."
    },
    footer = {
      "",
      "Writes <out>/comparison.json, comparison.pdf, overlay/ and dicom/, and each reading in <out>/readings/.",
      "All studies are read with today's networks, so that no difference between networks is taken for change.",
      "Exit status: 0 compared, 2 something was refused (with reasons), 1 fault."
    })
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<prior> <current>",
      arity = "1..*",
      description =
          "What to compare. Dates in the images decide the order; without dates, this order.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "hilum-comparison",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--onset",
      paramLabel = "<yyyy-mm-dd>",
      description = "Date of the first symptoms; only with it a stage is given.")
  private @Nullable LocalDate onset;

  @Option(
      names = "--same-patient",
      description =
          "You have looked: the images are of one patient, although their identities differ.")
  private boolean samePatient;

  @Option(
      names = "--language",
      paramLabel = "<en|zh-CN>",
      defaultValue = "en",
      converter = LanguageOption.class,
      description = "Language of the reports (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    requireInputs();
    var listener = TerminalProgress.ifWatched(System.err, quiet || json);
    try (var segmenter = SegmenterLoading.begin(SegmentationSettings.standard())) {
      var run =
          new ComparisonLine(ReadCommand.tools(segmenter))
              .compare(
                  inputs,
                  out,
                  new ReadingSettings(language, false),
                  new ComparisonSettings(Optional.ofNullable(onset), samePatient),
                  listener);
      answer(run);
      return exitStatus(run);
    }
  }

  /** A path that was mistyped is told before minutes are spent on the others. */
  private void requireInputs() {
    var missing = inputs.stream().filter(input -> !Files.exists(input)).toList();
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "There is no such file or folder, nothing was read: " + missing);
    }
  }

  private void answer(ComparisonRun run) {
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(JsonAnswers.of(run));
    } else {
      new Answers(writer, language).tell(run);
    }
  }

  static int exitStatus(ComparisonRun run) {
    if (run.hasFault()) {
      return ExitStatus.FAULT;
    }
    return run.hasRefusal() ? ExitStatus.REFUSED : ExitStatus.DONE;
  }
}
