package org.hilum.imaging.dicom.codec.jpeg2000;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * Decodes through the OpenJPEG library of the machine, when there is one.
 *
 * <p>Source: openjpeg.h of OpenJPEG 2.5 (structures {@code opj_image} and {@code opj_image_comp}).
 */
final class OpenJpeg {

  /** Room for {@code opj_dparameters_t}, whose size is about 8.3 kB in 2.5. */
  private static final long PARAMETER_BYTES = 32 * 1024;

  private static final long IMAGE_BYTES = 48;
  private static final long COMPONENT_COUNT_AT = 16;
  private static final long COMPONENTS_AT = 24;
  private static final long COMPONENT_BYTES = 64;
  private static final long WIDTH_AT = 8;
  private static final long HEIGHT_AT = 12;
  private static final long DATA_AT = 48;

  /** Looked for when first needed. */
  private static final class Installed {
    static final Optional<OpenJpeg> LIBRARY = OpenJpegLibrary.find().map(OpenJpeg::new);
  }

  private final OpenJpegLibrary library;

  private OpenJpeg(OpenJpegLibrary library) {
    this.library = library;
  }

  static Optional<OpenJpeg> installed() {
    return Installed.LIBRARY;
  }

  boolean decodesHighThroughput() {
    return library.isAtLeast(2, 5);
  }

  /** Decodes a codestream whose header was checked. */
  short[] decode(byte[] codestream, FrameShape shape) {
    try (var arena = Arena.ofConfined()) {
      var stream = library.openStream(arena, codestream);
      var codec = library.createCodec();
      var imageAt = arena.allocate(ADDRESS);
      try {
        boolean decoded =
            library.setUp(codec, arena.allocate(PARAMETER_BYTES))
                && library.readHeader(stream, codec, imageAt)
                && library.decode(codec, stream, imageAt.get(ADDRESS, 0));
        if (!decoded) {
          throw CodestreamException.broken("the JPEG 2000 codestream cannot be decoded");
        }
        return samples(imageAt.get(ADDRESS, 0), shape);
      } finally {
        library.destroy(codec, stream, imageAt.get(ADDRESS, 0));
      }
    }
  }

  private static short[] samples(MemorySegment imageAddress, FrameShape shape) {
    var image = imageAddress.reinterpret(IMAGE_BYTES);
    if (image.get(JAVA_INT, COMPONENT_COUNT_AT) != 1) {
      throw CodestreamException.broken("the decoded image is in colour");
    }
    var component = image.get(ADDRESS, COMPONENTS_AT).reinterpret(COMPONENT_BYTES);
    var data = component.get(ADDRESS, DATA_AT);
    boolean whole =
        component.get(JAVA_INT, WIDTH_AT) == shape.columns()
            && component.get(JAVA_INT, HEIGHT_AT) == shape.rows()
            && data.address() != 0;
    if (!whole) {
      throw CodestreamException.broken("the decoded image has another size");
    }
    var values = data.reinterpret(4L * shape.pixels()).toArray(JAVA_INT);
    var samples = new short[values.length];
    for (int n = 0; n < values.length; n++) {
      samples[n] = (short) values[n];
    }
    return samples;
  }
}
