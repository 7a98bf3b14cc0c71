package org.hilum.imaging.dicom.codec.jpeg2000;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Lets OpenJPEG read from memory. What it is called back with is a record of three 64-bit numbers:
 * where the bytes lie, how many there are, how many were read. An exception thrown here would end
 * the whole process, so nothing here can throw.
 */
final class MemoryStream {

  private static final long ADDRESS_AT = 0;
  private static final long LENGTH_AT = 8;
  private static final long POSITION_AT = 16;
  private static final long STATE_BYTES = 24;
  private static final long END_OF_STREAM = -1;

  /** What OpenJPEG calls. */
  record Callbacks(MemorySegment read, MemorySegment skip, MemorySegment seek) {}

  private MemoryStream() {}

  static Callbacks callbacks() {
    var size = FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
    var skip = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS);
    var seek = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS);
    return new Callbacks(stub("read", size), stub("skip", skip), stub("seek", seek));
  }

  static MemorySegment state(Arena arena, byte[] bytes) {
    var copy = arena.allocateFrom(JAVA_BYTE, bytes);
    var state = arena.allocate(STATE_BYTES, Long.BYTES);
    state.set(JAVA_LONG, ADDRESS_AT, copy.address());
    state.set(JAVA_LONG, LENGTH_AT, bytes.length);
    return state;
  }

  private static MemorySegment stub(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().upcallStub(method(name, descriptor), descriptor, Arena.global());
  }

  private static MethodHandle method(String name, FunctionDescriptor descriptor) {
    try {
      return MethodHandles.lookup().findStatic(MemoryStream.class, name, descriptor.toMethodType());
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException(absent);
    }
  }

  static long read(MemorySegment target, long wanted, MemorySegment stateAddress) {
    var state = stateAddress.reinterpret(STATE_BYTES);
    long position = state.get(JAVA_LONG, POSITION_AT);
    long length = Math.min(wanted, state.get(JAVA_LONG, LENGTH_AT) - position);
    if (length <= 0) {
      return END_OF_STREAM;
    }
    var bytes =
        MemorySegment.ofAddress(state.get(JAVA_LONG, ADDRESS_AT) + position).reinterpret(length);
    target.reinterpret(length).copyFrom(bytes);
    state.set(JAVA_LONG, POSITION_AT, position + length);
    return length;
  }

  static long skip(long wanted, MemorySegment stateAddress) {
    var state = stateAddress.reinterpret(STATE_BYTES);
    long position = state.get(JAVA_LONG, POSITION_AT);
    long length = Math.min(wanted, state.get(JAVA_LONG, LENGTH_AT) - position);
    if (length < 0 || length < wanted) {
      return END_OF_STREAM;
    }
    state.set(JAVA_LONG, POSITION_AT, position + length);
    return length;
  }

  static int seek(long place, MemorySegment stateAddress) {
    var state = stateAddress.reinterpret(STATE_BYTES);
    if (place < 0 || place > state.get(JAVA_LONG, LENGTH_AT)) {
      return 0;
    }
    state.set(JAVA_LONG, POSITION_AT, place);
    return 1;
  }
}
