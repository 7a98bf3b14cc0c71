package org.hilum.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes the encodings that the product only reads, so that tests can make such files. */
final class EncodedFile {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean explicit;
  private final boolean bigEndian;
  private final boolean undefinedLengths;

  EncodedFile(boolean explicit, boolean bigEndian, boolean undefinedLengths) {
    this.explicit = explicit;
    this.bigEndian = bigEndian;
    this.undefinedLengths = undefinedLengths;
  }

  /** A whole file in a transfer syntax. */
  static byte[] of(DataSet dataSet, TransferSyntax syntax, boolean undefinedLengths) {
    var body = new EncodedFile(!syntax.isImplicit(), syntax.isBigEndian(), undefinedLengths);
    body.dataSet(dataSet);
    var bytes = syntax.isDeflated() ? deflated(body.bytes()) : body.bytes();
    return withMeta(syntax.uid(), bytes);
  }

  /** Preamble, mark and the transfer syntax before the bytes of a data set. */
  static byte[] withMeta(String syntax, byte[] dataSet) {
    var uid = syntax.length() % 2 == 0 ? syntax : syntax + "\0";
    var meta =
        new EncodedFile(true, false, false)
            .element(Tag.FILE_META_INFORMATION_GROUP_LENGTH, "UL", number(8 + uid.length(), 4))
            .element(Tag.TRANSFER_SYNTAX_UID, "UI", uid.getBytes(StandardCharsets.US_ASCII));
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[128]);
    file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(meta.bytes());
    file.writeBytes(dataSet);
    return file.toByteArray();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  EncodedFile dataSet(DataSet dataSet) {
    for (var element : dataSet.elements()) {
      switch (element.value()) {
        case Element.Bytes plain -> element(element.tag(), element.vr().name(), encoded(element));
        case Element.Items sequence -> sequence(element.tag(), sequence);
        case Element.Fragments compressed -> fragments(element.tag(), compressed);
      }
    }
    return this;
  }

  EncodedFile element(int tag, String vr, byte[] value) {
    header(tag, vr, value.length);
    out.writeBytes(value);
    return this;
  }

  EncodedFile raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  EncodedFile header(int tag, String vr, long length) {
    tag(tag);
    if (explicit && tag >>> 16 != 0xFFFE) {
      out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
      if (!vr.equals("ZZ") && Vr.valueOf(vr).hasLongLength()) {
        write(0, 2);
        write(length, 4);
      } else {
        write(length, 2);
      }
    } else {
      write(length, 4);
    }
    return this;
  }

  private void sequence(int tag, Element.Items sequence) {
    var items = new EncodedFile(explicit, bigEndian, undefinedLengths);
    for (var item : sequence.items()) {
      var content = new EncodedFile(explicit, bigEndian, undefinedLengths).dataSet(item).bytes();
      items.header(ElementHeader.ITEM, "", undefinedLengths ? 0xFFFFFFFFL : content.length);
      items.raw(content);
      if (undefinedLengths) {
        items.header(ElementHeader.ITEM_DELIMITER, "", 0);
      }
    }
    header(tag, "SQ", undefinedLengths ? 0xFFFFFFFFL : items.bytes().length);
    raw(items.bytes());
    if (undefinedLengths) {
      header(ElementHeader.SEQUENCE_DELIMITER, "", 0);
    }
  }

  private void fragments(int tag, Element.Fragments compressed) {
    header(tag, "OB", 0xFFFFFFFFL);
    header(ElementHeader.ITEM, "", 4L * compressed.offsets().length);
    for (int offset : compressed.offsets()) {
      write(offset, 4);
    }
    for (var fragment : compressed.fragments()) {
      header(ElementHeader.ITEM, "", fragment.length);
      raw(fragment);
    }
    header(ElementHeader.SEQUENCE_DELIMITER, "", 0);
  }

  private byte[] encoded(Element element) {
    int length = element.bytes().length;
    var bytes = Arrays.copyOf(element.bytes(), length + (length & 1));
    if (bytes.length > length && element.vr().isText() && element.vr() != Vr.UI) {
      bytes[length] = ' ';
    }
    if (bigEndian) {
      ByteSwap.toLittleEndian(element.vr(), bytes);
    }
    return bytes;
  }

  private void tag(int tag) {
    write(tag >>> 16, 2);
    write(tag & 0xFFFF, 2);
  }

  private void write(long value, int bytes) {
    var number = number(value, bytes);
    for (int n = 0; n < bytes; n++) {
      out.write(number[bigEndian ? bytes - 1 - n : n]);
    }
  }

  static byte[] number(long value, int bytes) {
    var number = new byte[bytes];
    for (int n = 0; n < bytes; n++) {
      number[n] = (byte) (value >>> 8 * n);
    }
    return number;
  }

  static byte[] deflated(byte[] bytes) {
    return deflated(bytes, 0);
  }

  /** Bytes and then as many zeros, which are never all in memory. */
  static byte[] deflated(byte[] bytes, int zeros) {
    var out = new ByteArrayOutputStream();
    try (var stream =
        new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      stream.write(bytes);
      var chunk = new byte[64 * 1024];
      for (int left = zeros; left > 0; left -= chunk.length) {
        stream.write(chunk, 0, Math.min(left, chunk.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
