package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hilum.imaging.evaluation.Evaluation;
import org.hilum.imaging.evaluation.EvaluationFiles;
import org.hilum.imaging.evaluation.EvaluationSummary;
import org.hilum.imaging.evaluation.Evaluator;
import org.hilum.imaging.evaluation.ManifestFault;
import org.hilum.imaging.evaluation.ManifestReader;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRead;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRefused;
import org.hilum.imaging.evaluation.ManifestRow;
import org.hilum.imaging.evaluation.NetworkShelf;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.segmentation.SegmentationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Compare what the networks find with what people drew, case by case.",
    footer = {
      "",
      "The manifest is CSV in UTF-8 with a header; paths are relative to it. Columns, in any order:",
      "  case          name of the case, told apart from all others (required)",
      "  image         NIfTI file, or folder, zip or file of DICOM CT (required)",
      "  lungs         mask of the lungs: NIfTI (1 both, or 1 left 2 right; 255 not labelled on"
          + " this slice) or DICOM SEG",
      "  opacity       mask of opacities: NIfTI (1 to 3; 255 not labelled on this slice) or DICOM"
          + " SEG",
      "  lesionFree    true: the lungs are known to hold no opacity",
      "  patient       cases of one patient count as one (default: the case)",
      "  group         summed up on its own, for example COVID or planning",
      "  network       folder of the network for this case (default: the one shipped)",
      "  spacingKnown  false: neither millilitres nor millimetres are measured (default: true)",
      "Segments of a SEG are told by their codes, or by number: seg.dcm#1+2, seg.dcm#L1+R2.",
      "",
      "Writes cases.csv, summary.json, summary.md and worst/*.png. How to: docs/evaluation.md.",
      "Exit status: 0 all cases measured, 2 the manifest or a case was refused, 1 fault."
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<manifest.csv>", description = "The cases.")
  private Path manifest;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "hilum-evaluation",
      description = "Where tables and pictures go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--json", description = "Answer in JSON, the same as summary.json.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    return switch (ManifestReader.read(manifest)) {
      case ManifestRefused(var faults) -> refused(faults);
      case ManifestRead(var rows) -> evaluated(rows);
    };
  }

  private int refused(List<ManifestFault> faults) {
    var err = spec.commandLine().getErr();
    err.println("The manifest cannot be used; nothing was evaluated:");
    faults.forEach(fault -> err.println("  " + fault));
    err.println("What the columns mean: ./hilum evaluate --help");
    return ExitStatus.REFUSED;
  }

  private int evaluated(List<ManifestRow> rows) throws IOException {
    try (var shelf =
        new NetworkShelf(
            ProgramHome.networks().resolve(SegmenterLoading.NETWORK),
            SegmentationSettings.standard())) {
      var evaluation =
          new Evaluator(shelf)
              .evaluate(rows, TerminalProgress.ofEvaluation(System.err, quiet || json));
      EvaluationFiles.write(evaluation, out);
      tell(evaluation);
      return exitStatus(evaluation);
    }
  }

  private void tell(Evaluation evaluation) {
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(EvaluationSummary.json(evaluation));
      return;
    }
    EvaluationSummary.tables(evaluation).forEach(writer::println);
    writer.println("Written: " + out.resolve("summary.md") + ", cases.csv, summary.json");
    writer.println("Look at  " + out.resolve("worst"));
    writer.println(ReadingFindings.NOT_A_MEDICAL_DEVICE);
  }

  private static int exitStatus(Evaluation evaluation) {
    if (evaluation.hasFault()) {
      return ExitStatus.FAULT;
    }
    return evaluation.hasRefusal() ? ExitStatus.REFUSED : ExitStatus.DONE;
  }
}
