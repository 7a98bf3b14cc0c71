package org.hilum.imaging.dicom;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.hilum.imaging.dicom.codec.jpeg.JpegDecoder;
import org.hilum.imaging.dicom.codec.jpeg2000.Jpeg2000Decoder;
import org.hilum.imaging.dicom.codec.jpegls.JpegLsDecoder;
import org.hilum.imaging.dicom.codec.rle.RleDecoder;
import org.hilum.imaging.dicom.pixels.NativePixels;
import org.hilum.imaging.dicom.pixels.PixelCell;

/** Decodes the joined fragments of one frame with the decoder of its transfer syntax. */
final class CompressedFrame {

  private CompressedFrame() {}

  /** The stored values. */
  static short[] decode(byte[] frame, TransferSyntax.Compression compression, PixelHeader header) {
    try {
      return stored(frame, compression, header);
    } catch (CodestreamException refused) {
      throw new Unreadable(
          code(refused.kind()), refused.getMessage() + advice(refused), Tag.name(Tag.PIXEL_DATA));
    }
  }

  private static short[] stored(
      byte[] frame, TransferSyntax.Compression compression, PixelHeader header) {
    var cell = header.cell();
    var shape = new FrameShape(header.rows(), header.columns(), cell.allocated());
    return switch (compression) {
      case NONE ->
          throw new CodestreamException(
              CodestreamException.Kind.DISAGREES,
              "the pixels lie in fragments, which the transfer syntax does not have");
      case UNCOMPRESSED_FRAGMENTS -> plain(frame, header);
      case RLE -> cell.values(RleDecoder.decode(frame, shape));
      case JPEG_LOSSY, JPEG_LOSSLESS -> low(header).values(JpegDecoder.decode(frame, shape));
      case JPEG_LS -> low(header).values(JpegLsDecoder.decode(frame, shape));
      case JPEG_2000 -> low(header).values(Jpeg2000Decoder.decode(frame, shape));
      case HTJ2K -> low(header).values(Jpeg2000Decoder.decodeHighThroughput(frame, shape));
    };
  }

  private static short[] plain(byte[] frame, PixelHeader header) {
    long needed = header.cell().bytes(header.pixels());
    if (frame.length != needed + (needed & 1) && frame.length != needed) {
      throw new CodestreamException(
          CodestreamException.Kind.DISAGREES,
          "the frame has %d bytes where the header needs %d".formatted(frame.length, needed));
    }
    return NativePixels.unpack(frame, 0, header.pixels(), header.cell());
  }

  /** JPEG codes values, not cells: the value is in the lowest bits or nobody knows where. */
  private static PixelCell low(PixelHeader header) {
    var cell = header.cell();
    if (cell.high() != cell.stored() - 1) {
      throw new CodestreamException(
          CodestreamException.Kind.DISAGREES, "compressed values are not in the lowest bits");
    }
    return cell;
  }

  private static DicomReason code(CodestreamException.Kind kind) {
    return switch (kind) {
      case BROKEN -> DicomReason.CODESTREAM_BROKEN;
      case DISAGREES -> DicomReason.CODESTREAM_DISAGREES;
      case UNSUPPORTED -> DicomReason.COMPRESSION_UNKNOWN;
      case IN_COLOUR -> DicomReason.PIXELS_IN_COLOUR;
      case LIBRARY_MISSING -> DicomReason.CODEC_MISSING;
    };
  }

  private static String advice(CodestreamException refused) {
    return switch (refused.kind()) {
      case BROKEN, DISAGREES -> ": send the object again";
      case UNSUPPORTED -> " is not read: export the object uncompressed";
      case IN_COLOUR -> "; a CT has grey values";
      case LIBRARY_MISSING -> "";
    };
  }
}
