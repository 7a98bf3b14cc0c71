package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts are sent to a whole server, and the bulletin read in a browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EpidemicIT {

  /** Of the newest counts. */
  static final LocalDate DAY = LocalDate.of(2021, 3, 6);

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

  /** An archive of 121 days in two places. */
  static byte[] counts() throws IOException {
    return zip(cases());
  }

  private static byte[] zip(String cases) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("march/cases.csv"));
      zip.write(cases.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("../../elsewhere.csv"));
      zip.write('x');
    }
    return bytes.toByteArray();
  }

  private static String cases() {
    var csv = new StringBuilder("location,date,value\n");
    for (int back = 120; back >= 0; back--) {
      var day = DAY.minusDays(back);
      csv.append("Italy,").append(day).append(',').append(1000 + back).append('\n');
      csv.append("<script>,").append(day).append(',').append(50 + back % 7).append('\n');
    }
    return csv.toString();
  }

  private static Answer send(Visitor who, String source, String day, byte[] body) {
    return who.send(
        "PUT",
        "/api/epidemic/" + source + "/vintages/" + day,
        body,
        "Content-Type",
        "application/zip");
  }

  @Test
  void counts_sent_in_become_a_page_paper_and_files_for_who_may_see_them() throws Exception {
    var officer = server.person(Institutions.HOUSE, Role.EPIDEMIOLOGIST);
    var taken = send(officer, "ministry", DAY.toString(), zip(cases())).good().json();
    assertThat(taken.get("isNew").asBoolean()).isTrue();
    RunningServer.await(
        "a bulletin", () -> officer.get("/api/epidemic/ministry/bulletin.json").status() == 200);

    var page = officer.get("/epidemic?language=en").good();
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'sha256-")
        .contains("default-src 'none'");
    assertThat(page.text())
        .contains("Italy")
        .contains("&lt;script&gt;")
        .contains("ministry has failed since");
    assertThat(officer.get("/epidemic?place=Italy&language=zh-CN").good().text())
        .contains("\u610f\u5927\u5229");
    assertThat(officer.get("/epidemic?place=Atlantis").status()).isEqualTo(404);
    assertThat(officer.get("/epidemic?source=nobody").status()).isEqualTo(404);
    assertThat(officer.get("/api/epidemic/ministry/forecasts.csv").good().text())
        .startsWith("reference_date,target,horizon");
    assertThat(officer.get("/api/epidemic/ministry/report-zh.pdf").good().text())
        .startsWith("%PDF-");
    assertThat(officer.get("/api/epidemic/ministry/report-en.pdf?place=Italy").good().text())
        .startsWith("%PDF-");
    assertThat(officer.get("/api/epidemic/ministry/report-fr.pdf").status()).isEqualTo(400);
    assertThat(officer.get("/api/worklist").status()).isEqualTo(403);
    assertThat(Files.exists(folder.resolve("epidemic/elsewhere.csv"))).isFalse();

    // The same again changes nothing; a later delivery that is broken is said on the page.
    assertThat(
            send(officer, "ministry", DAY.toString(), zip(cases()))
                .good()
                .json()
                .get("isNew")
                .asBoolean())
        .isFalse();
    var late = DAY.plusDays(1).toString();
    var refused = send(officer, "ministry", late, zip("location,date,value\nItaly,soon,many\n"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asString()).isEqualTo("BUL-002");
    assertThat(refused.json().get("reasons").toString()).contains("SUR-003");
    assertThat(officer.get("/epidemic?language=en").good().text())
        .contains("ministry has failed since 7 Mar 2021: the counts that came were refused.");
  }

  @Test
  void what_is_no_vintage_is_refused_in_words() {
    var officer = server.person(Institutions.HOUSE, Role.EPIDEMIOLOGIST);
    var csv = "location,date,value\n".getBytes(StandardCharsets.UTF_8);
    assertThat(send(officer, "Ministry!", DAY.toString(), csv).status()).isEqualTo(400);
    assertThat(send(officer, "office", "yesterday", csv).status()).isEqualTo(400);
    assertThat(send(officer, "office", DAY.toString(), csv).status()).isEqualTo(422);
    assertThat(send(officer, "office", "2999-01-01", csv).status()).isEqualTo(422);
    var clinician = server.person(Institutions.HOUSE, Role.CLINICIAN);
    assertThat(send(clinician, "office", DAY.toString(), csv).status()).isEqualTo(403);
  }

  @Test
  void a_browser_of_somebody_unknown_is_led_to_the_login() {
    var answer = server.nobody().get("/epidemic?place=Italy", "Accept", "text/html");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/login?next=%2Fepidemic%3Fplace%3DItaly");
  }
}
