package org.hilum.server.hospital;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hilum.imaging.archive.web.DicomWebProblems;
import org.hilum.imaging.archive.web.FrameController;
import org.hilum.imaging.archive.web.PictureController;
import org.hilum.imaging.archive.web.RetrieveController;
import org.hilum.imaging.archive.web.SearchController;
import org.hilum.imaging.correction.web.CorrectionController;
import org.hilum.imaging.correction.web.CorrectionDoor;
import org.hilum.imaging.correction.web.TrainingController;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.UploadSettings;
import org.hilum.imaging.intake.Uploads;
import org.hilum.imaging.intake.web.StowController;
import org.hilum.imaging.intake.web.StowLimits;
import org.hilum.imaging.intake.web.UploadController;
import org.hilum.imaging.signing.web.ReportController;
import org.hilum.imaging.signing.web.ReportDoor;
import org.hilum.imaging.worklist.Colleagues;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.web.CaseDoor;
import org.hilum.imaging.worklist.web.EntryWords;
import org.hilum.imaging.worklist.web.EventController;
import org.hilum.imaging.worklist.web.EventSettings;
import org.hilum.imaging.worklist.web.ResultController;
import org.hilum.imaging.worklist.web.WorklistController;
import org.hilum.imaging.worklist.web.WorklistEvents;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Institution;
import org.hilum.platform.access.Permission;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.web.JobsController;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What is answered over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  SearchController.class,
  RetrieveController.class,
  FrameController.class,
  PictureController.class,
  DicomWebProblems.class,
  UploadController.class,
  StowController.class,
  WorklistController.class,
  ResultController.class,
  EventController.class,
  CorrectionController.class,
  TrainingController.class,
  ReportController.class,
  JobsController.class
})
class WebWiring {

  @Bean
  DescribedAsJson describedAsJson() {
    return new DescribedAsJson();
  }

  @Bean
  EntryWords entryWords(Institutions institutions, Jobs jobs, Clock clock) {
    return new EntryWords(
        jobs, code -> institutions.institution(code).map(Institution::name).orElse(code), clock);
  }

  @Bean
  CaseDoor caseDoor(Worklist worklist, AuditTrail trail) {
    return new CaseDoor(worklist, trail);
  }

  @Bean
  CorrectionDoor correctionDoor(Worklist worklist, AuditTrail trail) {
    return new CorrectionDoor(worklist, trail);
  }

  @Bean
  ReportDoor reportDoor(Worklist worklist, AuditTrail trail) {
    return new ReportDoor(worklist, trail);
  }

  @Bean
  Colleagues colleagues(Accounts accounts) {
    return (login, institution) ->
        accounts
            .account(login)
            .filter(account -> account.institution().equals(institution))
            .filter(account -> account.person().may(Permission.ASSIGN_WORK))
            .isPresent();
  }

  @Bean(destroyMethod = "close")
  WorklistEvents worklistEvents(
      Worklist worklist, EntryWords words, JsonMapper json, Jobs jobs, Clock clock) {
    return new WorklistEvents(worklist, words, json, EventSettings.USUAL, clock).start(jobs);
  }

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
