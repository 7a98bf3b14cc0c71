package org.hilum.server.hospital;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.hilum.epidemic.bulletin.BulletinDesk;
import org.hilum.epidemic.bulletin.BulletinRounds;
import org.hilum.epidemic.bulletin.web.BulletinController;
import org.hilum.epidemic.bulletin.web.BulletinDoor;
import org.hilum.epidemic.bulletin.web.PageController;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.storage.FolderLock;
import org.hilum.server.PlainFolders;
import org.hilum.server.Version;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The bulletins of the epidemic: taken in, made, shown. */
@Configuration(proxyBeanMethods = false)
@Import({PageController.class, BulletinController.class})
class EpidemicWiring {

  private static final Duration ROUND = Duration.ofMinutes(1);

  private static Path folder(HilumSettings settings) {
    return settings.folder().folder().resolve(PlainFolders.EPIDEMIC);
  }

  @Bean
  BulletinDesk bulletinDesk(HilumSettings settings, FolderLock taken, Clock clock) {
    return new BulletinDesk(folder(settings), clock, clock.getZone(), "Hilum " + Version.current());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  BulletinRounds bulletinRounds(BulletinDesk desk, JobQueue jobs, HilumSettings settings) {
    return new BulletinRounds(desk, jobs, folder(settings).resolve("watched"), ROUND);
  }

  @Bean
  BulletinDoor bulletinDoor(BulletinDesk desk, AuditTrail trail) {
    return new BulletinDoor(desk, trail);
  }
}
