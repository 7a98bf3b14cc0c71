package org.hilum.imaging.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.intake.acceptance.Acceptance;
import org.hilum.platform.storage.ContentStore.Kept;

/**
 * An object that came whole and is on its way to the disk; used by the thread of its transfer.
 *
 * <p>Objects get into the index in the order in which their receipts are asked for, and so the
 * later of two with one UID is the one that stays.
 */
public final class Settling implements Closeable {

  private final InstanceReceiver.Receiving receiving;
  private final Acceptance judged;
  private final Future<Kept> kept;

  Settling(InstanceReceiver.Receiving receiving, Acceptance judged, Future<Kept> kept) {
    this.receiving = receiving;
    this.judged = judged;
    this.kept = kept;
  }

  /**
   * Waits until it is safe.
   *
   * @throws IOException where it could not be made safe; {@link NotKeptException#reason} says why
   */
  public Receipt receipt() throws IOException {
    return receiving.receipt(judged, kept);
  }

  /** What is to get into the index, once it is on the disk; empty where it is not, or will not. */
  Optional<NewInstance> instance() {
    if (!(judged instanceof Acceptance.Fit fit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(receiving.instance(fit, end(kept)));
    } catch (IOException notKept) {
      // Its receipt, when it is asked for, throws this.
      return Optional.empty();
    }
  }

  Receipt entered(NewInstance instance, StoreOutcome outcome) {
    return receiving.entered(instance, outcome);
  }

  static Kept end(Future<Kept> kept) throws IOException {
    try {
      return kept.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while an object was brought to the disk");
    }
  }

  /** Leaves nothing behind of an object without a receipt. */
  @Override
  public void close() throws IOException {
    awaitDisk();
    receiving.close();
  }

  /** Nobody closes a file that is still being written. */
  private void awaitDisk() throws InterruptedIOException {
    try {
      kept.get();
    } catch (ExecutionException | CancellationException ended) {
      // It is over either way.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while an object was brought to the disk");
    }
  }
}
