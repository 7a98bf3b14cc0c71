package org.hilum.imaging.dicom;

/**
 * An instance known by its header, whose pixels can still be fetched.
 *
 * @param header parsed without pixel data; may leave out private and very long attributes
 * @param source where the whole of it is read from
 */
public record Instance(DicomObject header, InstanceSource source) {

  /** The attributes. */
  public DataSet dataSet() {
    return header.dataSet();
  }
}
