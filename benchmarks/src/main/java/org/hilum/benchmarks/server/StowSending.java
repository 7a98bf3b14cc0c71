package org.hilum.benchmarks.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * How many images a second a whole server takes over STOW-RS by four connections at once, each safe
 * on disk and in the index before the answer, and another server in turn with it if one is named:
 * disks have good and bad minutes.
 *
 * <p>Arguments: a folder to work in, slices a study, images a request, and the address of another
 * server's DICOMweb, such as that of Orthanc.
 */
public final class StowSending {

  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final String BOUNDARY = "between-the-slices";
  private static final String TYPE =
      "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;

  private final URI address;
  private final String token;
  private final int ofRequest;

  private StowSending(URI address, String token, int ofRequest) {
    this.address = address;
    this.token = token;
    this.ofRequest = ofRequest;
  }

  /** See the class. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var work = Path.of(arguments[0]);
    int slices = Integer.parseInt(arguments[1]);
    int ofRequest = Integer.parseInt(arguments[2]);
    var studies = Turnaround.draw(work.resolve("sent"), slices, (ROUNDS + 2) * AT_ONCE);
    var log = work.resolve("server.log");
    var data = work.resolve("data");
    var server = ServerProcess.start(data, log, "--no-phantom");
    try {
      var base = URI.create("http://127.0.0.1:" + server.webPort());
      var here =
          new StowSending(base.resolve("/dicomweb/studies"), WebSender.token(base, log), ofRequest);
      var books = new ServerBooks(data);
      var other = arguments.length > 3 ? arguments[3] + "/studies" : "";
      for (int round = 0; round < ROUNDS; round++) {
        var before = ProcessorTime.now(server, data);
        here.measure(
            round == 0 ? "hilum, just started" : "hilum, idle",
            studies.subList(round * AT_ONCE, (round + 1) * AT_ONCE));
        System.out.println("  " + ProcessorTime.now(server, data).since(before));
        books.awaitEnds(LONGEST);
        if (!other.isEmpty()) {
          new StowSending(URI.create(other), "", ofRequest)
              .measure("the other", studies.subList(round * AT_ONCE, (round + 1) * AT_ONCE));
        }
      }
      here.measure("hilum, idle", studies.subList(ROUNDS * AT_ONCE, (ROUNDS + 1) * AT_ONCE));
      here.measure(
          "hilum, reading", studies.subList((ROUNDS + 1) * AT_ONCE, (ROUNDS + 2) * AT_ONCE));
    } finally {
      server.stop();
    }
  }

  private void measure(String who, List<Path> studies)
      throws InterruptedException, ExecutionException {
    long began = System.nanoTime();
    int images = 0;
    try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
      var sent = studies.stream().map(study -> senders.submit(() -> send(study))).toList();
      for (var each : sent) {
        images += each.get();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s, %d connections, %d images a request: %d images in %.2f s, %.0f a second%n",
        who,
        studies.size(),
        ofRequest,
        images,
        seconds,
        images / seconds);
  }

  private int send(Path study) throws IOException, InterruptedException {
    List<Path> files;
    try (var all = Files.walk(study)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int n = 0; n < files.size(); n += ofRequest) {
        var request =
            HttpRequest.newBuilder(address)
                .header("Content-Type", TYPE)
                .header("Accept", "application/dicom+json")
                .POST(body(files.subList(n, Math.min(files.size(), n + ofRequest))));
        if (!token.isEmpty()) {
          request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
          throw new IOException(response.statusCode() + " " + response.body());
        }
      }
    }
    return files.size();
  }

  private static BodyPublisher body(List<Path> files) throws FileNotFoundException {
    var parts = new ArrayList<BodyPublisher>();
    for (var file : files) {
      parts.add(
          BodyPublishers.ofString(
              "\r\n--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
      parts.add(BodyPublishers.ofFile(file));
    }
    parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }
}
