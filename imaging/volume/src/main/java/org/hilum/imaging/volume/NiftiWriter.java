package org.hilum.imaging.volume;

import java.io.IOException;
import java.nio.file.Path;
import org.hilum.imaging.volume.nifti.NiftiOutput;
import org.hilum.imaging.volume.nifti.NiftiRefusal;

/**
 * Writes rasters as NIfTI-1 files on the voxels of their source.
 *
 * <p>Out: the first NIfTI axis is i, the second j, the third k, as in memory; the affine is RAS in
 * millimetres. Compressed when the name ends in {@code .gz}; the same raster gives the same bytes.
 */
public final class NiftiWriter {

  private NiftiWriter() {}

  /** Writes labels; the affine comes from the raster's geometry. */
  public static void write(LabelRaster raster, Path file) throws IOException {
    NiftiOutput.of(file, raster.geometry()).write(raster.labels());
  }

  /**
   * Writes labels on the grid of a NIfTI file, with exactly its spacings and affines.
   *
   * @param source the file the raster's volume was read from
   */
  public static void write(LabelRaster raster, Path source, Path file) throws IOException {
    like(source, file, raster.geometry()).write(raster.labels());
  }

  /** Writes fractions, 0 to 255 in the raster for 0 to 1 in the file. */
  public static void writeFractions(LabelRaster raster, Path file) throws IOException {
    NiftiOutput.of(file, raster.geometry()).writeFractions(raster.labels());
  }

  /** Writes fractions on the grid of a NIfTI file, with exactly its spacings and affines. */
  public static void writeFractions(LabelRaster raster, Path source, Path file) throws IOException {
    like(source, file, raster.geometry()).writeFractions(raster.labels());
  }

  /** Writes numbers on a geometry, {@code values[k][j * columns + i]}. */
  public static void write(VolumeGeometry geometry, float[][] values, Path file)
      throws IOException {
    NiftiOutput.of(file, geometry).write(values);
  }

  /** Writes numbers on the grid of a NIfTI file, with exactly its spacings and affines. */
  public static void write(VolumeGeometry geometry, float[][] values, Path source, Path file)
      throws IOException {
    like(source, file, geometry).write(values);
  }

  /** Writes the Hounsfield units of a volume. */
  public static void write(CtVolume volume, Path file) throws IOException {
    NiftiOutput.of(file, volume.geometry()).write(volume.hu());
  }

  private static NiftiOutput like(Path source, Path file, VolumeGeometry geometry)
      throws IOException {
    try {
      return NiftiOutput.like(source, file, geometry);
    } catch (NiftiRefusal changed) {
      throw new IOException("the source of the raster is no longer a NIfTI file", changed);
    }
  }
}
