package org.hilum.imaging.dicom.codec.jpeg;

import java.util.Arrays;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a JPEG codestream of one component: lossless, baseline, extended and progressive, 2 to 16
 * bits.
 *
 * <p>Out: samples as unsigned numbers of the codestream's precision. <br>
 * Refuses: another size than the header's, colour, arithmetic coding, hierarchical frames. <br>
 * Source: ITU-T T.81 (09/92) annexes B, F, G, H.
 */
public final class JpegDecoder {

  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int START_OF_SCAN = 0xDA;
  private static final int QUANTIZATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int END_OF_IMAGE = 0xD9;

  private final SegmentReader in;
  private final FrameShape shape;
  private final @Nullable HuffmanTable[] dcTables = new HuffmanTable[4];
  private final @Nullable HuffmanTable[] acTables = new HuffmanTable[4];
  private final int[][] quantization = new int[4][];
  private @Nullable FrameHeader frame;
  private @Nullable CoefficientPlane coefficients;
  private int restartInterval;

  private JpegDecoder(byte[] bytes, FrameShape shape) {
    this.in = new SegmentReader(bytes);
    this.shape = shape;
  }

  /** The samples of a frame. */
  public static short[] decode(byte[] codestream, FrameShape shape) {
    return new JpegDecoder(codestream, shape).decode();
  }

  private short[] decode() {
    if (in.unsignedShort() != START_OF_IMAGE) {
      throw CodestreamException.broken("this is no JPEG codestream");
    }
    while (true) {
      int marker = in.marker();
      if (marker == END_OF_IMAGE || marker == 0) {
        return reconstructed();
      }
      in.openSegment();
      if (FrameHeader.isFrame(marker)) {
        frame(marker);
      } else if (marker == START_OF_SCAN) {
        var done = scan();
        if (done.length > 0) {
          return done;
        }
      } else {
        tables(marker);
      }
      in.closeSegment();
    }
  }

  private void tables(int marker) {
    switch (marker) {
      case HUFFMAN_TABLES -> huffmanTables();
      case QUANTIZATION_TABLES -> quantizationTables();
      case RESTART_INTERVAL -> restartInterval = in.unsignedShort();
      default -> {
        // Comments and application segments say nothing about the samples.
      }
    }
  }

  private void frame(int marker) {
    if (frame != null) {
      throw CodestreamException.unsupported("JPEG with more than one frame");
    }
    frame = FrameHeader.read(in, marker, shape);
    if (!frame.isLossless()) {
      coefficients = new CoefficientPlane(shape);
    }
  }

  private void huffmanTables() {
    while (in.segmentHasMore()) {
      int target = in.octet();
      var counts = new int[16];
      for (int n = 0; n < counts.length; n++) {
        counts[n] = in.octet();
      }
      var table = new HuffmanTable(counts, in.octets(Arrays.stream(counts).sum()));
      (target >> 4 == 0 ? dcTables : acTables)[target & 3] = table;
    }
  }

  private void quantizationTables() {
    while (in.segmentHasMore()) {
      int target = in.octet();
      var steps = new int[64];
      for (int n = 0; n < steps.length; n++) {
        steps[n] = target >> 4 == 0 ? in.octet() : in.unsignedShort();
      }
      quantization[target & 3] = steps;
    }
  }

  /** The samples, when the scan was lossless; nothing yet when more scans may follow. */
  private short[] scan() {
    if (frame == null) {
      throw CodestreamException.broken("a scan has no frame");
    }
    if (in.octet() != 1) {
      throw CodestreamException.broken("a scan has more components than its frame");
    }
    in.octet();
    int selectors = in.octet();
    int first = in.octet();
    int last = in.octet();
    int approximation = in.octet();
    in.closeSegment();
    var bits = new EntropyBits(in.bytes(), in.at());
    if (frame.isLossless()) {
      var table = required(dcTables[selectors >> 4 & 3]);
      var scan =
          new LosslessScan(table, bits, shape, frame.precision(), first, approximation & 0x0F);
      return scan.decode(restartInterval);
    }
    var band = new Band(first, last, approximation >> 4, approximation & 0x0F);
    var tables = new CoefficientScan.Tables(dcTables[selectors >> 4 & 3], acTables[selectors & 3]);
    var scan = new CoefficientScan(tables, bits, band, frame.isProgressive());
    scan.decode(plane(), restartInterval);
    in.moveTo(bits.end());
    return new short[0];
  }

  private short[] reconstructed() {
    if (frame == null) {
      throw CodestreamException.broken("the codestream has no frame");
    }
    var steps = quantization[frame.quantization() & 3];
    if (steps == null) {
      throw CodestreamException.broken("a quantization table is missing");
    }
    return plane().samples(steps, frame.precision());
  }

  private CoefficientPlane plane() {
    if (coefficients == null) {
      throw CodestreamException.broken("a lossless frame has no scan");
    }
    return coefficients;
  }

  static HuffmanTable required(@Nullable HuffmanTable table) {
    if (table == null) {
      throw CodestreamException.broken("a Huffman table is missing");
    }
    return table;
  }
}
