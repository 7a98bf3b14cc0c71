package org.hilum.server.hospital;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.hilum.platform.jobs.Jobs;
import org.hilum.server.operation.OperationMetrics;
import org.hilum.server.operation.QueueGauges;
import org.hilum.server.settings.HilumSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What those who run the server watch. */
@Configuration(proxyBeanMethods = false)
class OperationWiring {

  @Bean
  OperationMetrics operationMetrics(MeterRegistry registry) {
    return new OperationMetrics(registry);
  }

  @Bean
  SmartInitializingSingleton watched(
      OperationMetrics metrics, Jobs jobs, Clock clock, HilumSettings settings) {
    return () -> {
      metrics.watchQueue(new QueueGauges(jobs, clock));
      metrics.watchDisk(settings.folder().folder());
    };
  }
}
