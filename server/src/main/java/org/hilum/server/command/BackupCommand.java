package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hilum.platform.storage.Backup;
import org.hilum.platform.storage.BackupReport;
import org.hilum.platform.storage.Database;
import org.hilum.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Write down all that the server keeps, as it is now, while it runs.",
    footer = {
      "",
      "Many backups share one folder: what an earlier one brought is not copied again. Images,",
      "names and accounts are in it and are not encrypted: keep the folder where only those who",
      "may see patients can read, and on another disk than the data.",
      "Exit status: 0 done, 2 refused, or something is not in it (damaged before, or written to all",
      "the while), 1 fault."
    })
public final class BackupCommand implements Callable<Integer> {

  private static final double MEGABYTE = 1e6;
  private static final int MOST_NAMED = 10;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<folder>", description = "The backup folder, made when absent.")
  private Path target;

  @Mixin private DataOptions data;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    return StorageRefusals.told(
        spec,
        () -> {
          if (!Files.isDirectory(data.folder().folder())) {
            spec.commandLine()
                .getOut()
                .println("Nothing to back up: there is no " + data.folder().folder() + ". --data?");
            return ExitStatus.REFUSED;
          }
          return backedUp();
        });
  }

  private int backedUp() throws IOException {
    try (var database = Database.join(data.database())) {
      var backup =
          new Backup(
              database.source(),
              data.stores(),
              data.plainFolders(),
              Version.current(),
              Clock.systemUTC());
      var report = backup.write(target, TerminalProgress.ofBackup(System.err, quiet));
      tell(report);
      boolean isWhole =
          report.damagedFiles() == 0
              && report.leftOut().stream().noneMatch(each -> each.why().isLoss());
      return isWhole ? ExitStatus.DONE : ExitStatus.REFUSED;
    }
  }

  private void tell(BackupReport report) {
    var out = spec.commandLine().getOut();
    out.printf(
        "Backed up: %d rows of %d tables, %d files (%.0f MB), %d of them new.%n",
        report.rows(),
        report.tables(),
        report.files(),
        report.bytes() / MEGABYTE,
        report.copiedFiles());
    if (report.damagedFiles() > 0) {
      out.printf(
          "%d files were damaged on the server's disk and are not in it. Check that disk; an earlier"
              + " backup may have them.%n",
          report.damagedFiles());
    }
    report.leftOut().stream()
        .limit(MOST_NAMED)
        .forEach(each -> out.printf("Not in it: %s.%n", each));
    if (report.leftOut().size() > MOST_NAMED) {
      out.printf("Nor are %d more such files.%n", report.leftOut().size() - MOST_NAMED);
    }
    out.println("It lies in " + report.folder());
  }
}
