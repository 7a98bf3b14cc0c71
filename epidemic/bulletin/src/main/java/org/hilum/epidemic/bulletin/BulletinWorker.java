package org.hilum.epidemic.bulletin;

import java.time.Duration;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobWorker;

/** Makes the bulletin of a source: the subject of its jobs. */
public final class BulletinWorker implements JobWorker {

  /** The kind of its jobs. */
  public static final String KIND = "epidemic-bulletin";

  /** Behind every reading of a patient. */
  private static final int URGENCY = -1_000;

  private static final Duration TIME_OUT = Duration.ofMinutes(30);
  private static final int MOST_ATTEMPTS = 3;

  private final BulletinDesk desk;

  public BulletinWorker(BulletinDesk desk) {
    this.desk = desk;
  }

  /** The wish for the bulletin of a source. */
  public static JobRequest wish(String source) {
    return new JobRequest(KIND, source, "", URGENCY);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Duration timeOut() {
    return TIME_OUT;
  }

  @Override
  public int mostAttempts() {
    return MOST_ATTEMPTS;
  }

  @Override
  public void work(Job job, JobProgress progress) throws Exception {
    progress.at("forecasting", 0.1);
    var source = job.request().subject();
    if (desk.make(source).isEmpty()) {
      throw new JobFailedException("source " + source + " has no counts that can be read", false);
    }
    progress.at("written", 1);
  }
}
