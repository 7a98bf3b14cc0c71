package org.hilum.imaging.reporting.seg;

import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.volume.VolumeGeometry;

/** What holds for every frame: spacing and orientation of the source (PS3.3 C.7.6.16.2). */
final class SharedFunctionalGroups {

  private SharedFunctionalGroups() {}

  static DataSet of(ResultContext context) {
    var geometry = context.findings().volume().geometry();
    var i = geometry.iDirection();
    var j = geometry.jDirection();
    return DataSet.builder()
        .items(Tag.PIXEL_MEASURES_SEQUENCE, pixelMeasures(context.header(), geometry))
        .items(
            Tag.PLANE_ORIENTATION_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, i.x(), i.y(), i.z(), j.x(), j.y(), j.z())
                .build())
        .build();
  }

  private static DataSet pixelMeasures(DataSet header, VolumeGeometry geometry) {
    double spacing = geometry.normalSpacingMm();
    return DataSet.builder()
        .decimal(Tag.SLICE_THICKNESS, thickness(header).orElse(spacing))
        .decimal(Tag.SPACING_BETWEEN_SLICES, spacing)
        .decimal(Tag.PIXEL_SPACING, geometry.jSpacingMm(), geometry.iSpacingMm())
        .build();
  }

  /** The thickness the source states, if it states one. */
  private static Optional<Double> thickness(DataSet header) {
    return header
        .text(Tag.SLICE_THICKNESS)
        .filter(text -> text.matches("[0-9]+([.][0-9]+)?"))
        .map(Double::valueOf)
        .filter(thickness -> thickness > 0);
  }
}
