package org.hilum.imaging.volume.nifti;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.hilum.imaging.volume.VolumeGeometry;

/** Writes NIfTI-1 files, little-endian, compressed when their name ends in {@code .gz}. */
public final class NiftiOutput {

  private static final int OFFSET = 352;
  private static final int LABELS = 2;
  private static final int SHORTS = 4;
  private static final int FLOATS = 16;

  private final Path file;
  private final VolumeGeometry geometry;
  private final NiftiSpace space;

  private NiftiOutput(Path file, VolumeGeometry geometry, NiftiSpace space) {
    this.file = file;
    this.geometry = geometry;
    this.space = space;
  }

  /** A file whose space is written from the geometry. */
  public static NiftiOutput of(Path file, VolumeGeometry geometry) {
    return new NiftiOutput(file, geometry, NiftiSpace.of(geometry));
  }

  /** A file that has exactly the space of another; refuses another number of voxels. */
  public static NiftiOutput like(Path source, Path file, VolumeGeometry geometry)
      throws IOException, NiftiRefusal {
    var header = NiftiFile.header(source);
    if (header.columns() != geometry.columns()
        || header.rows() != geometry.rows()
        || header.slices() != geometry.slices()) {
      throw new IllegalArgumentException("the voxels are not those of the source file");
    }
    return new NiftiOutput(file, geometry, header.space());
  }

  /** Writes labels as unsigned bytes. */
  public void write(byte[][] labels) throws IOException {
    write(labels, 1);
  }

  /** Writes fractions, 0 for a byte of 0 to 1 for one of 255, as unsigned bytes with a slope. */
  public void writeFractions(byte[][] fractions) throws IOException {
    write(fractions, 1 / 255f);
  }

  private void write(byte[][] labels, float slope) throws IOException {
    try (var out = open()) {
      var header = header(LABELS, 8);
      ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putFloat(112, slope);
      out.write(header);
      for (var slice : labels) {
        out.write(slice);
      }
    }
  }

  /** Writes Hounsfield units. */
  public void write(short[][] hu) throws IOException {
    try (var out = open()) {
      out.write(header(SHORTS, 16));
      for (var slice : hu) {
        var bytes = ByteBuffer.allocate(2 * slice.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(slice);
        out.write(bytes.array());
      }
    }
  }

  /** Writes numbers in single precision. */
  public void write(float[][] values) throws IOException {
    try (var out = open()) {
      out.write(header(FLOATS, 32));
      for (var slice : values) {
        var bytes = ByteBuffer.allocate(4 * slice.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(slice);
        out.write(bytes.array());
      }
    }
  }

  private OutputStream open() throws IOException {
    var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new FastGzip(out) : out;
  }

  /** Masks are mostly zeros: the fastest level loses little. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private byte[] header(int type, int bits) {
    var header = ByteBuffer.allocate(OFFSET).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, NiftiHeader.LENGTH_1);
    int[] dim = {3, geometry.columns(), geometry.rows(), geometry.slices(), 1, 1, 1, 1};
    for (int n = 0; n < dim.length; n++) {
      header.putShort(40 + 2 * n, (short) dim[n]);
    }
    header.putShort(70, (short) type);
    header.putShort(72, (short) bits);
    for (int n = 0; n < 4; n++) {
      header.putFloat(76 + 4 * n, (float) space.pixdim()[n]);
    }
    header.putFloat(108, OFFSET);
    header.putFloat(112, 1);
    header.put(123, (byte) space.unit());
    header.putShort(252, (short) space.qformCode());
    header.putShort(254, (short) space.sformCode());
    put(header, 256, space.quaternion());
    put(header, 280, space.rows());
    header.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  private static void put(ByteBuffer header, int at, double[] values) {
    for (int n = 0; n < values.length; n++) {
      header.putFloat(at + 4 * n, (float) values[n]);
    }
  }
}
