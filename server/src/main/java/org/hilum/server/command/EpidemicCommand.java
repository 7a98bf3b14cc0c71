package org.hilum.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hilum epidemic}: what a health department is told. */
@Command(
    name = "epidemic",
    mixinStandardHelpOptions = true,
    subcommands = {EpidemicImportCommand.class, EpidemicReportCommand.class},
    description = "Import counts of cases, deaths and admissions; write bulletins on them.")
public final class EpidemicCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "What shall be done? Try: ./hilum epidemic import --help, or report --help");
  }
}
