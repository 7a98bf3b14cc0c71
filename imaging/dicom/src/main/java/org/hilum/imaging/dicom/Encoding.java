package org.hilum.imaging.dicom;

/**
 * How elements are laid out as bytes.
 *
 * @param explicit whether value representations are written (PS3.5 7.1)
 * @param bigEndian whether numbers have their most significant byte first
 */
record Encoding(boolean explicit, boolean bigEndian) {

  static final Encoding IMPLICIT_LITTLE = new Encoding(false, false);
  static final Encoding EXPLICIT_LITTLE = new Encoding(true, false);
  static final Encoding EXPLICIT_BIG = new Encoding(true, true);

  static Encoding of(TransferSyntax syntax) {
    return new Encoding(!syntax.isImplicit(), syntax.isBigEndian());
  }

  /** The plainest transfer syntax with this encoding. */
  TransferSyntax syntax() {
    if (!explicit) {
      return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
    }
    return bigEndian ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
  }
}
