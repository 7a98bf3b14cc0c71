package org.hilum.imaging.dicom.network;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/**
 * Takes protocol data units off a stream (PS3.8 9.3): association units whole, data in pieces.
 *
 * <p>Limits: an association unit has at most {@value #MOST_ASSOCIATION_BYTES} bytes; nothing is
 * allocated on the word of a length field.
 */
final class PduInput {

  /** 128 contexts with thirty transfer syntaxes each, and as much again, in bytes. */
  private static final int MOST_ASSOCIATION_BYTES = 1 << 19;

  private static final int BUFFER_BYTES = 1 << 17;
  private static final int HEADER_BYTES = 6;

  /** Context number and message control header (PS3.8 9.3.5.1), counted in a fragment's length. */
  private static final int FRAGMENT_BYTES = 2;

  /** Where bytes come from; -1 at the end. */
  interface Source {
    int read(byte[] into, int offset, int length) throws IOException;
  }

  /** Where the bytes of a fragment go. */
  interface Target {
    void take(byte[] bytes, int offset, int length) throws IOException;
  }

  /**
   * The head of a presentation data value (PS3.8 annex E); its bytes follow.
   *
   * @param length of the bytes that follow
   */
  record Fragment(int context, boolean isCommand, boolean isLast, long length) {}

  private final Source source;
  private final long mostDataBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long leftOfUnit;

  /** Of a stream whose P-DATA-TF units have at most so many bytes; 0 for any. */
  PduInput(Source source, int mostDataBytes) {
    this.source = source;
    this.mostDataBytes = mostDataBytes == 0 ? 0xFFFFFFFFL : mostDataBytes;
  }

  /** The next unit's type; empty where the stream ends between two units. */
  Optional<PduType> next() throws IOException {
    if (leftOfUnit != 0) {
      throw new IllegalStateException("the last unit is not read to its end");
    }
    if (at == end && !fill()) {
      return Optional.empty();
    }
    // A stranger is known by its first byte: what would be its length is not waited for.
    var type = PduType.of(octet());
    octet();
    leftOfUnit = number32();
    boolean isData = type == PduType.DATA;
    if (leftOfUnit > (isData ? mostDataBytes : MOST_ASSOCIATION_BYTES)) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "a unit of " + leftOfUnit + " bytes is longer than agreed");
    }
    if (isData && leftOfUnit < HEADER_BYTES) {
      throw new BrokenProtocolException(Reason.INVALID_PARAMETER, "a data unit is empty");
    }
    return Optional.of(type);
  }

  /** The rest of the unit. */
  byte[] body() throws IOException {
    var body = new ByteArrayOutputStream();
    move(leftOfUnit, body::write);
    leftOfUnit = 0;
    return body.toByteArray();
  }

  /** Whether bytes of the next unit were taken off the stream already. */
  boolean isAhead() {
    return at < end;
  }

  /** Whether the data unit holds another fragment. */
  boolean hasFragment() {
    return leftOfUnit > 0;
  }

  /** The head of the data unit's next fragment. */
  Fragment fragment() throws IOException {
    if (leftOfUnit < HEADER_BYTES) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "a data unit ends within a fragment's head");
    }
    long length = number32();
    leftOfUnit -= 4;
    if (length < FRAGMENT_BYTES || length > leftOfUnit) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "a fragment is longer than the unit that holds it");
    }
    int context = octet();
    int control = octet();
    leftOfUnit -= FRAGMENT_BYTES;
    return new Fragment(context, (control & 1) != 0, (control & 2) != 0, length - FRAGMENT_BYTES);
  }

  /** Moves the bytes of a fragment on as they come. */
  void move(Fragment fragment, Target target) throws IOException {
    move(fragment.length(), target);
    leftOfUnit -= fragment.length();
  }

  private void move(long length, Target target) throws IOException {
    for (long left = length; left > 0; ) {
      require();
      int piece = (int) Math.min(left, end - at);
      target.take(buffer, at, piece);
      at += piece;
      left -= piece;
    }
  }

  private int octet() throws IOException {
    require();
    return Byte.toUnsignedInt(buffer[at++]);
  }

  private long number32() throws IOException {
    long number = 0;
    for (int n = 0; n < 4; n++) {
      number = number << 8 | octet();
    }
    return number;
  }

  private void require() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("the connection ended within a unit");
    }
  }

  private boolean fill() throws IOException {
    int read = source.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(0, read);
    return read > 0;
  }
}
