package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break readers, through every door: each gets a reason, and work goes on. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MalformedIT {

  private static final String SITE = "hc-odd";
  private static final String TITLE = "ODD_SENDER";
  private static final String REASON = "(?s).*[A-Z]{3}-\\d{3} [^\"]*\\w{2,} .*";

  private static RunningServer server;
  private static Visitor sender;
  private static int good;

  private List<Path> files = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void let_the_sender_come(RunningServer running) {
    server = running;
    server.institution(SITE);
    server
        .administrator()
        .put(
            "/api/peers",
            Map.of(
                "title",
                TITLE,
                "institution",
                SITE,
                "host",
                "",
                "port",
                0,
                "maySend",
                true,
                "mayQuery",
                false,
                "isMoveDestination",
                false))
        .good();
    sender = server.everybody(SITE);
  }

  @BeforeEach
  void find() throws IOException {
    try (var all = Files.walk(SharedData.require("dicom/malformed"))) {
      files = all.filter(each -> each.toString().endsWith(".dcm")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(150);
  }

  @Test
  void over_STOW() throws IOException {
    var softly = new SoftAssertions();
    for (var file : files) {
      var answer = Stow.send(sender, Files.readAllBytes(file));
      softly.assertThat(answer.status()).as("%s %s", file, answer).isIn(200, 400, 409);
      if (answer.status() == 409) {
        softly.assertThat(answer.text()).as(file.toString()).matches(REASON);
      } else if (answer.status() == 400) {
        softly.assertThat(answer.json().get("code").asString()).matches("[A-Z]{3}-\\d{3}");
        softly.assertThat(answer.json().get("detail").asString()).contains(" ");
      }
    }
    softly.assertAll();
  }

  @Test
  void by_upload() throws IOException, InterruptedException {
    var declared = new ArrayList<Map<String, Object>>();
    for (var file : files) {
      declared.add(Map.of("path", file.getFileName().toString(), "bytes", Files.size(file)));
    }
    var upload =
        sender.post("/api/uploads", Map.of("name", "odd", "files", declared)).good().json();
    var address = "/api/uploads/" + upload.get("id").asString();
    for (var each : upload.get("files")) {
      var file = files.get(declared.indexOf(declared(declared, each.get("path").asString())));
      sender
          .send(
              "PUT",
              address + "/files/" + each.get("id").asString(),
              Files.readAllBytes(file),
              "Upload-Offset",
              "0",
              "Content-Type",
              "application/octet-stream")
          .good();
    }
    sender.send("POST", address + "/finish", new byte[0]).good();
    RunningServer.await(
        "upload judged",
        () -> sender.get(address).json().get("state").asString().equals("FINISHED"));
    var softly = new SoftAssertions();
    for (var file : sender.get(address).json().get("files")) {
      var state = file.get("state").asString();
      softly
          .assertThat(state)
          .as(file.toString())
          .isIn("TAKEN", "ALREADY_HERE", "LEFT_ALONE", "TURNED_AWAY");
      if (state.equals("TURNED_AWAY")) {
        softly.assertThat(file.at("/reasons/0/code").asString()).matches("[A-Z]{3}-\\d{3}");
        softly.assertThat(file.at("/reasons/0/message").asString()).contains(" ");
      }
    }
    softly.assertAll();
  }

  private static Map<String, Object> declared(List<Map<String, Object>> all, String path) {
    return all.stream().filter(each -> path.equals(each.get("path"))).findFirst().orElseThrow();
  }

  @Test
  void by_DIMSE() throws IOException {
    var softly = new SoftAssertions();
    int sent = 0;
    for (var file : files) {
      var object = SendableObject.of(file);
      if (object.isPresent()) {
        sent++;
        try {
          check(softly, file, Dimse.send(server.dicom(TITLE), object.get()));
        } catch (IOException brokenOff) {
          softly.fail("%s: %s", file, brokenOff);
        }
      }
    }
    softly.assertThat(sent).isGreaterThan(100);
    softly.assertAll();
  }

  private static void check(SoftAssertions softly, Path file, SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.NotAgreed(var words) ->
          softly.assertThat(words).as(file.toString()).contains(" ");
      case SendOutcome.Answered(var status) -> {
        if (!status.isSuccess()) {
          softly.assertThat(status.comment()).as(file.toString()).matches(REASON);
        }
      }
    }
  }

  /** The next good study is taken through both doors. */
  @AfterEach
  void work_goes_on() throws IOException {
    var day = LocalDate.of(2022, 1, 1).plusDays(good++);
    var study = DrawnStudies.tiny("Good^Study", "GOOD-" + good, day, folder);
    for (var file : study.subList(0, 2)) {
      var outcome = Dimse.send(server.dicom(TITLE), SendableObject.of(file).orElseThrow());
      assertThat(outcome)
          .isInstanceOfSatisfying(
              SendOutcome.Answered.class,
              answered -> assertThat(answered.status().isSuccess()).isTrue());
    }
    assertThat(Stow.send(sender, Files.readAllBytes(study.getLast())).status()).isEqualTo(200);
    assertThat(sender.get("/dicomweb/instances?PatientID=GOOD-" + good).good().json()).hasSize(3);
    assertThat(server.nobody().get("/actuator/health").status()).isEqualTo(200);
  }
}
