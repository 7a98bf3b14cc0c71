package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileCodestreamsIT {

  private static final int COPIES = 40;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u12_jpls_lossless.dcm",
        "u12_jpls_near2.dcm",
        "u12_jpll_sv1.dcm",
        "u12_rle.dcm",
        "CT1_htj2k_lossless_201.dcm",
        "cornerstone/CTImage.dcm_JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm",
        "pydicom/test_files/JPGExtended.dcm",
        "pydicom/test_files/MR_small_jp2klossless.dcm",
        "pydicom/test_files/MR_small_jpeg_ls_lossless.dcm"
      })
  void damaged_pixels_are_decoded_or_refused_in_time(String name) throws IOException {
    var file = SharedData.require("dicom/formats/" + name);
    var object = CharacterSetIT.parsed("formats/" + name);
    var pixels = object.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
    assertThat(pixels.value()).as(file.toString()).isInstanceOf(Element.Fragments.class);
    var codestream = ((Element.Fragments) pixels.value()).fragments().getFirst();
    for (int seed = 0; seed < COPIES; seed++) {
      var damaged = with(object, damaged(codestream, new Random(seed)));

      var decode = assertTimeoutPreemptively(LIMIT, () -> FrameDecoder.decode(damaged, 0));

      if (decode instanceof FrameDecode.Undecodable refused) {
        assertThat(refused.reason().code().code()).startsWith("DIC-2");
      }
    }
  }

  private static byte[] damaged(byte[] codestream, Random random) {
    int length = random.nextInt(4) == 0 ? 1 + random.nextInt(codestream.length) : codestream.length;
    var copy = Arrays.copyOf(codestream, length);
    int reach = random.nextBoolean() ? Math.min(length, 400) : length;
    for (int n = 1 + random.nextInt(10); n > 0; n--) {
      copy[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return copy;
  }

  private static DicomObject with(DicomObject object, byte[] codestream) {
    var fragments = new Element.Fragments(new int[0], List.of(codestream));
    var dataSet =
        object.dataSet().toBuilder().put(new Element(Tag.PIXEL_DATA, Vr.OB, fragments)).build();
    return new DicomObject(object.fileMeta(), dataSet, object.transferSyntaxUid(), List.of());
  }
}
