package org.hilum.imaging.volume.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeReason;

/** The voxels of a NIfTI file as labels 0 to 255, in the order of the file. */
public final class NiftiLabels {

  private static final int LARGEST_LABEL = 255;

  private NiftiLabels() {}

  /** Reads a file, compressed or not, whatever its name. */
  public static LabelRaster read(Path file) throws IOException, NiftiRefusal {
    try (var in = NiftiFile.open(file)) {
      var header = NiftiHeader.read(in);
      NiftiFile.requireRoom(header);
      var place = NiftiPlace.of(header);
      in.skipNBytes(header.offset() - header.length());
      return new LabelRaster(place.geometry(), labels(in, header));
    } catch (EOFException | ZipException cut) {
      throw new NiftiRefusal(
          VolumeReason.NIFTI_BROKEN, "the file is cut short or damaged: copy or export it again");
    }
  }

  private static byte[][] labels(InputStream in, NiftiHeader header)
      throws IOException, NiftiRefusal {
    int size = header.columns() * header.rows();
    var bytes = new byte[size * header.type().bytes()];
    var values = new double[size];
    // Slices are allocated as their bytes arrive, so that lying sizes cost no memory.
    var labels = new byte[header.slices()][];
    for (int k = 0; k < labels.length; k++) {
      if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw new EOFException();
      }
      header.type().read(ByteBuffer.wrap(bytes).order(header.order()), values);
      labels[k] = labels(values, header);
    }
    return labels;
  }

  private static byte[] labels(double[] values, NiftiHeader header) throws NiftiRefusal {
    var labels = new byte[values.length];
    for (int n = 0; n < labels.length; n++) {
      double value = values[n] * header.slope() + header.intercept();
      if (!(value >= 0) || value > LARGEST_LABEL || value != Math.rint(value)) {
        throw new NiftiRefusal(
            VolumeReason.NIFTI_NOT_LABELS,
            "the file holds the value "
                + value
                + ": a mask holds whole numbers from 0 to "
                + LARGEST_LABEL);
      }
      labels[n] = (byte) value;
    }
    return labels;
  }
}
