package org.hilum.imaging.reporting.composite;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** Whether pixels on the way to this object were ever compressed with loss (PS3.3 C.7.6.1.1.5). */
public final class LossyCompression {

  private LossyCompression() {}

  /** Puts the history of the source; an object made here adds no loss of its own. */
  public static void put(DataSet source, DataSetBuilder object) {
    boolean lossy = source.text(Tag.LOSSY_IMAGE_COMPRESSION).filter("01"::equals).isPresent();
    object.text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, lossy ? "01" : "00");
    if (lossy) {
      object
          .copy(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, source)
          .copy(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, source);
    }
  }
}
