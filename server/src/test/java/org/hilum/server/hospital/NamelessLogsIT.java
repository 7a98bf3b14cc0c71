package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whatever is logged on a patient's way through the house, the name is not in it. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamelessLogsIT {

  private static final String NAME = "Unnennbar^Niemand";

  /** Keeps every record as it would be written. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      var thrown = event.getThrowableProxy();
      lines.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
    }
  }

  @Test
  void no_record_holds_the_name_of_a_patient(RunningServer server, @TempDir Path folder)
      throws Exception {
    var kept = new Kept();
    var ours = (Logger) LoggerFactory.getLogger("org.hilum");
    var before = ours.getLevel();
    ours.setLevel(Level.TRACE);
    kept.start();
    var all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    all.addAppender(kept);
    try {
      ours.trace("records are kept from here on");
      live(server, folder);
    } finally {
      all.detachAppender(kept);
      ours.setLevel(before);
    }
    assertThat(kept.lines)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContainIgnoringCase("Unnennbar")
                    .doesNotContainIgnoringCase("Niemand"));
  }

  /** Good, resent, changed, cut and broken objects by two doors; searches, views, a reading. */
  private static void live(RunningServer server, Path folder) throws Exception {
    var doctor = server.everybody("main");
    var files = DrawnStudies.tiny(NAME, "NAMELESS-1", LocalDate.of(2024, 1, 2), folder);
    Dimse.send(server.dicom("SCANNER_1"), files);
    Dimse.send(server.dicom("SCANNER_1"), files);
    var bytes = Files.readAllBytes(files.getFirst());
    Stow.send(doctor, Arrays.copyOf(bytes, bytes.length / 2));
    Stow.send(doctor, Arrays.copyOf(bytes, 400));
    bytes[bytes.length - 1] ^= 1;
    Stow.send(doctor, bytes);
    Stow.send(doctor, NAME.getBytes(StandardCharsets.UTF_8));
    doctor.get("/api/worklist?text=Unnennbar");
    var found = doctor.get("/dicomweb/studies?PatientName=Unnennbar*").good().json();
    var study = found.get(0).at("/0020000D/Value/0").asString();
    RunningServer.await(
        "the case to end",
        () ->
            List.of("READ", "REFUSED", "SET_ASIDE")
                .contains(
                    doctor.get("/api/worklist/main/" + study).json().path("state").asString("")));
    doctor.get("/dicomweb/studies/" + study + "/metadata");
    doctor.get("/api/worklist/main/Unnennbar^Niemand".replace("^", "%5E"));
  }
}
