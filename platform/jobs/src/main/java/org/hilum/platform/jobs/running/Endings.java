package org.hilum.platform.jobs.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells workers that a job of theirs has come to its end, and remembers who was told. */
final class Endings {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

  private final Map<String, JobWorker> workers;
  private final Queue<Long> told = new ConcurrentLinkedQueue<>();

  Endings(Map<String, JobWorker> workers) {
    this.workers = workers;
  }

  /** Tells its worker, if it has ended; one that fails is told again later. */
  void tell(Job job) {
    var worker = workers.get(job.request().kind());
    if (worker == null || !job.state().isEnd()) {
      return;
    }
    try {
      worker.ended(job);
      told.add(job.id());
    } catch (RuntimeException failed) {
      LOG.warn("The worker of job {} failed at its end", job.id(), failed);
    }
  }

  /** Whose end was told since this was last asked. */
  List<Long> takeTold() {
    var ids = new ArrayList<Long>();
    for (var id = told.poll(); id != null; id = told.poll()) {
      ids.add(id);
    }
    return ids;
  }
}
