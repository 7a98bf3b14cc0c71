package org.hilum.server.command;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hilum.imaging.dicom.TransferSyntax;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hilum doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Say in words whether this machine is ready to read; with --data or --database-url, also whether"
          + " a server could work with those."
    })
public final class DoctorCommand implements Callable<Integer> {

  private static final double GIGABYTE = 1e9;

  /** 300 slices of 512 x 512 need about this much, measured. */
  private static final double ENOUGH_GIGABYTES = 1.4;

  @Spec private CommandSpec spec;

  @Mixin private DataOptions data;

  @Option(
      names = "--port",
      paramLabel = "<n>",
      split = ",",
      defaultValue = "8080,11112",
      description = "Ports that the server would use (default: ${DEFAULT-VALUE}).")
  private List<Integer> ports = List.of();

  @Option(
      names = "--verify",
      description = "Read every file of the data folder again, and name those that are damaged.")
  private boolean verify;

  @Override
  public Integer call() throws IOException {
    say("Java", System.getProperty("java.vendor") + " " + Runtime.version());
    say("processors", Runtime.getRuntime().availableProcessors() + ", one network worker each");
    double memory = Runtime.getRuntime().maxMemory() / GIGABYTE;
    say(
        "memory",
        String.format(Locale.ROOT, "%.1f GB may be used", memory)
            + (memory < ENOUGH_GIGABYTES ? ": too little for 300 slices; add memory" : ""));
    say("transfer syntaxes", TransferSyntax.values().length + " known");
    var network = Network.open(ProgramHome.networks().resolve(SegmenterLoading.NETWORK));
    NetworkChestSegmenter.open(network, SegmentationSettings.standard()).close();
    say("network", network.card().name() + " " + network.card().version() + " loads, sum matches");
    boolean serves = isReadyToServe();
    return serves && memory >= ENOUGH_GIGABYTES ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private boolean isReadyToServe() throws IOException {
    if (!data.areNamed()) {
      return true;
    }
    var checkup = new DataCheckup(data.folder(), data.database(), Clock.systemUTC());
    var findings = checkup.look(ports);
    if (verify) {
      findings = checkup.verify(TerminalProgress.ofBackup(System.err, false));
    }
    findings.forEach(
        each -> say(each.what(), each.isGood() ? each.words() : "PROBLEM: " + each.words()));
    return findings.stream().allMatch(DataCheckup.Finding::isGood);
  }

  private void say(String what, String words) {
    spec.commandLine().getOut().printf("%-18s %s%n", what, words);
  }
}
