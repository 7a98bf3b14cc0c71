package org.hilum.imaging.segmentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * One labelled chest of the shared training data: NIfTI-1, bytes with slope and intercept.
 *
 * @param lung 1 lung, 0 none, 255 not labelled
 * @param lesion 1 opacity, 0 none; of length 0 where the set has no such label
 */
record TrainingCase(CtVolume volume, byte[][] lung, byte[][] lesion) {

  private static final int HEADER_BYTES = 352;

  static TrainingCase require(String name) {
    var folder = SharedData.require("ct/training/" + name);
    var ct = Raster.read(folder.resolve("ct.nii.gz"));
    var lesion = folder.resolve("lesion.nii.gz");
    return new TrainingCase(
        new CtVolume(ct.geometry(), ct.scaled(), false),
        Raster.read(folder.resolve("lung.nii.gz")).bytes(),
        Files.exists(lesion) ? Raster.read(lesion).bytes() : new byte[0][]);
  }

  private record Raster(ByteBuffer file) {

    static Raster read(Path path) {
      try (var in = new GZIPInputStream(Files.newInputStream(path))) {
        return new Raster(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private int size(int axis) {
      return file.getShort(42 + 2 * axis);
    }

    byte[][] bytes() {
      var slices = new byte[size(2)][size(0) * size(1)];
      for (int k = 0; k < slices.length; k++) {
        file.get(HEADER_BYTES + k * slices[k].length, slices[k]);
      }
      return slices;
    }

    short[][] scaled() {
      float slope = file.getFloat(112);
      float intercept = file.getFloat(116);
      var bytes = bytes();
      var hu = new short[bytes.length][];
      for (int k = 0; k < bytes.length; k++) {
        hu[k] = new short[bytes[k].length];
        for (int voxel = 0; voxel < hu[k].length; voxel++) {
          hu[k][voxel] = (short) Math.round(slope * (bytes[k][voxel] & 0xFF) + intercept);
        }
      }
      return hu;
    }

    /** From the rows of the sform, RAS to LPS. */
    VolumeGeometry geometry() {
      var ways = new Vector3[3];
      for (int axis = 0; axis < 3; axis++) {
        ways[axis] = new Vector3(-srow(0, axis), -srow(1, axis), srow(2, axis));
      }
      return new VolumeGeometry(
          new PatientPoint(-srow(0, 3), -srow(1, 3), srow(2, 3)),
          ways[0].normalised(),
          ways[1].normalised(),
          ways[2].normalised(),
          ways[0].length(),
          ways[1].length(),
          ways[2].length(),
          size(0),
          size(1),
          size(2));
    }

    private double srow(int row, int column) {
      return file.getFloat(280 + 16 * row + 4 * column);
    }
  }
}
