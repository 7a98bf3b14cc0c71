package org.hilum.imaging.dicom.codec.jpeg;

import java.util.Arrays;
import org.hilum.imaging.dicom.codec.CodestreamException;

/** Walks through the marker segments of a codestream (T.81 B.1.1). */
final class SegmentReader {

  private final byte[] bytes;
  private int at;
  private int segmentEnd;

  SegmentReader(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  void moveTo(int place) {
    at = place;
    segmentEnd = place;
  }

  /** Second byte of the next marker; 0 when there is none. */
  int marker() {
    while (at < bytes.length && (bytes[at] & 0xFF) != 0xFF) {
      at++;
    }
    while (at < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      at++;
    }
    return at < bytes.length ? octet() : 0;
  }

  /** Takes the length of a segment, which bounds what is read of it. */
  void openSegment() {
    int start = at;
    segmentEnd = start + unsignedShort();
    if (segmentEnd > bytes.length || segmentEnd < at) {
      throw CodestreamException.broken("the codestream ends early");
    }
  }

  boolean segmentHasMore() {
    return at < segmentEnd;
  }

  /** Goes on behind the segment. */
  void closeSegment() {
    at = segmentEnd;
  }

  int octet() {
    if (at >= bytes.length) {
      throw CodestreamException.broken("the codestream ends early");
    }
    return bytes[at++] & 0xFF;
  }

  int unsignedShort() {
    return octet() << 8 | octet();
  }

  byte[] octets(int length) {
    if (length > bytes.length - at) {
      throw CodestreamException.broken("the codestream ends early");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }
}
