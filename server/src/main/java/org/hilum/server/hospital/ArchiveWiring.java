package org.hilum.server.hospital;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.RetentionPolicy;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.imaging.intake.CompletionSettings;
import org.hilum.imaging.intake.FolderSettings;
import org.hilum.imaging.intake.FolderSettings.Afterwards;
import org.hilum.imaging.intake.GuardedObserver;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.SeriesCompletion;
import org.hilum.imaging.intake.WatchedFolder;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.storage.ContentStore;
import org.hilum.server.operation.OperationMetrics;
import org.hilum.server.settings.HilumSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes in and is kept. */
@Configuration(proxyBeanMethods = false)
class ArchiveWiring {

  @Bean
  Archive archive(DataSource tables, @Qualifier("objects") ContentStore objects) {
    return Archive.in(tables, objects);
  }

  @Bean
  Upkeep upkeep(
      DataSource tables,
      @Qualifier("objects") ContentStore objects,
      HilumSettings settings,
      Clock clock) {
    var kept = settings.retention();
    var policy = new RetentionPolicy(kept.institutions(), kept.days());
    return Upkeep.of(tables, objects, policy, clock);
  }

  @Bean(destroyMethod = "")
  SeriesCompletion completion(
      DataSource tables, HilumSettings settings, Clock clock, CaseFlow flow) {
    var quiet = settings.completeness();
    return new SeriesCompletion(
        tables, new CompletionSettings(quiet.afterTransfer(), quiet.otherwise()), clock, flow);
  }

  @Bean
  InstanceReceiver receiver(
      @Qualifier("objects") ContentStore objects,
      Archive archive,
      Clock clock,
      SeriesCompletion completion,
      CaseFlow flow,
      OperationMetrics metrics,
      HilumSettings settings) {
    return new InstanceReceiver(
        objects,
        archive,
        clock,
        new GuardedObserver(List.of(flow, completion, metrics)),
        settings.limits().object().toBytes());
  }

  @Bean
  List<WatchedFolder> watchedFolders(
      HilumSettings settings, InstanceReceiver receiver, Clock clock, AuditTrail trail) {
    return settings.folders().stream()
        .map(each -> new WatchedFolder(folder(each), receiver, clock, trail))
        .toList();
  }

  private static FolderSettings folder(HilumSettings.Folder wanted) {
    var usual = FolderSettings.usual(wanted.name(), wanted.path(), wanted.institution());
    return new FolderSettings(
        usual.name(),
        usual.folder(),
        usual.institution(),
        wanted.delete() ? Afterwards.DELETE : Afterwards.MOVE,
        usual.stableFor(),
        usual.pollEvery());
  }
}
