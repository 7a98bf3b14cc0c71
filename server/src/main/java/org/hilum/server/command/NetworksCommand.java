package org.hilum.server.command;

import java.util.concurrent.Callable;
import org.hilum.imaging.segmentation.Networks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hilum networks}. */
@Command(
    name = "networks",
    mixinStandardHelpOptions = true,
    description = "List the networks that are here, without loading them.")
public final class NetworksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var folder = ProgramHome.networks();
    for (var card : Networks.list(folder)) {
      out.printf("%s %s%n", card.name(), card.version());
      out.printf("  sha256   %s%n", card.sha256());
      out.printf("  card     %s%n", folder.resolve(card.name()).resolve("card.md"));
    }
    return ExitStatus.DONE;
  }
}
