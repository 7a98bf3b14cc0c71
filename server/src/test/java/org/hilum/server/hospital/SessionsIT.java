package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionsIT {

  @TempDir Path folder;

  @Test
  void who_is_in_stays_in_when_the_server_is_started_anew() throws IOException {
    Visitor reader;
    Visitor gone;
    try (var server = RunningServer.on(folder)) {
      reader = server.person("main", Role.CLINICIAN);
      gone = server.person("main", Role.CLINICIAN);
      gone.send("DELETE", "/api/session", new byte[0]).good();
    }
    assertThat(Files.getPosixFilePermissions(folder))
        .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    try (var server = RunningServer.on(folder)) {
      assertThat(server.again(reader).get("/dicomweb/studies").status()).isLessThan(300);
      assertThat(server.again(gone).get("/dicomweb/studies").status()).isEqualTo(401);
    }
  }
}
