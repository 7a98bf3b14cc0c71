package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segmentations that highdicom and dcmqi wrote; the sums are those pydicom counts in them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationReaderIT {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "highdicom/seg_image_ct_binary.dcm, 1, 3, 638",
    "highdicom/seg_image_ct_binary_fractional.dcm, 1, 3, 638",
    "highdicom/seg_image_ct_binary_overlap.dcm, 2, 8, 80",
    "highdicom/seg_image_ct_binary_single_frame.dcm, 1, 1, 1832",
    "dcmqi/segmentations/23x38x3/seg/label.seg, 1, 3, 322",
    "dcmqi/segmentations/24x38x3/seg/label.seg, 1, 3, 315",
    "dcmqi/segmentations/partial_overlaps.dcm, 5, 7, 43639",
    "dcmqi/segmentations/sparse-labelmap-noppv.dcm, 2, 2, 630",
  })
  void peers_are_read_bit_for_bit(String file, int segments, int frames, int voxels)
      throws IOException {
    var parse =
        DicomReader.read(SharedData.require("dicom/peers/" + file), DicomReader.Depth.WHOLE);
    var read = SegmentationReader.read(((DicomParse.Parsed) parse).object());

    assertThat(read).isInstanceOf(SegmentationParse.Read.class);
    var stored = ((SegmentationParse.Read) read).segmentation();
    assertThat(stored.segments()).hasSize(segments);
    assertThat(stored.frames()).hasSize(frames);
    assertThat(stored.frames().stream().mapToInt(frame -> frame.inside().cardinality()).sum())
        .isEqualTo(voxels);
  }
}
