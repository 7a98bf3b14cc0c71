package org.hilum.server.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server in this process, on free ports, without the drawn patient; its sign-on is down.
 */
final class RunningServer implements AutoCloseable {

  /** Password of everybody who was asked for their own. */
  static final String PASSWORD = "correct horse battery 7";

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(100);

  private final Path folder;
  private final boolean isTemporary;
  private final int dicomPort;
  private final ConfigurableApplicationContext context;
  private final URI base;
  private final Map<String, Visitor> known = new HashMap<>();
  private @Nullable ChestSegmenter segmenter;

  /** Gives test classes the one server that they share. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(RunningServer.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent("running server", key -> temporary(), RunningServer.class);
    }
  }

  private static RunningServer temporary() {
    try {
      return new RunningServer(Files.createTempDirectory("hilum-server-"), true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A server of its own on a data folder. */
  static RunningServer on(Path folder) {
    return new RunningServer(folder, false);
  }

  private RunningServer(Path folder, boolean isTemporary) {
    this.folder = folder;
    this.isTemporary = isTemporary;
    this.dicomPort = freePort();
    this.context =
        new ServerStart(folder, Optional.empty())
            .run(
                this::segmenter,
                List.of(
                    "--hilum.data=" + folder,
                    "--hilum.phantom=false",
                    "--hilum.dicom.port=" + dicomPort,
                    "--hilum.limits.free=10MB",
                    "--hilum.sign-on.issuer=http://127.0.0.1:1",
                    "--hilum.sign-on.client-id=hilum",
                    "--server.port=0"));
    this.base =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Loaded when the first study is read, and not where none is. */
  private synchronized ChestSegmenter segmenter() {
    if (segmenter == null) {
      segmenter =
          NetworkChestSegmenter.open(
              Network.open(networks().resolve("chest-opacity-2d")),
              SegmentationSettings.standard());
    }
    return segmenter;
  }

  private static Path networks() {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      if (Files.isDirectory(here.resolve("networks"))) {
        return here.resolve("networks");
      }
    }
    throw new IllegalStateException("the folder of networks was not found");
  }

  Path folder() {
    return folder;
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  CallSettings dicom(String callingTitle) {
    return CallSettings.to(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), dicomPort), callingTitle, "HILUM");
  }

  /** Somebody who was at another server, with what they had there. */
  Visitor again(Visitor visitor) {
    return visitor.elsewhere(base);
  }

  /** Nobody. */
  Visitor nobody() {
    return Visitor.at(base);
  }

  /** The first administrator, signed in with a password of their own. */
  synchronized Visitor administrator() {
    return known.computeIfAbsent(
        "administrator",
        key -> {
          var first = part(OpeningHours.class).firstAdministrator().orElseThrow();
          return entered(first.account().login(), first.password());
        });
  }

  private Visitor entered(String login, String oneTime) {
    var visitor = nobody();
    visitor.signIn(login, oneTime).good();
    visitor.changePassword(oneTime, PASSWORD).good();
    return visitor;
  }

  /** Makes an institution, or leaves it as it is. */
  void institution(String code) {
    administrator()
        .put("/api/institutions/" + code, Map.of("name", "Site " + code, "isActive", true))
        .good();
  }

  /** An account that was just made: its login, and the password that opens it once. */
  record Newcomer(long id, String login, String oneTimePassword) {}

  Newcomer newcomer(String institution, Role... roles) {
    var login = "person" + PEOPLE.incrementAndGet();
    var made =
        administrator()
            .post(
                "/api/accounts",
                Map.of(
                    "institution",
                    institution,
                    "login",
                    login,
                    "displayName",
                    "Person",
                    "roles",
                    Arrays.asList(roles)))
            .good()
            .json();
    return new Newcomer(
        made.at("/account/id").asLong(), login, made.get("oneTimePassword").asString());
  }

  /** Somebody of these roles, signed in. */
  Visitor person(String institution, Role... roles) {
    var newcomer = newcomer(institution, roles);
    return entered(newcomer.login(), newcomer.oneTimePassword());
  }

  /** A program that may do only so much. */
  Visitor program(Visitor maker, Permission... permissions) {
    var wanted = Map.of("name", "test", "permissions", Set.of(permissions), "days", 1);
    return Visitor.with(
        base, maker.post("/api/tokens", wanted).good().json().get("secret").asString());
  }

  /** Somebody who has every role of an institution. */
  synchronized Visitor everybody(String institution) {
    administrator();
    return known.computeIfAbsent(institution, key -> person(institution, Role.values()));
  }

  /** Waits for something that takes its time. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("in vain: " + what);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws IOException {
    context.close();
    if (segmenter != null) {
      segmenter.close();
    }
    if (isTemporary) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
