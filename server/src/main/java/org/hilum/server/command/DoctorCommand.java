package org.hilum.server.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.hilum.imaging.dicom.TransferSyntax;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hilum doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say in words whether this machine is ready to read.")
public final class DoctorCommand implements Callable<Integer> {

  private static final double GIGABYTE = 1e9;

  /** 300 slices of 512 x 512 need about this much, measured. */
  private static final double ENOUGH_GIGABYTES = 1.4;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
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
    return memory < ENOUGH_GIGABYTES ? ExitStatus.REFUSED : ExitStatus.DONE;
  }

  private void say(String what, String words) {
    spec.commandLine().getOut().printf("%-18s %s%n", what, words);
  }
}
