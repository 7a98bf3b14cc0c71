package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.io.InputStream;
import org.hilum.imaging.dicom.InstanceSource;

/** A file or entry that may be a DICOM object. */
public interface Arrival extends InstanceSource {

  /** Its first bytes, as many as there are up to the number asked for. */
  byte[] head(int most) throws IOException;

  /** Its length; of an entry, the declared one. */
  long bytes() throws IOException;

  /** Its bytes from the first to the last. */
  InputStream open() throws IOException;
}
