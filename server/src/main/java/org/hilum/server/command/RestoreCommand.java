package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hilum.platform.storage.Restore;
import org.hilum.server.PlainFolders;
import org.hilum.server.TableScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Bring a backup back into an empty data folder, while no server runs there.",
    footer = {
      "",
      "All hashes are checked, rows are compared when they are back. One that is interrupted leaves",
      "a mark, and no server starts on half of the data: restore again.",
      "Exit status: 0 done, 2 refused, 1 fault."
    })
public final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<backup>",
      description = "A backup folder, whose newest backup is taken, or one backup in it.")
  private Path source;

  @Mixin private DataOptions data;

  @Option(names = "--overwrite", description = "Lose what is in the data folder and its database.")
  private boolean overwrite;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    return StorageRefusals.told(
        spec,
        () -> {
          var restore =
              new Restore(data.database(), data.folder(), TableScripts.FOLDERS, PlainFolders.NAMES);
          var report =
              restore.read(source, overwrite, TerminalProgress.ofBackup(System.err, quiet));
          spec.commandLine()
              .getOut()
              .printf(
                  "Restored the backup of %s: %d rows of %d tables, %d files, all as they were.%n"
                      + "They lie in %s%n",
                  report.made(),
                  report.rows(),
                  report.tables(),
                  report.files(),
                  data.folder().folder());
          report
              .absentFolders()
              .forEach(
                  name ->
                      spec.commandLine()
                          .getOut()
                          .printf(
                              "It was made before backups held the folder %s: what lies there was"
                                  + " left as it was.%n",
                              name));
          return ExitStatus.DONE;
        });
  }
}
