package org.hilum.imaging.dicom;

import java.io.IOException;

/** Where an instance can be read from, as often as needed: a file, an entry of an archive. */
public interface InstanceSource {

  /** Which file or entry, as a person would look for it. */
  String name();

  /** Parses it. */
  DicomParse read(DicomReader.Depth depth) throws IOException;
}
