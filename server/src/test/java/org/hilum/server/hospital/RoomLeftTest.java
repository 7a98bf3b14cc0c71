package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.StorageLimits;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomLeftTest {

  @TempDir private Path folder;

  private static Health health(ContentStore store) {
    return Objects.requireNonNull(new RoomLeft(List.of(store)).health());
  }

  private static ContentHash keep(ContentStore store) throws IOException {
    try (var writing = store.begin()) {
      writing.write(new byte[] {1, 2, 3}, 0, 3);
      return writing.keep().hash();
    }
  }

  @Test
  void a_quota_that_is_used_up_puts_out_of_service_until_something_is_deleted() throws Exception {
    var store = ContentStore.open(folder, new StorageLimits(3, 0));
    RunningServer.await("counted", () -> isCounted(store));
    assertThat(health(store).getStatus()).isEqualTo(Status.UP);
    var kept = keep(store);
    assertThat(health(store).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health(store).getDetails().get("why")).asString().contains("Delete old studies");
    store.remove(kept);
    assertThat(health(store).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_disk_with_too_little_free_puts_out_of_service() throws IOException {
    var store = ContentStore.open(folder, new StorageLimits(Long.MAX_VALUE, Long.MAX_VALUE / 2));
    assertThat(health(store).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health(store).getDetails().get("why")).asString().contains("are free");
  }

  private static boolean isCounted(ContentStore store) {
    try {
      return store.usage().isCounted();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
