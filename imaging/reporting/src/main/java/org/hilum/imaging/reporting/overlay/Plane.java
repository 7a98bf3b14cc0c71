package org.hilum.imaging.reporting.overlay;

/**
 * One plane through a chest as it will be looked at: left of the plane is the patient's right, in a
 * sagittal one the front.
 *
 * @param width columns
 * @param height rows
 * @param columnMm distance between columns
 * @param rowMm distance between rows
 * @param hu Hounsfield units, row by row
 * @param lungs labels of the lungs
 * @param lobes labels of the lobes; 0 where they are not known
 * @param opacity labels of opacities
 */
public record Plane(
    int width,
    int height,
    double columnMm,
    double rowMm,
    short[] hu,
    byte[] lungs,
    byte[] lobes,
    byte[] opacity) {

  static Plane blank(int width, int height, double columnMm, double rowMm) {
    int size = width * height;
    return new Plane(
        width,
        height,
        columnMm,
        rowMm,
        new short[size],
        new byte[size],
        new byte[size],
        new byte[size]);
  }

  /** Height over width in millimetres. */
  double aspect() {
    return height * rowMm / (width * columnMm);
  }
}
