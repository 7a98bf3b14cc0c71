package org.hilum.imaging.dicom.network;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Sends commands and data sets as P-DATA-TF units no longer than the peer takes (PS3.8 9.3.5). */
final class FragmentOutput {

  /** Our own largest unit where the peer takes any, in bytes. */
  static final int MOST_BYTES = 1 << 17;

  /** Length, context and control of the only fragment of a unit, in bytes. */
  private static final int FRAGMENT_HEAD_BYTES = 6;

  private static final int UNIT_HEAD_BYTES = 6;
  private static final int HEAD_BYTES = UNIT_HEAD_BYTES + FRAGMENT_HEAD_BYTES;

  private final Connection connection;
  private final int context;
  private final byte[] unit;

  /** Of one context, to a peer that takes units of so many bytes; 0 for any. */
  FragmentOutput(Connection connection, int context, long mostPduBytes) {
    this.connection = connection;
    this.context = context;
    this.unit = new byte[UNIT_HEAD_BYTES + ownMost(mostPduBytes)];
  }

  private static int ownMost(long mostPduBytes) {
    return mostPduBytes == 0 ? MOST_BYTES : (int) Math.min(MOST_BYTES, mostPduBytes);
  }

  void write(byte[] bytes, boolean isCommand) throws IOException {
    write(new ByteArrayInputStream(bytes), bytes.length, isCommand);
  }

  /** Sends so many bytes of a stream, a write for each unit. */
  void write(InputStream bytes, long length, boolean isCommand) throws IOException {
    long left = length;
    do {
      int piece = (int) Math.min(left, unit.length - HEAD_BYTES);
      if (bytes.readNBytes(unit, HEAD_BYTES, piece) < piece) {
        throw new EOFException("what is to be sent has become shorter");
      }
      left -= piece;
      head(piece, (isCommand ? 1 : 0) | (left == 0 ? 2 : 0));
      connection.write(unit, HEAD_BYTES + piece);
    } while (left > 0);
  }

  private void head(int piece, int control) {
    ByteBuffer.wrap(unit)
        .put((byte) PduType.DATA.code())
        .put((byte) 0)
        .putInt(piece + FRAGMENT_HEAD_BYTES)
        .putInt(piece + 2)
        .put((byte) context)
        .put((byte) control);
  }
}
