package org.hilum.server.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hilum.imaging.reading.ReadingLine;
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
      var result = new ReadingLine(tools(segmenter)).read(input, out, settings, listener);
      answer(result);
      return exitStatus(result);
    }
  }

  static ReadingTools tools(SegmenterLoading segmenter) {
    return new ReadingTools(
        segmenter, Clock.systemDefaultZone(), new SoftwareIdentity("Hilum", Version.current()));
  }

  private void answer(ReadingResult result) {
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(JsonAnswers.of(result));
    } else {
      new Answers(writer, language).tell(result);
    }
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
