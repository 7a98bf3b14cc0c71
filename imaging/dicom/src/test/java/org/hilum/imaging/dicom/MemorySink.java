package org.hilum.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps whole objects by their instance UID, and counts the partial ones it dropped. */
class MemorySink implements StoredObjectSink {

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final Map<String, ReceivedObject> objects = new ConcurrentHashMap<>();
  final AtomicInteger begun = new AtomicInteger();
  final AtomicInteger dropped = new AtomicInteger();

  @Override
  public Reception begin(ReceivedObject object) {
    begun.incrementAndGet();
    var bytes = new ByteArrayOutputStream();
    return new Reception() {
      @Override
      public void write(byte[] from, int offset, int length) {
        bytes.write(from, offset, length);
      }

      @Override
      public DimseStatus finish() {
        files.put(object.sopInstance().value(), bytes.toByteArray());
        objects.put(object.sopInstance().value(), object);
        return DimseStatus.SUCCESS;
      }

      @Override
      public void drop() {
        dropped.incrementAndGet();
      }
    };
  }
}
