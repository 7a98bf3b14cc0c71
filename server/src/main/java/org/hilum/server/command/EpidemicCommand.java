package org.hilum.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hilum epidemic}: what a health department is told. */
@Command(
    name = "epidemic",
    mixinStandardHelpOptions = true,
    subcommands = EpidemicReportCommand.class,
    description = "Write bulletins on counts of cases, deaths and admissions.")
public final class EpidemicCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What shall be done? Try: ./hilum epidemic report --help");
  }
}
