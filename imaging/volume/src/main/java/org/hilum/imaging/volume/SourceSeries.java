package org.hilum.imaging.volume;

import java.util.List;
import org.hilum.imaging.dicom.DataSet;

/**
 * The DICOM series a volume was made from, for objects that must refer back to it.
 *
 * @param header all attributes but the pixels of the image of slice k = 0
 * @param slices one for each k of the volume, in order
 */
public record SourceSeries(DataSet header, List<SourceSlice> slices) {
  public SourceSeries {
    slices = List.copyOf(slices);
  }
}
