package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hilum.imaging.intake.Inventory;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.reading.ReadingStep;
import org.hilum.imaging.reading.SeriesReport;
import org.hilum.imaging.reading.StudyReport;
import org.hilum.imaging.volume.NiftiReader;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum info}. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "Say what is in a folder, series by series, and whether each could be read.",
    footer = {"", "Looks at headers only. Exit status: 0 something could be read, 2 nothing."})
public final class InfoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<input>", description = "Folder, zip, DICOMDIR or file.")
  private Path input;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var progress = TerminalProgress.ifWatched(System.err, json);
    try (var inventory =
        StudyIntake.take(input, done -> progress.progress("", ReadingStep.INTAKE, done))) {
      var out = spec.commandLine().getOut();
      if (inventory.niftiFile().isPresent()) {
        return nifti(inventory.niftiFile().get(), out);
      }
      var studies = inventory.studies().stream().map(StudyReport::of).toList();
      if (json) {
        printJson(studies, inventory, out);
      } else {
        print(studies, inventory, out);
      }
      return exitStatus(studies);
    }
  }

  private static int exitStatus(List<StudyReport> studies) {
    return studies.stream()
            .flatMap(study -> study.series().stream())
            .anyMatch(series -> series.verdict() == SeriesReport.Verdict.WOULD_BE_READ)
        ? ExitStatus.DONE
        : ExitStatus.REFUSED;
  }

  private static int nifti(Path file, PrintWriter out) throws IOException {
    return switch (NiftiReader.read(file)) {
      case VolumeBuilt built -> {
        var geometry = built.volume().geometry();
        out.printf(
            "NIfTI volume, %d x %d x %d voxels of %.3f x %.3f x %.3f mm: would be read%n",
            geometry.columns(),
            geometry.rows(),
            geometry.slices(),
            geometry.iSpacingMm(),
            geometry.jSpacingMm(),
            geometry.kSpacingMm());
        built.deviations().forEach(reason -> out.println("  " + reason));
        yield ExitStatus.DONE;
      }
      case VolumeRefused(var reasons) -> {
        out.println("NIfTI file: refused");
        reasons.forEach(reason -> out.println("  " + reason));
        yield ExitStatus.REFUSED;
      }
    };
  }

  private static void print(List<StudyReport> studies, Inventory inventory, PrintWriter out) {
    for (var study : studies) {
      out.printf(
          "Study %s of patient id %s, %s%n",
          study.studyInstanceUid(), orUnknown(study.patientId()), orUnknown(study.studyDate()));
      study.series().forEach(series -> print(series, out));
      out.println();
    }
    inventory.refusals().forEach(reason -> out.println("Refused: " + reason));
    out.printf("%d files looked at.%n", inventory.fileCount());
    Answers.summarised(inventory.leftAlone())
        .forEach(reason -> out.println("Left alone: " + reason));
  }

  private static void print(SeriesReport series, PrintWriter out) {
    out.printf(
        "  series %-4s %-4s %5d images  %-28s %s%n",
        series.seriesNumber(),
        series.modality(),
        series.instanceCount(),
        series.description(),
        words(series.verdict()));
    out.println("         " + series.seriesInstanceUid());
    series.reasons().forEach(reason -> out.println("         " + reason));
  }

  private static String words(SeriesReport.Verdict verdict) {
    return switch (verdict) {
      case WOULD_BE_READ -> "would be read";
      case COULD_BE_READ -> "could be read, another is better";
      case REFUSED -> "refused";
      case LEFT_ALONE -> "left alone";
    };
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "(none)" : text;
  }

  private static void printJson(List<StudyReport> studies, Inventory inventory, PrintWriter out) {
    var answer = JsonNodeFactory.instance.objectNode();
    var array = answer.putArray("studies");
    studies.forEach(study -> array.add(JsonAnswers.of(study)));
    answer.set("refusals", JsonAnswers.reasons(inventory.refusals()));
    answer.set("leftAlone", JsonAnswers.reasons(inventory.leftAlone()));
    out.println(answer);
  }
}
