package org.hilum.server.command;

import java.util.concurrent.Callable;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hilum version}. */
@Command(name = "version", description = "Say which version this is.")
public final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println("Hilum " + Version.current());
    spec.commandLine().getOut().println(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    return ExitStatus.DONE;
  }
}
