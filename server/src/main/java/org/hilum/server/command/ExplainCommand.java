package org.hilum.server.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.hilum.server.ReasonCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum explain VOL-004}. */
@Command(
    name = "explain",
    description = "Say what a reason code means and what to do about it; without a code, list all.")
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "<code>", description = "For example VOL-004.")
  private String code = "";

  @Override
  public Integer call() {
    var wanted = code.toUpperCase(Locale.ROOT);
    var found = ReasonCodes.all().stream().filter(each -> each.code().startsWith(wanted)).toList();
    if (found.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("There is no code " + wanted + ". ./hilum explain lists all.");
      return ExitStatus.REFUSED;
    }
    found.forEach(each -> spec.commandLine().getOut().println(each.code() + "  " + each.meaning()));
    return ExitStatus.DONE;
  }
}
