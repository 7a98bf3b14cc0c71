package org.hilum.imaging.correction.outline;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Which voxels a step changes, from what to what: done forwards, undone backwards, kept for good.
 *
 * <p>Voxels are counted as the opacity mask's file has them: columns first, then rows, then slices.
 * What a voxel is, is its class and, shifted by 8 bits, its part ({@link
 * org.hilum.imaging.quantification.LesionParts}).
 *
 * <p>Bytes: zlib over numbers of seven bits a byte: for each run the distance from the end of the
 * one before, its length, what was and what is.
 */
public final class OutlineChange {

  private static final int PART_SHIFT = 8;
  private static final int LABEL = 0xFF;

  private int[] first = new int[16];
  private int[] count = new int[16];
  private short[] before = new short[16];
  private short[] after = new short[16];
  private int runs;
  private long voxels;

  /** What a voxel of a class and a part is. */
  static short state(int label, int part) {
    return (short) (part << PART_SHIFT | label & LABEL);
  }

  static byte label(short state) {
    return (byte) (state & LABEL);
  }

  static byte part(short state) {
    return (byte) (state >> PART_SHIFT);
  }

  /** Adds a voxel after all others. */
  void add(int voxel, short was, short is) {
    voxels++;
    int last = runs - 1;
    if (runs > 0
        && voxel == first[last] + count[last]
        && before[last] == was
        && after[last] == is) {
      count[last]++;
      return;
    }
    if (runs == first.length) {
      int size = 2 * runs;
      first = Arrays.copyOf(first, size);
      count = Arrays.copyOf(count, size);
      before = Arrays.copyOf(before, size);
      after = Arrays.copyOf(after, size);
    }
    first[runs] = voxel;
    count[runs] = 1;
    before[runs] = was;
    after[runs] = is;
    runs++;
  }

  boolean isEmpty() {
    return runs == 0;
  }

  int runs() {
    return runs;
  }

  int first(int run) {
    return first[run];
  }

  int count(int run) {
    return count[run];
  }

  short before(int run) {
    return before[run];
  }

  short after(int run) {
    return after[run];
  }

  /** How many voxels change. */
  public long voxels() {
    return voxels;
  }

  /** Puts the classes that are after it where they belong, {@code labels[k][j * columns + i]}. */
  public void paint(byte[][] labels, int sliceSize) {
    for (int run = 0; run < runs; run++) {
      for (int voxel = first[run]; voxel < first[run] + count[run]; voxel++) {
        labels[voxel / sliceSize][voxel % sliceSize] = label(after[run]);
      }
    }
  }

  /** The way back. */
  public OutlineChange inverse() {
    var back = new OutlineChange();
    back.first = first;
    back.count = count;
    back.before = after;
    back.after = before;
    back.runs = runs;
    back.voxels = voxels;
    return back;
  }

  /** For keeping. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      write(out, runs);
      int end = 0;
      for (int run = 0; run < runs; run++) {
        write(out, first[run] - end);
        write(out, count[run]);
        write(out, before[run] & 0xFFFF);
        write(out, after[run] & 0xFFFF);
        end = first[run] + count[run];
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** From what was kept. */
  public static OutlineChange of(byte[] kept) {
    try (var in =
        new DataInputStream(new InflaterInputStream(new java.io.ByteArrayInputStream(kept)))) {
      var change = new OutlineChange();
      int number = read(in);
      change.first = new int[Math.max(number, 1)];
      change.count = new int[Math.max(number, 1)];
      change.before = new short[Math.max(number, 1)];
      change.after = new short[Math.max(number, 1)];
      int end = 0;
      for (int run = 0; run < number; run++) {
        change.first[run] = end + read(in);
        change.count[run] = read(in);
        change.before[run] = (short) read(in);
        change.after[run] = (short) read(in);
        change.voxels += change.count[run];
        end = change.first[run] + change.count[run];
      }
      change.runs = number;
      return change;
    } catch (IOException broken) {
      throw new UncheckedIOException("a kept step cannot be read", broken);
    }
  }

  private static void write(DataOutputStream out, int number) throws IOException {
    int left = number;
    while ((left & ~0x7F) != 0) {
      out.writeByte(left & 0x7F | 0x80);
      left >>>= 7;
    }
    out.writeByte(left);
  }

  private static int read(DataInputStream in) throws IOException {
    int number = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("a number ends too early");
      }
      number |= (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return number;
      }
    }
    throw new IOException("a number has no end");
  }
}
