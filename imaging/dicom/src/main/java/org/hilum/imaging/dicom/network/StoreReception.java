package org.hilum.imaging.dicom.network;

import java.io.IOException;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoredObjectSink;

/**
 * One object on its way to the sink: a sink that fails does not stop the stream, it changes the
 * answer.
 */
final class StoreReception implements AutoCloseable {

  private static final String SINK_FAILED = "the object could not be stored";

  private StoredObjectSink.Reception reception;
  private boolean ended;

  private StoreReception(StoredObjectSink.Reception reception) {
    this.reception = reception;
  }

  /** Begins with the opening of the file. */
  static StoreReception begin(StoredObjectSink sink, ReceivedObject object) {
    try {
      var begun = new StoreReception(sink.begin(object));
      var opening = object.fileOpening();
      begun.write(opening, 0, opening.length);
      return begun;
    } catch (IOException | RuntimeException failed) {
      return refusing(DimseStatus.outOfResources(SINK_FAILED));
    }
  }

  static StoreReception refusing(DimseStatus status) {
    return new StoreReception(StoredObjectSink.refusing(status));
  }

  void write(byte[] bytes, int offset, int length) {
    try {
      reception.write(bytes, offset, length);
    } catch (IOException | RuntimeException failed) {
      var failing = reception;
      reception = StoredObjectSink.refusing(DimseStatus.outOfResources(SINK_FAILED));
      drop(failing);
    }
  }

  /** The answer to the sender. */
  DimseStatus finish() {
    try {
      var status = reception.finish();
      ended = true;
      return status;
    } catch (IOException | RuntimeException failed) {
      return DimseStatus.outOfResources(SINK_FAILED);
    }
  }

  /** Drops what was not finished. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      drop(reception);
    }
  }

  /** What it leaves behind is for the sink to find later: the peer is not to suffer for it. */
  private static void drop(StoredObjectSink.Reception reception) {
    try {
      reception.drop();
    } catch (RuntimeException failed) {
      // nothing of it was promised
    }
  }
}
