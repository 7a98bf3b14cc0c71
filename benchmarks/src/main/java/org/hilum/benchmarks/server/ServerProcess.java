package org.hilum.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./hilum serve} in a process of its own, on free ports, its output in a file. */
final class ServerProcess {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MS = 20;
  private static final String READY = "Hilum is ready";

  private final Process process;
  private final int dicomPort;
  private final int webPort;
  private final double startSeconds;

  private ServerProcess(Process process, int dicomPort, int webPort, double startSeconds) {
    this.process = process;
    this.dicomPort = dicomPort;
    this.webPort = webPort;
    this.startSeconds = startSeconds;
  }

  /** Starts it and waits until it says that it is ready. */
  static ServerProcess start(Path data, Path log, String... more)
      throws IOException, InterruptedException {
    int dicom = freePort();
    int web = freePort();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("hilum.home"), "hilum").toString(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(web),
                "--dicom-port",
                Integer.toString(dicom)));
    command.addAll(List.of(more));
    Files.deleteIfExists(log);
    long began = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!Files.readString(log, StandardCharsets.UTF_8).contains(READY)) {
      if (!process.isAlive() || seconds(began) > LONGEST_START.toSeconds()) {
        process.destroyForcibly();
        throw new IOException("the server did not start:\n" + Files.readString(log));
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    return new ServerProcess(process, dicom, web, seconds(began));
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens for DICOM. */
  InetSocketAddress dicom() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), dicomPort);
  }

  int webPort() {
    return webPort;
  }

  long pid() {
    return process.pid();
  }

  /** From the command to ready. */
  double startSeconds() {
    return startSeconds;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as Ctrl-C does. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
