package org.hilum.imaging.dicom.codec;

/**
 * What the data set says a compressed frame is, so that a codestream can be held against it before
 * memory is spent on it.
 *
 * @param rows rows of pixels
 * @param columns columns of pixels
 * @param bitsAllocated bits of a pixel cell, 8 to 16
 */
public record FrameShape(int rows, int columns, int bitsAllocated) {

  public int pixels() {
    return rows * columns;
  }

  /** Refuses a codestream of another size, of more depth than the cell has, or in colour. */
  public void require(long codedRows, long codedColumns, int bits, int components) {
    if (components != 1) {
      throw new CodestreamException(
          CodestreamException.Kind.IN_COLOUR,
          "the compressed pixels have " + components + " components");
    }
    if (codedRows != rows || codedColumns != columns) {
      throw new CodestreamException(
          CodestreamException.Kind.DISAGREES,
          "the compressed pixels are %d x %d where the header says %d x %d"
              .formatted(codedRows, codedColumns, rows, columns));
    }
    if (bits < 1 || bits > bitsAllocated) {
      throw new CodestreamException(
          CodestreamException.Kind.DISAGREES,
          "the compressed pixels have %d bits where the header allocates %d"
              .formatted(bits, bitsAllocated));
    }
  }
}
