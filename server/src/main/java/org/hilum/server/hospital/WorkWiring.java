package org.hilum.server.hospital;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hilum.epidemic.bulletin.BulletinDesk;
import org.hilum.epidemic.bulletin.BulletinWorker;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.Corrections;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.RadiologistReportWriter;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.signing.Reports;
import org.hilum.imaging.signing.Signatures;
import org.hilum.imaging.signing.SignerCheck;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseWork;
import org.hilum.imaging.worklist.CorrectedReadings;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistSettings;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Institution;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.storage.ContentStore;
import org.hilum.server.Version;
import org.hilum.server.operation.OperationMetrics;
import org.hilum.server.settings.HilumSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue, the line that reads, the worklist. */
@Configuration(proxyBeanMethods = false)
class WorkWiring {

  /** A reading uses every processor; two at once would only take each other's. */
  private static final int WORKERS = 1;

  @Bean(destroyMethod = "")
  JobQueue jobs(DataSource tables, Clock clock, OperationMetrics metrics) {
    return new JobQueue(tables, JobsSettings.usual("hilum", WORKERS), clock, metrics);
  }

  @Bean
  CaseChanges caseChanges() {
    return new CaseChanges();
  }

  @Bean
  CaseFlow caseFlow(
      Archive archive,
      DataSource tables,
      JobQueue jobs,
      Institutions institutions,
      Clock clock,
      CaseChanges changes) {
    var flow = new CaseFlow(archive, tables, jobs, institutions::readersFor, clock, changes);
    jobs.observe(flow);
    return flow;
  }

  @Bean
  Worklist worklist(
      DataSource tables,
      @Qualifier("results") ContentStore results,
      Archive archive,
      CaseFlow flow,
      JobQueue jobs,
      CaseChanges changes) {
    return Worklist.in(tables, results, archive, flow, jobs, changes);
  }

  @Bean
  ReportDesk reportDesk(
      DataSource tables,
      @Qualifier("results") ContentStore results,
      InstanceReceiver receiver,
      CaseChanges changes,
      Clock clock) {
    return ReportDesk.in(tables, results, receiver, changes, clock);
  }

  @Bean
  Reports reports(DataSource tables, Worklist worklist, ReportDesk desk, Clock clock) {
    var reports = new Reports(tables, worklist, desk, clock);
    worklist.observe(reports);
    return reports;
  }

  @Bean
  Signatures signatures(
      DataSource tables,
      Worklist worklist,
      ReportDesk desk,
      Archive archive,
      Clock clock,
      HilumSettings settings) {
    return new Signatures(
        new Signatures.Ground(
            tables,
            worklist,
            desk,
            archive,
            new SoftwareIdentity("Hilum", Version.current()),
            settings.folder().folder().resolve("work"),
            clock,
            clock.getZone()),
        new RadiologistReportWriter());
  }

  @Bean
  SignerCheck signerCheck(Accounts accounts, Institutions institutions) {
    return new SignerCheck(
        accounts, code -> institutions.institution(code).map(Institution::name).orElse(code));
  }

  @Bean
  Retirement retirement(
      Upkeep upkeep,
      Archive archive,
      Worklist worklist,
      JobQueue jobs,
      AuditTrail trail,
      Clock clock) {
    return new Retirement(upkeep, archive, worklist, jobs, trail, clock);
  }

  @Bean(destroyMethod = "")
  Housekeeping housekeeping(
      CaseFlow flow,
      Retirement retirement,
      Upkeep upkeep,
      Worklist worklist,
      Signatures signatures,
      Institutions institutions,
      Clock clock) {
    return new Housekeeping(
        flow,
        signatures::takeUp,
        retirement,
        upkeep,
        worklist,
        institutions,
        clock,
        Housekeeping.Pace.USUAL);
  }

  @Bean
  ReadingTools readingTools(Supplier<ChestSegmenter> segmenter, Clock clock) {
    return new ReadingTools(segmenter, clock, new SoftwareIdentity("Hilum", Version.current()));
  }

  @Bean
  CaseWork.Ground caseGround(
      DataSource tables,
      @Qualifier("results") ContentStore results,
      Archive archive,
      InstanceReceiver receiver,
      JobQueue jobs,
      ReadingTools tools,
      CaseChanges changes,
      Clock clock) {
    return new CaseWork.Ground(tables, results, archive, receiver, jobs, tools, changes, clock);
  }

  @Bean
  List<JobWorker> workers(CaseWork.Ground ground, HilumSettings settings, BulletinDesk desk)
      throws IOException {
    var workers = new ArrayList<>(CaseWork.workers(ground, reading(settings)));
    workers.add(new BulletinWorker(desk));
    return List.copyOf(workers);
  }

  @Bean(destroyMethod = "close")
  Corrections corrections(
      DataSource tables,
      Worklist worklist,
      CaseWork.Ground ground,
      ReadingTools tools,
      Clock clock,
      HilumSettings settings)
      throws IOException {
    var reading = reading(settings);
    var corrections =
        Corrections.in(
            tables,
            CaseReadings.of(worklist, new CorrectedReadings(ground, reading)),
            new Corrections.Settings(
                CorrectionLimits.usual(),
                reading.language(),
                settings.folder().folder().resolve("corrections"),
                tools.software()),
            clock);
    worklist.observe(
        new Worklist.Observer() {
          @Override
          public void changed(WorklistEntry entry) {
            // A correction is of a reading, which stays what it was.
          }

          @Override
          public void gone(CaseKey key, Set<String> seers) {
            corrections.forget(key);
          }
        });
    return corrections;
  }

  private static WorklistSettings reading(HilumSettings settings) {
    var reading = settings.reading();
    var language =
        Arrays.stream(Language.values())
            .filter(each -> each.tag().equals(reading.language()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "hilum.reading.language: en or zh-CN, not " + reading.language()));
    return new WorklistSettings(
        language,
        reading.urgentPercent(),
        reading.timeOut(),
        reading.mostAttempts(),
        settings.folder().folder().resolve("work"));
  }
}
