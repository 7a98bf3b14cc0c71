package org.hilum.imaging.reporting.seg;

import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.StructureCode;

/**
 * What outlined the chest: a network, or the program where no network took part (PS3.3 table
 * 10-19).
 *
 * @param parameters what else must be known to repeat it
 */
record SegmentationAlgorithm(String name, String version, String parameters) {

  /** What outlined a segment: lobes lie within the networks' lungs, parted without a network. */
  static List<SegmentationAlgorithm> of(DicomSegment segment, ReadingFindings findings) {
    var networks = findings.segmentation().networks();
    var software = findings.software();
    if (segment.kind() == DicomSegment.Kind.LOBE) {
      return List.of(
          new SegmentationAlgorithm(
              software.name(), software.version(), "fissure search, without a network"));
    }
    if (networks.isEmpty()) {
      return List.of(
          new SegmentationAlgorithm(software.name(), software.version(), "without a network"));
    }
    return networks.stream()
        .map(
            network ->
                new SegmentationAlgorithm(
                    network.name(), network.version(), "ONNX file sha256 " + network.sha256()))
        .toList();
  }

  DataSet item() {
    return DataSet.builder()
        .items(
            Tag.ALGORITHM_FAMILY_CODE_SEQUENCE,
            CodeItem.of(StructureCode.ARTIFICIAL_INTELLIGENCE.concept()))
        .text(Tag.ALGORITHM_NAME, Vr.LO, DicomText.fitted(name, DicomText.LONG_STRING))
        .text(Tag.ALGORITHM_VERSION, Vr.LO, DicomText.fitted(version, DicomText.LONG_STRING))
        .text(Tag.ALGORITHM_PARAMETERS, Vr.LT, DicomText.fitted(parameters, DicomText.LONG_TEXT))
        .build();
  }
}
