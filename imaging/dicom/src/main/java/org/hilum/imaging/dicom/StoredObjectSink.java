package org.hilum.imaging.dicom;

import java.io.IOException;

/** Where received objects go; called by many associations at once. */
public interface StoredObjectSink {

  /** Begins to take an object; an exception is answered with out of resources (A700). */
  Reception begin(ReceivedObject object) throws IOException;

  /** One object on its way in; used by one thread, ends with one of finish and drop. */
  interface Reception {

    /**
     * Takes the next bytes of a file (PS3.10): preamble, file meta information, data set exactly as
     * sent. The array is used again afterwards. An exception is answered with out of resources; the
     * rest of the object is then not offered.
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** The object is whole: makes it safe. The answer is sent to the sender as it is. */
    DimseStatus finish() throws IOException;

    /** The object will never be whole: leaves nothing of it behind. */
    void drop();
  }

  /** Takes nothing and answers with a status: how a sink refuses an object it does not want. */
  static Reception refusing(DimseStatus status) {
    return new Reception() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        // what is refused is not kept
      }

      @Override
      public DimseStatus finish() {
        return status;
      }

      @Override
      public void drop() {
        // nothing was kept
      }
    };
  }
}
