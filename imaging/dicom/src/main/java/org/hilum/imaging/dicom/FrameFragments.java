package org.hilum.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the fragments of one frame and joins them (PS3.5 A.4). */
final class FrameFragments {

  private static final int ITEM_HEADER_BYTES = 8;

  private FrameFragments() {}

  /** The compressed bytes of a frame, numbered from 0. */
  static byte[] frame(DataSet dataSet, Element.Fragments compressed, int frame, int frames) {
    var fragments = compressed.fragments();
    if (fragments.isEmpty()) {
      throw broken("there are no compressed pixels");
    }
    if (frames == 1) {
      return joined(fragments);
    }
    if (fragments.size() == frames) {
      return fragments.get(frame);
    }
    var starts = starts(dataSet, compressed, frames);
    int end = frame + 1 < frames ? starts[frame + 1] : fragments.size();
    if (starts[frame] >= end) {
      throw broken("a frame has no compressed pixels");
    }
    return joined(fragments.subList(starts[frame], end));
  }

  /** First fragment of each frame: by an offset table, or else by where codestreams begin. */
  private static int[] starts(DataSet dataSet, Element.Fragments compressed, int frames) {
    var extended = dataSet.element(Tag.EXTENDED_OFFSET_TABLE).map(Element::bytes);
    if (extended.isPresent() && extended.get().length == 8L * frames) {
      var offsets = new long[frames];
      ByteBuffer.wrap(extended.get()).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(offsets);
      return byOffset(offsets, compressed.fragments());
    }
    if (compressed.offsets().length == frames) {
      var offsets = Arrays.stream(compressed.offsets()).mapToLong(Integer::toUnsignedLong);
      return byOffset(offsets.toArray(), compressed.fragments());
    }
    return byContent(compressed.fragments(), frames);
  }

  private static int[] byOffset(long[] offsets, List<byte[]> fragments) {
    var starts = new int[offsets.length];
    long place = 0;
    int frame = 0;
    for (int n = 0; n < fragments.size() && frame < starts.length; n++) {
      if (offsets[frame] == place) {
        starts[frame++] = n;
      }
      place += ITEM_HEADER_BYTES + fragments.get(n).length;
    }
    if (frame < starts.length) {
      throw broken("the offset table points between the fragments");
    }
    return starts;
  }

  private static int[] byContent(List<byte[]> fragments, int frames) {
    var starts = new ArrayList<Integer>();
    for (int n = 0; n < fragments.size(); n++) {
      if (beginsCodestream(fragments.get(n))) {
        starts.add(n);
      }
    }
    if (starts.size() != frames) {
      throw broken("the frames among the fragments cannot be told apart");
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean beginsCodestream(byte[] fragment) {
    if (fragment.length < 3 || (fragment[0] & 0xFF) != 0xFF) {
      return false;
    }
    int second = fragment[1] & 0xFF;
    return (second == 0xD8 || second == 0x4F) && (fragment[2] & 0xFF) == 0xFF;
  }

  private static byte[] joined(List<byte[]> fragments) {
    if (fragments.size() == 1) {
      return fragments.getFirst();
    }
    long length = fragments.stream().mapToLong(fragment -> fragment.length).sum();
    if (length > Integer.MAX_VALUE - 8) {
      throw broken("a frame has more than two gigabytes");
    }
    var whole = ByteBuffer.allocate((int) length);
    fragments.forEach(whole::put);
    return whole.array();
  }

  private static Unreadable broken(String problem) {
    return new Unreadable(DicomReason.CODESTREAM_BROKEN, problem, Tag.name(Tag.PIXEL_DATA));
  }
}
