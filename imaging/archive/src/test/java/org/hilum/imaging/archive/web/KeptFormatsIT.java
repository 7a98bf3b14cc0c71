package org.hilum.imaging.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.TransferSyntax;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptFormatsIT {

  private static DicomObject object(byte[] file) {
    return ((DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.WHOLE)).object();
  }

  private static short[] samples(DicomObject object) {
    return ((FrameDecode.Decoded) FrameDecoder.decode(object, 0)).frame().samples();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deflated",
        "ebe",
        "ele",
        "ile",
        "j2k_lossless",
        "jpll_p14",
        "jpll_sv1",
        "jpls_lossless",
        "jpls_near2",
        "rle"
      })
  void every_format_goes_out_plain_with_the_same_pixels_or_as_it_was_sent(
      String format, @TempDir Path folder) throws Exception {
    var file = Files.readAllBytes(SharedData.require("dicom/formats/u12_" + format + ".dcm"));
    var room = new DicomWebRoom(folder, "formats-" + format);
    var address = room.keep(file);

    var plain = room.get(address, "Accept", "application/dicom").getContentAsByteArray();
    var made = object(plain);
    assertThat(made.transferSyntaxUid()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
    assertThat(samples(made)).isEqualTo(samples(object(file)));
    assertThat(made.dataSet().elements()).hasSameSizeAs(object(file).dataSet().elements());

    var kept = room.get(address, "Accept", "application/dicom; transfer-syntax=*");
    assertThat(kept.getContentAsByteArray()).isEqualTo(file);

    var frame =
        room.get(
            address + "/frames/1",
            "Accept",
            "multipart/related; type=\"application/octet-stream\"");
    assertThat(DicomWebRoom.parts(frame).getFirst()).hasSize(2 * samples(made).length);
    assertThat(room.get(address + "/rendered").getStatus()).isEqualTo(200);
  }
}
