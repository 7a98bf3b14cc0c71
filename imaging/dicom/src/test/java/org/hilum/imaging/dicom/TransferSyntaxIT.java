package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransferSyntaxIT {

  /** First 8 bytes of the SHA-256 of the stored values, big-endian; computed with pydicom. */
  private static final String ONE_SLICE = "984cd40133544bb8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ile",
        "ele",
        "ebe",
        "deflated",
        "rle",
        "jpll_p14",
        "jpll_sv1",
        "jpls_lossless",
        "j2k_lossless"
      })
  void every_lossless_syntax_gives_the_same_pixels(String name) throws IOException {
    var file = SharedData.require("dicom/formats/u12_" + name + ".dcm");

    assertThat(StoredHash.of(decoded(file, 0))).isEqualTo(ONE_SLICE);
  }

  static StoredFrame decoded(Path file, int frame) throws IOException {
    var parse = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    var decode = FrameDecoder.decode(((DicomParse.Parsed) parse).object(), frame);
    assertThat(decode).isInstanceOf(FrameDecode.Decoded.class);
    return ((FrameDecode.Decoded) decode).frame();
  }
}
