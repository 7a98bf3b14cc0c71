package org.hilum.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.dicom.AssociationEnd;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobsSettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OperationMetrics metrics = new OperationMetrics(registry);
  private final Sender sender = new Sender("hc-1", "CT_1", Channel.values()[0], "1");

  @Test
  void what_comes_in_is_counted_by_channel_and_outcome() {
    metrics.turnedAway(
        sender, new Receipt.TurnedAway(List.of(), Optional.empty(), Optional.empty()));
    metrics.dropped(sender);
    metrics.dropped(sender);
    assertThat(registry.get("hilum.received.objects").tag("outcome", "dropped").counter().count())
        .isEqualTo(2);
    assertThat(
            registry.get("hilum.received.objects").tag("outcome", "turned_away").counter().count())
        .isEqualTo(1);
  }

  @Test
  void associations_are_counted_by_how_they_ended() {
    metrics.ended(
        new AssociationEnd(
            1, new InetSocketAddress(0), "CT_1", "HILUM", 3, AssociationEnd.How.LOST, "cut"));
    assertThat(registry.get("hilum.associations").tag("how", "lost").counter().count())
        .isEqualTo(1);
  }

  @Test
  void the_queue_and_its_attempts_are_measured() {
    var queue =
        new JobQueue(
            ScratchDatabase.with("org/hilum/platform/jobs/sql"),
            JobsSettings.usual("node-" + UUID.randomUUID(), 1),
            InstantSource.system());
    var job = queue.submit(new JobRequest("read-study", "1.2.3", "hc-1", 0));
    metrics.watchQueue(new QueueGauges(queue, InstantSource.system()));
    metrics.attemptEnded(job, JobAttempt.Outcome.DONE, Duration.ofSeconds(3));
    assertThat(registry.get("hilum.jobs.open").tag("state", "waiting").gauge().value())
        .isPositive();
    assertThat(registry.get("hilum.jobs.longest.waiting").gauge().value()).isNotNegative();
    assertThat(
            registry
                .get("hilum.jobs.attempts")
                .tag("kind", "read-study")
                .tag("outcome", "done")
                .timer()
                .totalTime(TimeUnit.SECONDS))
        .isEqualTo(3);
  }

  @Test
  void no_label_tells_an_institution_or_a_sender(@TempDir Path folder) {
    metrics.watchDisk(folder);
    metrics.dropped(sender);
    assertThat(registry.get("hilum.disk.free").gauge().value()).isPositive();
    assertThat(registry.getMeters())
        .allSatisfy(
            meter ->
                assertThat(meter.getId().toString()).doesNotContain("hc-1").doesNotContain("CT_1"));
  }
}
