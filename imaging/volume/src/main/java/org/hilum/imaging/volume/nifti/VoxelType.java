package org.hilum.imaging.volume.nifti;

import java.nio.ByteBuffer;

/** How numbers are stored in a NIfTI file (nifti1.h, datatype codes). */
enum VoxelType {
  UINT8(2, 1),
  INT16(4, 2),
  INT32(8, 4),
  FLOAT32(16, 4),
  FLOAT64(64, 8),
  INT8(256, 1),
  UINT16(512, 2),
  UINT32(768, 4),
  INT64(1024, 8),
  UINT64(1280, 8);

  private static final double TWO_TO_64 = 18446744073709551616.0;

  private final int code;
  private final int bytes;

  VoxelType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static VoxelType of(int code) throws NiftiRefusal {
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new NiftiRefusal(
        org.hilum.imaging.volume.VolumeReason.NIFTI_TYPE,
        "voxels of type " + code + " are not plain numbers: convert the file to int16");
  }

  int code() {
    return code;
  }

  int bytes() {
    return bytes;
  }

  /** Reads the next voxels. */
  void read(ByteBuffer from, double[] into) {
    switch (this) {
      case UINT8 -> fill(into, () -> from.get() & 0xFF);
      case INT8 -> fill(into, from::get);
      case INT16 -> fill(into, from::getShort);
      case UINT16 -> fill(into, () -> from.getShort() & 0xFFFF);
      case INT32 -> fill(into, from::getInt);
      case UINT32 -> fill(into, () -> from.getInt() & 0xFFFFFFFFL);
      case INT64 -> fill(into, from::getLong);
      case UINT64 -> fill(into, () -> unsigned(from.getLong()));
      case FLOAT32 -> fill(into, from::getFloat);
      case FLOAT64 -> fill(into, from::getDouble);
    }
  }

  private static double unsigned(long value) {
    return value < 0 ? value + TWO_TO_64 : value;
  }

  private static void fill(double[] into, java.util.function.DoubleSupplier next) {
    for (int n = 0; n < into.length; n++) {
      into[n] = next.getAsDouble();
    }
  }
}
