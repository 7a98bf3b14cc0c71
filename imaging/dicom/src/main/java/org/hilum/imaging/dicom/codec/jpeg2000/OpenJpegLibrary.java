package org.hilum.imaging.dicom.codec.jpeg2000;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/** The functions of the OpenJPEG library of this machine, loaded once. */
final class OpenJpegLibrary {

  private static final List<String> NAMES =
      List.of("libopenjp2.so.7", "libopenjp2.so", "libopenjp2.7.dylib", "openjp2.dll");

  /** The format number of a bare codestream, {@code OPJ_CODEC_J2K}. */
  private static final int BARE_CODESTREAM = 0;

  private static final long STREAM_CHUNK_BYTES = 1 << 20;
  private static final long LONGEST_VERSION = 32;

  private final MethodHandle createStream;
  private final MethodHandle setRead;
  private final MethodHandle setSkip;
  private final MethodHandle setSeek;
  private final MethodHandle setUserData;
  private final MethodHandle setUserDataLength;
  private final MethodHandle destroyStream;
  private final MethodHandle createDecompress;
  private final MethodHandle setDefaults;
  private final MethodHandle setupDecoder;
  private final MethodHandle readHeader;
  private final MethodHandle decode;
  private final MethodHandle endDecompress;
  private final MethodHandle destroyCodec;
  private final MethodHandle destroyImage;
  private final String version;
  private final MemoryStream.Callbacks callbacks;

  private OpenJpegLibrary(SymbolLookup symbols) {
    createStream = function(symbols, "opj_stream_create", ADDRESS, JAVA_LONG, JAVA_INT);
    setRead = procedure(symbols, "opj_stream_set_read_function", ADDRESS, ADDRESS);
    setSkip = procedure(symbols, "opj_stream_set_skip_function", ADDRESS, ADDRESS);
    setSeek = procedure(symbols, "opj_stream_set_seek_function", ADDRESS, ADDRESS);
    setUserData = procedure(symbols, "opj_stream_set_user_data", ADDRESS, ADDRESS, ADDRESS);
    setUserDataLength = procedure(symbols, "opj_stream_set_user_data_length", ADDRESS, JAVA_LONG);
    destroyStream = procedure(symbols, "opj_stream_destroy", ADDRESS);
    createDecompress = function(symbols, "opj_create_decompress", ADDRESS, JAVA_INT);
    setDefaults = procedure(symbols, "opj_set_default_decoder_parameters", ADDRESS);
    setupDecoder = function(symbols, "opj_setup_decoder", JAVA_INT, ADDRESS, ADDRESS);
    readHeader = function(symbols, "opj_read_header", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    decode = function(symbols, "opj_decode", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    endDecompress = function(symbols, "opj_end_decompress", JAVA_INT, ADDRESS, ADDRESS);
    destroyCodec = procedure(symbols, "opj_destroy_codec", ADDRESS);
    destroyImage = procedure(symbols, "opj_image_destroy", ADDRESS);
    var versionFunction = function(symbols, "opj_version", ADDRESS);
    version =
        ((MemorySegment) call(() -> versionFunction.invoke()))
            .reinterpret(LONGEST_VERSION)
            .getString(0);
    callbacks = MemoryStream.callbacks();
  }

  /** The library, if it is installed and has the functions that are needed. */
  static Optional<OpenJpegLibrary> find() {
    for (var name : NAMES) {
      try {
        return Optional.of(new OpenJpegLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (IllegalArgumentException notInstalled) {
        continue;
      }
    }
    return Optional.empty();
  }

  boolean isAtLeast(int major, int minor) {
    var parts = version.split("\\.", -1);
    int first = Integer.parseInt(parts[0]);
    int second = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return first > major || first == major && second >= minor;
  }

  /** A stream over bytes that lie in the arena. */
  MemorySegment openStream(Arena arena, byte[] bytes) {
    var stream = (MemorySegment) call(() -> createStream.invoke(STREAM_CHUNK_BYTES, 1));
    call(() -> setRead.invoke(stream, callbacks.read()));
    call(() -> setSkip.invoke(stream, callbacks.skip()));
    call(() -> setSeek.invoke(stream, callbacks.seek()));
    var state = MemoryStream.state(arena, bytes);
    call(() -> setUserData.invoke(stream, state, MemorySegment.NULL));
    call(() -> setUserDataLength.invoke(stream, (long) bytes.length));
    return stream;
  }

  MemorySegment createCodec() {
    return (MemorySegment) call(() -> createDecompress.invoke(BARE_CODESTREAM));
  }

  boolean setUp(MemorySegment codec, MemorySegment parameters) {
    call(() -> setDefaults.invoke(parameters));
    return isTrue(call(() -> setupDecoder.invoke(codec, parameters)));
  }

  boolean readHeader(MemorySegment stream, MemorySegment codec, MemorySegment image) {
    return isTrue(call(() -> readHeader.invoke(stream, codec, image)));
  }

  boolean decode(MemorySegment codec, MemorySegment stream, MemorySegment image) {
    return isTrue(call(() -> decode.invoke(codec, stream, image)))
        && isTrue(call(() -> endDecompress.invoke(codec, stream)));
  }

  void destroy(MemorySegment codec, MemorySegment stream, MemorySegment image) {
    call(() -> destroyCodec.invoke(codec));
    call(() -> destroyStream.invoke(stream));
    if (image.address() != 0) {
      call(() -> destroyImage.invoke(image));
    }
  }

  private static boolean isTrue(Object answer) {
    return (int) answer != 0;
  }

  private static MethodHandle function(
      SymbolLookup symbols, String name, MemoryLayout result, MemoryLayout... arguments) {
    return handle(symbols, name, FunctionDescriptor.of(result, arguments));
  }

  private static MethodHandle procedure(
      SymbolLookup symbols, String name, MemoryLayout... arguments) {
    return handle(symbols, name, FunctionDescriptor.ofVoid(arguments));
  }

  private static MethodHandle handle(
      SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
    var address =
        symbols
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("the library has no " + name));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  /** A call into the library; none of its functions throws. */
  private interface Call {
    @org.jspecify.annotations.Nullable
    Object invoke() throws Throwable;
  }

  private static Object call(Call call) {
    try {
      var answer = call.invoke();
      return answer == null ? MemorySegment.NULL : answer;
    } catch (Throwable failed) {
      throw new IllegalStateException("the call into OpenJPEG failed", failed);
    }
  }
}
