package org.hilum.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.hilum.server.command.BackupCommand;
import org.hilum.server.command.CompareCommand;
import org.hilum.server.command.DemoCommand;
import org.hilum.server.command.DoctorCommand;
import org.hilum.server.command.EpidemicCommand;
import org.hilum.server.command.EvaluateCommand;
import org.hilum.server.command.ExitStatus;
import org.hilum.server.command.ExplainCommand;
import org.hilum.server.command.ForecastCommand;
import org.hilum.server.command.InfoCommand;
import org.hilum.server.command.NetworksCommand;
import org.hilum.server.command.ReadCommand;
import org.hilum.server.command.RestoreCommand;
import org.hilum.server.command.ServeCommand;
import org.hilum.server.command.VersionCommand;
import org.hilum.server.command.WarmUpCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as the user meets it on the command line. */
@Command(
    name = "hilum",
    mixinStandardHelpOptions = true,
    versionProvider = Hilum.VersionLine.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ReadCommand.class,
      CompareCommand.class,
      InfoCommand.class,
      NetworksCommand.class,
      EvaluateCommand.class,
      EpidemicCommand.class,
      ForecastCommand.class,
      ExplainCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      WarmUpCommand.class,
      VersionCommand.class,
      HelpCommand.class
    },
    header = "Chest CT in, a COVID-19 reading out.",
    footer = {
      "",
      "Exit status: 0 done, 2 refused with reasons, 1 fault.",
      "Research and education. Not a medical device."
    })
public final class Hilum implements Runnable {

  @Spec private CommandSpec spec;

  /** Answers {@code --version}. */
  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Hilum " + Version.current()};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall be done? Try: ./hilum demo");
  }

  /** What libraries do is not for the terminal; a server sets up its own log afterwards. */
  private static void quieten() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.ERROR);
  }

  public static void main(String[] arguments) {
    quieten();
    System.exit(
        run(
            arguments,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /** Runs one command line, as {@code main} does, but answers instead of ending the process. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Hilum())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Hilum::fault)
        .execute(arguments);
  }

  private static int fault(
      Exception fault, CommandLine commandLine, CommandLine.ParseResult parsed) {
    var err = commandLine.getErr();
    err.println("Something failed that should not have: " + fault);
    if (System.getenv("HILUM_TRACE") == null) {
      err.println("Run again with HILUM_TRACE=1 for the details a developer needs.");
    } else {
      fault.printStackTrace(err);
    }
    return ExitStatus.FAULT;
  }
}
