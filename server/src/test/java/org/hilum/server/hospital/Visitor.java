package org.hilum.server.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser, or a program with a token, at a loopback address of their own. */
final class Visitor {

  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger ADDRESSES = new AtomicInteger(2);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final URI base;
  private final Optional<String> token;
  private final CookieManager cookies;
  private final HttpClient client;

  private Visitor(URI base, Optional<String> token) {
    this(base, token, new CookieManager());
  }

  private Visitor(URI base, Optional<String> token, CookieManager cookies) {
    this.base = base;
    this.token = token;
    this.cookies = cookies;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .localAddress(address(ADDRESSES.getAndIncrement()))
            .build();
  }

  private static InetAddress address(int number) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) (number >> 8), (byte) number});
    } catch (UnknownHostException never) {
      throw new UncheckedIOException(never);
    }
  }

  /** Nobody yet, with the token that a page needs to ask for changes. */
  static Visitor at(URI base) {
    var visitor = new Visitor(base, Optional.empty());
    visitor.get("/api/session");
    return visitor;
  }

  /** A program with a token. */
  static Visitor with(URI base, String token) {
    return new Visitor(base, Optional.of(token));
  }

  /** The same browser, at another server. */
  Visitor elsewhere(URI server) {
    return new Visitor(server, token, cookies);
  }

  Answer signIn(String login, String password) {
    return post("/api/session", Map.of("login", login, "password", password));
  }

  Answer changePassword(String present, String next) {
    return post("/api/session/password", Map.of("present", present, "next", next));
  }

  /** A cookie's value, empty without it. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Forgets what a page needs to ask for changes, as a page of another site does not know it. */
  Visitor forgetful() {
    var store = cookies.getCookieStore();
    List.copyOf(store.getCookies()).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .forEach(cookie -> store.remove(base, cookie));
    return this;
  }

  Answer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  Answer post(String path, Object json) {
    return sendJson("POST", path, json);
  }

  Answer put(String path, Object json) {
    return sendJson("PUT", path, json);
  }

  private Answer sendJson(String method, String path, Object json) {
    return send(method, path, JSON.writeValueAsBytes(json), "Content-Type", "application/json");
  }

  Answer send(String method, String path, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LONGEST)
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    if (!cookie("XSRF-TOKEN").isEmpty()) {
      request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    }
    return answer(request.build());
  }

  /** Of a stream of events the head alone: it does not end. */
  private Answer answer(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      boolean isEndless =
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      try (var in = response.body()) {
        return new Answer(
            response.statusCode(), response.headers(), isEndless ? new byte[0] : in.readAllBytes());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(request + ": " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
