package org.hilum.server.command;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.platform.storage.DatabasePlace;
import org.hilum.server.hospital.HospitalServer;
import org.hilum.server.hospital.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
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
      defaultValue = "hilum-data",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "<n>",
      defaultValue = "8080",
      description = "Port of the web pages and DICOMweb (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--dicom-port",
      paramLabel = "<n>",
      defaultValue = "11112",
      description = "Port of DICOM (default: ${DEFAULT-VALUE}).")
  private int dicomPort;

  @Option(
      names = "--address",
      paramLabel = "<host>",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String address;

  @Option(
      names = "--title",
      paramLabel = "<AE>",
      defaultValue = "HILUM",
      description = "DICOM application entity title (default: ${DEFAULT-VALUE}).")
  private String title;

  @Option(
      names = "--database-url",
      paramLabel = "<jdbc>",
      description =
          "A PostgreSQL that others run: jdbc:postgresql://host:port/database. The password is"
              + " taken from HILUM_DATABASE_PASSWORD.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "<name>",
      defaultValue = "hilum",
      description = "Its user (default: ${DEFAULT-VALUE}).")
  private String databaseUser;

  @Option(
      names = "--no-phantom",
      description = "Do not put the drawn patient on a new server's worklist.")
  private boolean noPhantom;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    try (var segmenter = SegmenterLoading.begin(SegmentationSettings.standard())) {
      var server = start(segmenter);
      told(began);
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
    return new SpringApplicationBuilder(HospitalServer.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(context -> register((GenericApplicationContext) context, segmenter))
        .properties(
            Map.of("server.port", port, "server.address", address, "server.shutdown", "graceful"))
        .run();
  }

  private void register(GenericApplicationContext context, SegmenterLoading segmenter) {
    context.registerBean(ServerSettings.class, this::settings);
    context.registerBean("segmenter", SegmenterLoading.class, () -> segmenter);
  }

  private ServerSettings settings() {
    return new ServerSettings(
        data.toAbsolutePath(),
        database(),
        new InetSocketAddress(address, port),
        new InetSocketAddress(address, dicomPort),
        title,
        !noPhantom);
  }

  private DatabasePlace database() {
    if (databaseUrl == null) {
      return new DatabasePlace.Embedded(data.toAbsolutePath().resolve("database"));
    }
    var password = System.getenv("HILUM_DATABASE_PASSWORD");
    return new DatabasePlace.External(databaseUrl, databaseUser, password == null ? "" : password);
  }

  private void told(long began) {
    var out = spec.commandLine().getOut();
    out.printf("Hilum is ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
    out.printf("  web       http://%s:%d%n", address, port);
    out.printf("  DICOM     %s at %s port %d%n", title, address, dicomPort);
    out.printf("  data      %s%n", data.toAbsolutePath());
    out.println("Research and education. Not a medical device.");
    out.flush();
  }
}
