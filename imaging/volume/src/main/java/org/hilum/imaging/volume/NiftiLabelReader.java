package org.hilum.imaging.volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.volume.nifti.NiftiLabels;
import org.hilum.imaging.volume.nifti.NiftiRefusal;

/**
 * Reads a mask from a NIfTI file.
 *
 * <p>In: NIfTI-1 or -2, compressed or not, one volume, values that are whole numbers from 0 to 255
 * after scl_slope and scl_inter. <br>
 * Out: the labels in LPS millimetres, in the order of the file; read a label above 127 with {@code
 * & 0xFF}. <br>
 * Refuses: damaged files, several volumes, anything else than such labels.
 */
public final class NiftiLabelReader {

  private NiftiLabelReader() {}

  /** Reads a file. */
  public static LabelResult read(Path file) throws IOException {
    try {
      return new LabelResult.LabelsRead(NiftiLabels.read(file));
    } catch (NiftiRefusal refused) {
      return new LabelResult.LabelsRefused(List.of(refused.reason()));
    }
  }
}
