package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Second opinion on the pixels: pydicom 2.3.1 with GDCM 3.0.21, DCMTK 3.6.7 for lossy JPEG. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransferSyntaxIT {

  /** An unsigned slice of 12 bits. */
  private static final String UNSIGNED_SLICE = "984cd40133544bb8";

  /** A signed slice of 16 bits. */
  private static final String SIGNED_SLICE = "ac73e45e76ca9af8";

  private static final String CORNERSTONE = "dicom/formats/cornerstone/CTImage.dcm";

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
  void every_lossless_syntax_gives_the_same_unsigned_pixels(String name) throws IOException {
    var file = SharedData.require("dicom/formats/u12_" + name + ".dcm");

    assertThat(StoredHash.of(decoded(file, 0))).isEqualTo(UNSIGNED_SLICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm",
        "_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm",
        "_BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm",
        "_DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm",
        "_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm",
        "_JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57.dcm",
        "_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
        "_JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm",
        "_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"
      })
  void every_lossless_syntax_gives_the_same_signed_pixels(String ending) throws IOException {
    assertThat(StoredHash.of(decoded(SharedData.require(CORNERSTONE + ending), 0)))
        .isEqualTo(SIGNED_SLICE);
  }

  @ParameterizedTest
  @CsvSource({
    "u12_jpls_near2.dcm, 6b43aacc76d0a475",
    "cornerstone/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm, 76a4319fd22e0262",
    "cornerstone/CTImage.dcm_JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm,"
        + " 7c2c1e8190846398",
    "pydicom/test_files/693_J2KI.dcm, 91ea27bc0dc9979e",
    "pydicom/test_files/CT_small.dcm, b053e06a47c2f105",
    "pydicom/test_files/J2K_pixelrep_mismatch.dcm, ef19ca129ce0a6db",
    "pydicom/test_files/JPEG2000.dcm, 60d818a44076e3b3",
    "pydicom/test_files/JPEGLSNearLossless_08.dcm, 0fcb469ae94f560c",
    "pydicom/test_files/JPEGLSNearLossless_16.dcm, 0a5fd275980cda48",
    "pydicom/test_files/MR_small.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_RLE.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_bigendian.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_expb.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_implicit.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_jp2klossless.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_jpeg_ls_lossless.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/MR_small_padded.dcm, 6d00b5d8e3b090e3",
    "pydicom/test_files/examples_overlay.dcm, 729fdde111c62c8b",
    "pydicom/test_files/image_dfl.dcm, 4fa44f13ecd75a26"
  })
  void pixels_are_those_another_toolkit_decodes(String name, String hash) throws IOException {
    assertThat(StoredHash.of(decoded(SharedData.require("dicom/formats/" + name), 0)))
        .isEqualTo(hash);
  }

  @Test
  void near_lossless_pixels_differ_by_no_more_than_they_may() throws IOException {
    var exact = decoded(SharedData.require("dicom/formats/u12_ele.dcm"), 0);
    var near = decoded(SharedData.require("dicom/formats/u12_jpls_near2.dcm"), 0);

    var largest =
        IntStream.range(0, exact.samples().length)
            .map(n -> Math.abs(exact.value(n) - near.value(n)))
            .max();

    assertThat(largest).hasValue(2);
  }

  /** Rescale slope and intercept of each file; DCMTK's own decoding differs as much. */
  @ParameterizedTest
  @CsvSource({
    "1_1.2.840.10008.1.2.4.50, 32.1216, 20",
    "2_4_1.2.840.10008.1.2.4.51, 2.0002442, 4",
    "6_8_1.2.840.10008.1.2.4.53, 2.0002442, 4",
    "10_12_1.2.840.10008.1.2.4.55, 2.0002442, 4"
  })
  void lossy_pixels_are_near_the_originals(String process, double slope, double meanHu)
      throws IOException {
    int split = process.lastIndexOf('_');
    var name = process.substring(0, split) + "TransferSyntax" + process.substring(split);
    var lossy = decoded(SharedData.require(CORNERSTONE + "_JPEGProcess" + name + ".dcm"), 0);
    var exact = decoded(SharedData.require(CORNERSTONE), 0);

    var mean =
        IntStream.range(0, exact.samples().length)
            .mapToDouble(n -> Math.abs(lossy.value(n) * slope - 4047 - (exact.value(n) - 1024)))
            .average();

    assertThat(mean.orElseThrow()).as("mean difference in HU").isLessThan(meanHu);
  }

  @Test
  void a_lossy_syntax_is_stated() throws IOException {
    var object = object(SharedData.require("dicom/formats/u12_jpls_near2.dcm"));

    assertThat(object.deviations())
        .anyMatch(reason -> reason.code() == DicomReason.LOSSY_COMPRESSION);
  }

  @Test
  void high_throughput_pixels_are_decoded_or_the_library_named() throws IOException {
    var object = object(SharedData.require("dicom/formats/CT1_htj2k_lossless_201.dcm"));

    switch (FrameDecoder.decode(object, 0)) {
      case FrameDecode.Decoded decoded -> {
        var values =
            IntStream.range(0, decoded.frame().samples().length)
                .map(decoded.frame()::value)
                .summaryStatistics();
        // The corner lies outside of the reconstruction and holds the padding value.
        assertThat(decoded.frame().value(0)).isEqualTo(-2000);
        assertThat(values.getMin()).isEqualTo(-2000);
        assertThat(values.getMax()).isEqualTo(2278);
      }
      case FrameDecode.Undecodable refused -> {
        assertThat(refused.reason().code()).isEqualTo(DicomReason.CODEC_MISSING);
        assertThat(refused.reason().message()).contains("libopenjp2");
      }
    }
  }

  private static StoredFrame decoded(Path file, int frame) throws IOException {
    var decode = FrameDecoder.decode(object(file), frame);
    assertThat(decode).isInstanceOf(FrameDecode.Decoded.class);
    return ((FrameDecode.Decoded) decode).frame();
  }

  private static DicomObject object(Path file) throws IOException {
    var parse = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parse).object();
  }
}
