package org.hilum.server.hospital;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.intake.CompletionSettings;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.SeriesCompletion;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.platform.storage.ContentStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes in and is kept. */
@Configuration(proxyBeanMethods = false)
class ArchiveWiring {

  private static final long MOST_BYTES = 4_000_000_000L;

  @Bean
  Archive archive(DataSource tables, @Qualifier("objects") ContentStore objects) {
    return Archive.in(tables, objects);
  }

  @Bean(destroyMethod = "")
  SeriesCompletion completion(DataSource tables, Clock clock, CaseFlow flow) {
    return new SeriesCompletion(tables, CompletionSettings.USUAL, clock, flow);
  }

  @Bean
  InstanceReceiver receiver(
      @Qualifier("objects") ContentStore objects,
      Archive archive,
      Clock clock,
      SeriesCompletion completion,
      CaseFlow flow) {
    return new InstanceReceiver(
        objects, archive, clock, new ArrivalTold(List.of(flow, completion)), MOST_BYTES);
  }
}
