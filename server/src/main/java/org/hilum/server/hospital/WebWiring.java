package org.hilum.server.hospital;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hilum.imaging.archive.web.DicomWebProblems;
import org.hilum.imaging.archive.web.FrameController;
import org.hilum.imaging.archive.web.PictureController;
import org.hilum.imaging.archive.web.RetrieveController;
import org.hilum.imaging.archive.web.SearchController;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.UploadSettings;
import org.hilum.imaging.intake.Uploads;
import org.hilum.imaging.intake.web.StowController;
import org.hilum.imaging.intake.web.StowLimits;
import org.hilum.imaging.intake.web.UploadController;
import org.hilum.platform.access.AuditTrail;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is answered over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  SearchController.class,
  RetrieveController.class,
  FrameController.class,
  PictureController.class,
  DicomWebProblems.class,
  UploadController.class,
  StowController.class
})
class WebWiring {

  @Bean
  StowLimits stowLimits() {
    return StowLimits.USUAL;
  }

  @Bean(destroyMethod = "")
  Uploads uploads(
      DataSource tables,
      HilumSettings settings,
      InstanceReceiver receiver,
      Clock clock,
      AuditTrail trail)
      throws IOException {
    var usual = UploadSettings.USUAL;
    return new Uploads(
        tables,
        settings.folder().folder().resolve("uploads"),
        receiver,
        new UploadSettings(
            settings.limits().upload().toBytes(),
            usual.mostFiles(),
            usual.mostOpen(),
            usual.unfinishedAfter(),
            usual.forgottenAfter(),
            settings.limits().free().toBytes()),
        clock,
        trail);
  }
}
