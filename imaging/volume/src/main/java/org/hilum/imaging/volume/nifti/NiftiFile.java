package org.hilum.imaging.volume.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hilum.imaging.volume.VolumeReason;
import org.hilum.imaging.volume.pixels.HounsfieldTally;

/**
 * The voxels of a NIfTI file as whole Hounsfield units, in the order of the file.
 *
 * @param hu {@code [k][j * columns + i]}
 */
public record NiftiFile(NiftiPlace place, short[][] hu, HounsfieldTally tally) {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  /** 700 million voxels are 1.4 GB of Hounsfield units. */
  private static final long MOST_VOXELS = 700_000_000;

  /** Reads a file, compressed or not, whatever its name. */
  public static NiftiFile read(Path file) throws IOException, NiftiRefusal {
    try (var in = open(file)) {
      var header = NiftiHeader.read(in);
      requireRoom(header);
      var place = NiftiPlace.of(header);
      in.skipNBytes(header.offset() - header.length());
      return voxels(in, header, place);
    } catch (EOFException | ZipException cut) {
      throw new NiftiRefusal(
          VolumeReason.NIFTI_BROKEN, "the file is cut short or damaged: copy or export it again");
    }
  }

  static NiftiHeader header(Path file) throws IOException, NiftiRefusal {
    try (var in = open(file)) {
      return NiftiHeader.read(in);
    }
  }

  static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC
        ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES)
        : in;
  }

  static void requireRoom(NiftiHeader header) throws NiftiRefusal {
    if (header.voxelBytes() / header.type().bytes() > MOST_VOXELS) {
      throw new NiftiRefusal(
          VolumeReason.TOO_LARGE,
          header.columns()
              + " x "
              + header.rows()
              + " x "
              + header.slices()
              + " voxels are more than are read: save a coarser volume");
    }
  }

  private static NiftiFile voxels(InputStream in, NiftiHeader header, NiftiPlace place)
      throws IOException {
    int size = header.columns() * header.rows();
    var bytes = new byte[size * header.type().bytes()];
    var values = new double[size];
    // Slices are allocated as their bytes arrive, so that lying sizes cost no memory.
    var hu = new short[header.slices()][];
    var tally = HounsfieldTally.NONE;
    for (int k = 0; k < hu.length; k++) {
      if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw new EOFException();
      }
      header.type().read(ByteBuffer.wrap(bytes).order(header.order()), values);
      hu[k] = new short[size];
      tally = tally.plus(rescaled(values, header, hu[k]));
    }
    return new NiftiFile(place, hu, tally);
  }

  private static HounsfieldTally rescaled(double[] values, NiftiHeader header, short[] hu) {
    double slope = header.slope();
    double intercept = header.intercept();
    int outside = 0;
    for (int n = 0; n < hu.length; n++) {
      double value = values[n] * slope + intercept;
      if (value >= HounsfieldTally.OUTSIDE_BELOW_HU) {
        hu[n] = (short) Math.min(Math.floor(value + 0.5), Short.MAX_VALUE);
      } else {
        // Also what is not a number: some programs write it outside the field.
        hu[n] = HounsfieldTally.AIR_HU;
        outside++;
      }
    }
    return HounsfieldTally.of(hu, outside);
  }
}
