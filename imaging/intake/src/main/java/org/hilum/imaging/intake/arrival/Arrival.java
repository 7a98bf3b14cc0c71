package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import org.hilum.imaging.dicom.InstanceSource;

/** A file or entry that may be a DICOM object. */
public interface Arrival extends InstanceSource {

  /** Its first bytes, as many as there are up to the number asked for. */
  byte[] head(int most) throws IOException;
}
