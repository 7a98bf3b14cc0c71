package org.hilum.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.platform.storage.DataFolder;
import org.hilum.server.hospital.OpeningHours;
import org.hilum.server.hospital.ServerStart;
import org.hilum.server.settings.HilumSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hilum serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve a hospital: images come in by DICOM, DICOMweb, browser or folder, are read within"
          + " seconds, and people find them on a worklist.",
      "Database and all are embedded; nothing else needs to be installed."
    },
    footer = {"", "Stop it with Ctrl-C: nothing that was acknowledged is lost, however it ends."})
public final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Where everything is kept (default: hilum-data in your home folder).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "<n>",
      description = "Port of the web pages and DICOMweb (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--dicom-port",
      paramLabel = "<n>",
      description = "Port of DICOM (default: 11112).")
  private @Nullable Integer dicomPort;

  @Option(
      names = "--address",
      paramLabel = "<host>",
      description =
          "Address to listen on, 0.0.0.0 for all (default: 127.0.0.1, this machine only).")
  private @Nullable String address;

  @Option(
      names = "--title",
      paramLabel = "<AE>",
      description = "DICOM application entity title (default: HILUM).")
  private @Nullable String title;

  @Option(
      names = "--database-url",
      paramLabel = "<jdbc>",
      description =
          "A PostgreSQL that others run: jdbc:postgresql://host:port/database. Its password is"
              + " taken from HILUM_DATABASE_PASSWORD.")
  private @Nullable String databaseUrl;

  @Option(names = "--database-user", paramLabel = "<name>", description = "Its user.")
  private @Nullable String databaseUser;

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description =
          "Settings in YAML; without it hilum.yaml in the data folder or here. All of them:"
              + " docs/reference/configuration.md.")
  private @Nullable Path config;

  @Option(
      names = "--no-phantom",
      description = "Do not put the drawn patient on a new server's worklist.")
  private boolean noPhantom;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    try (var segmenter = SegmenterLoading.begin(SegmentationSettings.standard())) {
      var server = start(segmenter);
      told(server, began);
      var closed = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, closed)));
      closed.await();
      return ExitStatus.DONE;
    }
  }

  private static void close(ConfigurableApplicationContext server, CountDownLatch closed) {
    server.close();
    closed.countDown();
  }

  private ConfigurableApplicationContext start(SegmenterLoading segmenter) {
    var folder = data == null ? DataFolder.standard().folder() : data.toAbsolutePath();
    return new ServerStart(folder, Optional.ofNullable(config)).run(segmenter, options());
  }

  /** What was said on the command line wins over files and environment. */
  private List<String> options() {
    var options = new ArrayList<String>();
    add(options, "hilum.data", data == null ? null : data.toAbsolutePath());
    add(options, "server.port", port);
    add(options, "server.address", address);
    add(options, "hilum.dicom.address", address);
    add(options, "hilum.dicom.port", dicomPort);
    add(options, "hilum.dicom.title", title);
    add(options, "hilum.database.url", databaseUrl);
    add(options, "hilum.database.user", databaseUser);
    if (noPhantom) {
      add(options, "hilum.phantom", false);
    }
    return options;
  }

  private static void add(List<String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.add("--" + name + "=" + value);
    }
  }

  private void told(ConfigurableApplicationContext server, long began) {
    var out = spec.commandLine().getOut();
    var settings = server.getBean(HilumSettings.class);
    var environment = server.getEnvironment();
    out.printf("Hilum is ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
    out.printf(
        "  web       http://%s:%s%n",
        environment.getProperty("server.address"), environment.getProperty("local.server.port"));
    out.printf(
        "  DICOM     %s at %s port %d%n",
        settings.dicom().title(), settings.dicom().address(), settings.dicom().port());
    out.printf("  data      %s%n", settings.folder().folder());
    server
        .getBean(OpeningHours.class)
        .firstAdministrator()
        .ifPresent(
            first ->
                out.printf(
                    "%nSign in as %s with the password %s%nIt opens the account once: you are then"
                        + " asked for your own.%n%n",
                    first.account().login(), first.password()));
    out.println("Research and education. Not a medical device.");
    out.flush();
  }
}
