package org.hilum.imaging.dicom.codec.jpeg2000;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * Decodes JPEG 2000 and High-Throughput JPEG 2000 of one component.
 *
 * <p>Out: the low sixteen bits of the samples. <br>
 * Refuses: another size than the header's, colour; High-Throughput where OpenJPEG is not installed.
 */
public final class Jpeg2000Decoder {

  private Jpeg2000Decoder() {}

  /** The samples of a JPEG 2000 frame. */
  public static short[] decode(byte[] frame, FrameShape shape) {
    var codestream = CodestreamHeader.withoutBoxes(frame);
    CodestreamHeader.checked(codestream, shape);
    var library = OpenJpeg.installed();
    return library.isPresent()
        ? library.get().decode(codestream, shape)
        : JavaJpeg2000.decode(codestream, shape);
  }

  /** The samples of a High-Throughput JPEG 2000 frame. */
  public static short[] decodeHighThroughput(byte[] frame, FrameShape shape) {
    var codestream = CodestreamHeader.withoutBoxes(frame);
    CodestreamHeader.checked(codestream, shape);
    return OpenJpeg.installed()
        .filter(OpenJpeg::decodesHighThroughput)
        .orElseThrow(Jpeg2000Decoder::libraryMissing)
        .decode(codestream, shape);
  }

  private static CodestreamException libraryMissing() {
    return new CodestreamException(
        CodestreamException.Kind.LIBRARY_MISSING,
        "HTJ2K needs OpenJPEG 2.5 or later: install libopenjp2-7, or export the object in another"
            + " transfer syntax");
  }
}
