package org.hilum.server.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.hilum.imaging.dicom.AssociationEnd;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.intake.ArrivalObserver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobsMetrics;

/**
 * Counts what comes in, who calls, and how long work takes.
 *
 * <p>Labels are channels, outcomes and kinds, which are few; never institutions, titles or ids,
 * which would make one time series each.
 */
public final class OperationMetrics
    implements ArrivalObserver, AssociationEnd.Observer, JobsMetrics {

  private final MeterRegistry registry;

  public OperationMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Watches the space left where that folder lies. */
  public void watchDisk(Path folder) {
    Gauge.builder("hilum.disk.free", () -> folder.toFile().getUsableSpace())
        .description("Space left on the disk of the data folder")
        .baseUnit("bytes")
        .register(registry);
  }

  /** Watches the queue. */
  public void watchQueue(QueueGauges gauges) {
    gauges.register(registry);
  }

  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    received(sender, receipt.already() ? "again" : receipt.replaced() ? "replaced" : "new");
  }

  @Override
  public void turnedAway(Sender sender, Receipt.TurnedAway receipt) {
    received(sender, "turned_away");
  }

  @Override
  public void dropped(Sender sender) {
    received(sender, "dropped");
  }

  private void received(Sender sender, String outcome) {
    Counter.builder("hilum.received.objects")
        .description("Objects handed in, by the way they came and what became of them")
        .tag("channel", label(sender.channel()))
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  @Override
  public void ended(AssociationEnd end) {
    Counter.builder("hilum.associations")
        .description("DICOM associations that ended, and attempts at one")
        .tag("how", label(end.how()))
        .register(registry)
        .increment();
  }

  @Override
  public void attemptEnded(Job job, JobAttempt.Outcome outcome, Duration took) {
    Timer.builder("hilum.jobs.attempts")
        .description("Attempts at jobs; a reading is one of the kind read-study")
        .tag("kind", job.request().kind())
        .tag("outcome", label(outcome))
        .register(registry)
        .record(took);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
