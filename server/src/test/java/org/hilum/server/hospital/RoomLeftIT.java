package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server on a disk that has less than its reserve. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomLeftIT {

  @Test
  void is_alive_but_not_ready_and_tells_nobody_where_its_files_are(@TempDir Path folder) {
    try (var context =
        new ServerStart(folder, Optional.empty())
            .run(
                () -> {
                  throw new IllegalStateException("no network here");
                },
                List.of(
                    "--hilum.data=" + folder,
                    "--hilum.phantom=false",
                    "--hilum.dicom.port=0",
                    "--hilum.limits.free=1000TB",
                    "--server.port=0"))) {
      var port = context.getEnvironment().getProperty("local.server.port");
      var nobody = Visitor.at(URI.create("http://127.0.0.1:" + port));
      assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
      var ready = nobody.get("/actuator/health/readiness");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).contains("OUT_OF_SERVICE").doesNotContain(folder.toString());
    }
  }
}
