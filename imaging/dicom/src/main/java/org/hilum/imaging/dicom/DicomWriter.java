package org.hilum.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes DICOM files (PS3.10) in Explicit VR Little Endian, with file meta information. */
public final class DicomWriter {

  /** Names this implementation in every file it writes (PS3.7 D.3.3.2). */
  public static final Uid IMPLEMENTATION_CLASS_UID =
      Uid.derived("hilum", "implementation class", "1");

  /** Version of the implementation that wrote a file; at most 16 characters. */
  public static final String IMPLEMENTATION_VERSION_NAME = "HILUM_1";

  private static final int PREAMBLE_BYTES = 128;

  private DicomWriter() {}

  /**
   * Writes a whole file: preamble, meta information derived from the data set, data set.
   *
   * <p>Refuses, as a fault, a data set without SOP Class and Instance UID and values that break
   * their value representation: an object that is written always validates.
   */
  public static void write(DataSet dataSet, OutputStream out) throws IOException {
    var checked = ValueRules.checked(dataSet);
    out.write(opening(fileMeta(dataSet)));
    new ElementEncoder(out).dataSet(checked);
    out.flush();
  }

  /**
   * A data set alone, as in a message: in Implicit or Explicit VR Little Endian, values as they
   * are.
   */
  public static byte[] dataSet(DataSet dataSet, TransferSyntax syntax) {
    if (syntax != TransferSyntax.IMPLICIT_LITTLE_ENDIAN
        && syntax != TransferSyntax.EXPLICIT_LITTLE_ENDIAN) {
      throw new IllegalArgumentException("not written here: " + syntax.title());
    }
    var bytes = new ByteArrayOutputStream();
    try {
      new ElementEncoder(bytes, !syntax.isImplicit()).dataSet(dataSet);
    } catch (IOException never) {
      throw new UncheckedIOException("memory takes every byte", never);
    }
    return bytes.toByteArray();
  }

  /** Preamble, mark and file meta information with its group length. */
  static byte[] opening(DataSet meta) {
    var opening = new ByteArrayOutputStream(512);
    opening.writeBytes(new byte[PREAMBLE_BYTES]);
    opening.writeBytes(new byte[] {'D', 'I', 'C', 'M'});
    try {
      new ElementEncoder(opening).dataSet(withGroupLength(meta));
    } catch (IOException never) {
      throw new UncheckedIOException("memory takes every byte", never);
    }
    return opening.toByteArray();
  }

  /** Writes a whole file so that its name never stands for a half-written one. */
  public static void write(DataSet dataSet, Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var partial = Files.createTempFile(folder, ".writing-", ".dcm");
    try {
      try (var out = Files.newOutputStream(partial)) {
        var buffered = new java.io.BufferedOutputStream(out, 1 << 16);
        write(dataSet, buffered);
        buffered.flush();
      }
      moveInPlace(partial, file);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void moveInPlace(Path partial, Path file) throws IOException {
    try {
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static DataSet fileMeta(DataSet dataSet) {
    return fileMeta(
        required(dataSet, Tag.SOP_CLASS_UID),
        required(dataSet, Tag.SOP_INSTANCE_UID),
        new Uid(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()));
  }

  /** File meta information without its group length (PS3.10 table 7.1-1). */
  static DataSet fileMeta(Uid sopClass, Uid sopInstance, Uid transferSyntax) {
    return DataSet.builder()
        .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
        .uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
        .uid(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstance)
        .uid(Tag.TRANSFER_SYNTAX_UID, transferSyntax)
        .uid(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
        .text(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, IMPLEMENTATION_VERSION_NAME)
        .build();
  }

  private static DataSet withGroupLength(DataSet meta) {
    return meta.toBuilder()
        .unsignedLong(Tag.FILE_META_INFORMATION_GROUP_LENGTH, ElementEncoder.length(meta))
        .build();
  }

  private static Uid required(DataSet dataSet, int tag) {
    return dataSet
        .uid(tag)
        .orElseThrow(
            () -> new IllegalArgumentException("an object to be written needs " + Tag.name(tag)));
  }
}
