package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.hilum.imaging.reading.ReadingLine;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingResult;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum read}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Read every chest CT study in a folder, zip, DICOMDIR, DICOM file or NIfTI file.",
    footer = {
      "",
      "Writes <out>/<study>/ with reading.json, report.pdf, overlay/, masks/ and dicom/.",
      "Exit status: 0 all read, 2 something was refused (with reasons), 1 fault."
    })
public final class ReadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<input>", description = "What to read.")
  private Path input;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "hilum-out",
      description = "Where each study gets a folder (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--language",
      paramLabel = "<en|zh-CN>",
      defaultValue = "en",
      converter = LanguageOption.class,
      description = "Language of the report (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--probability",
      description = "Also write masks/opacity-probability.nii.gz, 0 to 1 for each voxel.")
  private boolean probability;

  @Option(names = "--json", description = "Answer in JSON, one object for all studies.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var settings = new ReadingSettings(language, probability);
    var listener = TerminalProgress.ifWatched(System.err, quiet || json);
    var standard = SegmentationSettings.standard();
    try (var segmenter =
        SegmenterLoading.begin(probability ? standard.keepingProbability() : standard)) {
      return json
          ? readInJson(segmenter, settings, listener)
          : readInWords(segmenter, settings, listener);
    }
  }

  /** Each study is told as soon as it is done. */
  private int readInWords(
      SegmenterLoading segmenter, ReadingSettings settings, ReadingListener listener)
      throws IOException {
    var answers = new Answers(spec.commandLine().getOut(), language);
    var tally = new ReadingTally(listener, answers::tell);
    var rest = new ReadingLine(tools(segmenter)).readEach(input, out, settings, tally);
    answers.tell(rest);
    if (tally.hasSeveralDates()) {
      spec.commandLine()
          .getOut()
          .println("Several studies of one patient. What changed: ./hilum compare " + input);
    }
    return tally.exitStatus(rest);
  }

  private int readInJson(
      SegmenterLoading segmenter, ReadingSettings settings, ReadingListener listener)
      throws IOException {
    var studies = new ArrayList<ObjectNode>();
    var tally = new ReadingTally(listener, outcome -> studies.add(JsonAnswers.of(outcome)));
    var rest = new ReadingLine(tools(segmenter)).readEach(input, out, settings, tally);
    spec.commandLine().getOut().println(JsonAnswers.of(studies, rest));
    return tally.exitStatus(rest);
  }

  static ReadingTools tools(SegmenterLoading segmenter) {
    return new ReadingTools(
        segmenter, Clock.systemDefaultZone(), new SoftwareIdentity("Hilum", Version.current()));
  }

  static int exitStatus(ReadingResult result) {
    if (result.hasFault()) {
      return ExitStatus.FAULT;
    }
    return result.hasRefusal() || result.outcomes().isEmpty()
        ? ExitStatus.REFUSED
        : ExitStatus.DONE;
  }
}
