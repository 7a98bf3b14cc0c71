package org.hilum.imaging.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a data set and its pixels are written as bytes (PS3.5 section 10, annex A; names of PS3.6
 * table A-1).
 */
public enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian", Compression.NONE),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Compression.NONE),
  ENCAPSULATED_UNCOMPRESSED(
      "1.2.840.10008.1.2.1.98",
      "Encapsulated Uncompressed Explicit VR Little Endian",
      Compression.UNCOMPRESSED_FRAGMENTS),
  DEFLATED_LITTLE_ENDIAN(
      "1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Compression.NONE),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Compression.NONE),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", Compression.JPEG_LOSSY),
  JPEG_EXTENDED(
      "1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)", Compression.JPEG_LOSSY),
  JPEG_SPECTRAL_SELECTION(
      "1.2.840.10008.1.2.4.53",
      "JPEG Spectral Selection (Process 6 and 8)",
      Compression.JPEG_LOSSY),
  JPEG_FULL_PROGRESSION(
      "1.2.840.10008.1.2.4.55",
      "JPEG Full Progression (Process 10 and 12)",
      Compression.JPEG_LOSSY),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless (Process 14)", Compression.JPEG_LOSSLESS),
  JPEG_LOSSLESS_SV1(
      "1.2.840.10008.1.2.4.70",
      "JPEG Lossless, First-Order Prediction (Process 14, Selection Value 1)",
      Compression.JPEG_LOSSLESS),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Compression.JPEG_LS),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless", Compression.JPEG_LS),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Compression.JPEG_2000),
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Compression.JPEG_2000),
  HTJ2K_LOSSLESS(
      "1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Compression.HTJ2K),
  HTJ2K_LOSSLESS_RPCL(
      "1.2.840.10008.1.2.4.202",
      "High-Throughput JPEG 2000 with RPCL Options Lossless",
      Compression.HTJ2K),
  HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Compression.HTJ2K),
  RLE_LOSSLESS("1.2.840.10008.1.2.5", "RLE Lossless", Compression.RLE);

  /** How pixel data is compressed. */
  public enum Compression {
    NONE,
    UNCOMPRESSED_FRAGMENTS,
    RLE,
    JPEG_LOSSY,
    JPEG_LOSSLESS,
    JPEG_LS,
    JPEG_2000,
    HTJ2K
  }

  private static final Map<String, TransferSyntax> BY_UID =
      Arrays.stream(values()).collect(Collectors.toMap(TransferSyntax::uid, Function.identity()));

  private final String uid;
  private final String title;
  private final Compression compression;

  TransferSyntax(String uid, String title, Compression compression) {
    this.uid = uid;
    this.title = title;
    this.compression = compression;
  }

  /** The transfer syntax of a UID; empty when it is none of those known here. */
  public static Optional<TransferSyntax> of(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  /** The UID. */
  public String uid() {
    return uid;
  }

  /** The name in PS3.6. */
  public String title() {
    return title;
  }

  /** How the pixel data is compressed. */
  public Compression compression() {
    return compression;
  }

  /** Whether pixel data lies in fragments (PS3.5 A.4). */
  public boolean isEncapsulated() {
    return compression != Compression.NONE;
  }

  /** Whether value representations are left out and come from the dictionary. */
  public boolean isImplicit() {
    return this == IMPLICIT_LITTLE_ENDIAN;
  }

  /** Whether numbers have their most significant byte first. */
  public boolean isBigEndian() {
    return this == EXPLICIT_BIG_ENDIAN;
  }

  /** Whether the data set is a deflate stream. */
  public boolean isDeflated() {
    return this == DEFLATED_LITTLE_ENDIAN;
  }

  /** Whether pixels always lose precision; JPEG 2000 and HTJ2K may or may not, see the header. */
  public boolean isLossy() {
    return compression == Compression.JPEG_LOSSY || this == JPEG_LS_NEAR_LOSSLESS;
  }
}
