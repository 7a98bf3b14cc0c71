package org.hilum.server.command;

import java.io.IOException;
import org.hilum.platform.storage.BackupTroubleException;
import org.hilum.platform.storage.DatabaseTroubleException;
import org.hilum.platform.storage.FolderTakenException;
import org.hilum.platform.storage.StorageFullException;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what storage refuses, in its own words. */
final class StorageRefusals {

  private StorageRefusals() {}

  /** Something that storage may refuse; gives the exit status. */
  interface Work {
    int run() throws IOException;
  }

  static int told(CommandSpec spec, Work work) throws IOException {
    try {
      return work.run();
    } catch (BackupTroubleException
        | DatabaseTroubleException
        | FolderTakenException
        | StorageFullException refused) {
      spec.commandLine().getOut().println(refused.getMessage());
      return ExitStatus.REFUSED;
    }
  }
}
