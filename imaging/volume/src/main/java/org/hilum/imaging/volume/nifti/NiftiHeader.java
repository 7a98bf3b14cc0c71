package org.hilum.imaging.volume.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hilum.imaging.volume.VolumeReason;

/**
 * The header of a NIfTI-1 or NIfTI-2 file in either byte order.
 *
 * <p>Refuses: another format, a header and image pair, several volumes, absurd sizes. <br>
 * Source: nifti1.h and nifti2.h (nifti.nimh.nih.gov).
 *
 * @param length bytes of the header itself
 * @param offset where the voxels begin
 * @param slope 1 when the file says none
 */
record NiftiHeader(
    ByteOrder order,
    int length,
    int columns,
    int rows,
    int slices,
    VoxelType type,
    long offset,
    double slope,
    double intercept,
    NiftiSpace space) {

  static final int LENGTH_1 = 348;
  private static final int LENGTH_2 = 540;
  private static final int LARGEST_SIDE = 4096;

  static NiftiHeader read(InputStream in) throws IOException, NiftiRefusal {
    var size = ByteBuffer.wrap(in.readNBytes(4));
    if (size.limit() < 4) {
      throw broken("is empty");
    }
    var order = ByteOrder.BIG_ENDIAN;
    int length = size.getInt(0);
    if (length != LENGTH_1 && length != LENGTH_2) {
      order = ByteOrder.LITTLE_ENDIAN;
      length = Integer.reverseBytes(length);
    }
    if (length != LENGTH_1 && length != LENGTH_2) {
      throw broken("is not NIfTI");
    }
    var bytes = new byte[length];
    if (in.readNBytes(bytes, 4, length - 4) < length - 4) {
      throw new EOFException();
    }
    var header = ByteBuffer.wrap(bytes).order(order);
    return length == LENGTH_1 ? first(header) : second(header);
  }

  private static NiftiHeader first(ByteBuffer header) throws NiftiRefusal {
    requireMagic(header, 344, '1');
    long[] dim = new long[8];
    double[] pixdim = new double[4];
    for (int n = 0; n < 8; n++) {
      dim[n] = header.getShort(40 + 2 * n);
    }
    for (int n = 0; n < 4; n++) {
      pixdim[n] = header.getFloat(76 + 4 * n);
    }
    var space =
        new NiftiSpace(
            pixdim,
            header.get(123) & 7,
            header.getShort(252),
            header.getShort(254),
            floats(header, 256, 6),
            floats(header, 280, 12));
    return of(
        header,
        dim,
        header.getShort(70),
        header.getFloat(108),
        header.getFloat(112),
        header.getFloat(116),
        space);
  }

  private static NiftiHeader second(ByteBuffer header) throws NiftiRefusal {
    requireMagic(header, 4, '2');
    long[] dim = new long[8];
    for (int n = 0; n < 8; n++) {
      dim[n] = header.getLong(16 + 8 * n);
    }
    var space =
        new NiftiSpace(
            doubles(header, 104, 4),
            header.getInt(500) & 7,
            header.getInt(344),
            header.getInt(348),
            doubles(header, 352, 6),
            doubles(header, 400, 12));
    return of(
        header,
        dim,
        header.getShort(12),
        header.getLong(168),
        header.getDouble(176),
        header.getDouble(184),
        space);
  }

  private static void requireMagic(ByteBuffer header, int at, char version) throws NiftiRefusal {
    if (header.get(at) != 'n' || header.get(at + 2) != version) {
      throw broken("is not NIfTI");
    }
    if (header.get(at + 1) != '+') {
      throw broken("is the header of a pair: save header and image as one .nii file");
    }
  }

  private static double[] floats(ByteBuffer header, int at, int count) {
    double[] values = new double[count];
    for (int n = 0; n < count; n++) {
      values[n] = header.getFloat(at + 4 * n);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer header, int at, int count) {
    double[] values = new double[count];
    for (int n = 0; n < count; n++) {
      values[n] = header.getDouble(at + 8 * n);
    }
    return values;
  }

  private static NiftiHeader of(
      ByteBuffer header,
      long[] dim,
      int type,
      double offset,
      double slope,
      double intercept,
      NiftiSpace space)
      throws NiftiRefusal {
    if (dim[0] < 1 || dim[0] > 7) {
      throw broken("has " + dim[0] + " dimensions");
    }
    int[] size = new int[8];
    for (int n = 1; n < 8; n++) {
      long side = n <= dim[0] ? dim[n] : 1;
      if (side < 1 || side > LARGEST_SIDE) {
        throw broken("has a side of " + side + " voxels, 1 to " + LARGEST_SIDE + " are read");
      }
      size[n] = (int) side;
    }
    if (size[4] * size[5] * size[6] * size[7] != 1) {
      throw new NiftiRefusal(
          VolumeReason.NIFTI_SEVERAL_VOLUMES,
          "the file holds " + size[4] + " volumes: save the one to be read by itself");
    }
    if (!(offset >= header.limit()) || offset > Integer.MAX_VALUE) {
      throw broken("says that its voxels begin at byte " + offset);
    }
    boolean scaled = Double.isFinite(slope) && slope != 0;
    return new NiftiHeader(
        header.order(),
        header.limit(),
        size[1],
        size[2],
        size[3],
        VoxelType.of(type),
        (long) offset,
        scaled ? slope : 1,
        scaled && Double.isFinite(intercept) ? intercept : 0,
        space);
  }

  private static NiftiRefusal broken(String what) {
    return new NiftiRefusal(VolumeReason.NIFTI_BROKEN, "the file " + what + ": export it again");
  }

  long voxelBytes() {
    return (long) columns * rows * slices * type.bytes();
  }
}
