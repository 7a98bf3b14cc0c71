package org.hilum.server.hospital;

import java.util.List;
import org.hilum.platform.storage.ContentStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the server can take more in: not ready while a store is full, and ready by itself. */
final class RoomLeft extends AbstractHealthIndicator {

  private final List<ContentStore> stores;

  RoomLeft(List<ContentStore> stores) {
    this.stores = List.copyOf(stores);
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    health.up();
    for (var store : stores) {
      store.whyFull().ifPresent(why -> health.outOfService().withDetail("why", why));
    }
  }
}
