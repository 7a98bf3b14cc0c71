package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesIT {

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void open() {
    server = RunningServer.on(folder);
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/study/main/1.2.3",
        "/upload",
        "/settings",
        "/people",
        "/audit",
        "/?signOn=x"
      })
  void every_address_of_a_page_has_the_page_which_is_asked_for_each_time(String address) {
    var page = server.nobody().get(address).good();
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(page.text()).contains("<div id=\"app\">");
  }

  @Test
  void what_the_page_names_is_kept_for_good_and_sent_small() {
    for (var asset : assets()) {
      var answer = server.nobody().get(asset, "Accept-Encoding", "gzip").good();
      assertThat(answer.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
      assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }
  }

  private static List<String> assets() {
    var found =
        Pattern.compile("\"(/assets/[^\"]+)\"")
            .matcher(server.nobody().get("/").good().text())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/elsewhere", "/study/main", "/static/index.html", "/assets/../index.htm"})
  void other_addresses_have_nothing_for_somebody_unknown(String address) {
    assertThat(server.nobody().get(address).status()).isBetween(400, 499);
  }
}
