package org.hilum.benchmarks.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes the token of a program that sends images to a new server, by the steps people take: the
 * administrator signs in with the one-time password, makes a technologist, and that one makes the
 * token.
 */
final class WebSender {

  private static final String PASSWORD = "a chest in 300 slices, drawn";
  private static final Pattern FIRST =
      Pattern.compile("Sign in as (\\S+) with the password (\\S+)");

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  private WebSender(URI base) {
    this.base = base;
  }

  /** The secret of a token that may send images to a server whose output lies in a file. */
  static String token(URI server, Path log) throws IOException, InterruptedException {
    var first = FIRST.matcher(Files.readString(log));
    if (!first.find()) {
      throw new IOException("the server told no first password");
    }
    var administrator = new WebSender(server);
    administrator.enter(first.group(1), first.group(2));
    var institution = field("institution", administrator.ask("GET", "/api/session", ""));
    var made =
        administrator.ask(
            "POST",
            "/api/accounts",
            """
            {"institution": "%s", "login": "sender", "displayName": "Sender",
             "roles": ["TECHNOLOGIST"]}"""
                .formatted(institution));
    var technologist = new WebSender(server);
    technologist.enter("sender", field("oneTimePassword", made));
    return field(
        "secret",
        technologist.ask(
            "POST",
            "/api/tokens",
            "{\"name\": \"bench\", \"permissions\": [\"SEND_IMAGES\"], \"days\": 1}"));
  }

  private void enter(String login, String oneTime) throws IOException, InterruptedException {
    ask(
        "POST",
        "/api/session",
        "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, oneTime));
    ask("GET", "/api/session", "");
    ask(
        "POST",
        "/api/session/password",
        "{\"present\": \"%s\", \"next\": \"%s\"}".formatted(oneTime, PASSWORD));
    ask("GET", "/api/session", "");
  }

  private String ask(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    cookies.getCookieStore().get(base).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private static String field(String name, String json) throws IOException {
    var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("no " + name + " in the answer");
    }
    return found.group(1);
  }
}
