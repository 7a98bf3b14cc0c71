package org.hilum.imaging.phantom;

import java.util.List;
import java.util.stream.IntStream;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A drawn scan as one Enhanced CT object, a frame a slice.
 *
 * <p>Written as derived: no tube turned, so there is no exposure to describe. The irradiation event
 * that every object must name is that of the drawing.
 *
 * <p>Source: PS3.3 A.38.1, Enhanced CT Image IOD.
 */
final class EnhancedCt {

  private static final String STACK = "1";

  private final PhantomScan scan;
  private final ScanIdentity identity;
  private final Uid series;

  EnhancedCt(PhantomScan scan, ScanIdentity identity) {
    this.scan = scan;
    this.identity = identity;
    this.series =
        identity.derived("enhanced series", new CtSlices(scan, identity).series().value());
  }

  /** The object. */
  DataSet object() {
    var geometry = scan.volume().geometry();
    var builder =
        CtHeader.of(identity, scan.protocol(), series)
            .uid(Tag.SOP_CLASS_UID, CtHeader.ENHANCED_CT_IMAGE_STORAGE)
            .uid(Tag.SOP_INSTANCE_UID, identity.derived("enhanced instance", series.value()))
            .text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "PRIMARY", "VOLUME", "NONE")
            .integerString(Tag.INSTANCE_NUMBER, 1)
            .text(Tag.CONTENT_QUALIFICATION, Vr.CS, "RESEARCH")
            .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
            .text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, "IDENTITY")
            .empty(Tag.ACQUISITION_CONTEXT_SEQUENCE, Vr.SQ)
            .integerString(Tag.NUMBER_OF_FRAMES, geometry.slices())
            .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared(geometry))
            .items(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                IntStream.range(0, geometry.slices()).mapToObj(this::frame).toList());
    rendering(builder);
    dimensions(builder);
    return CtHeader.pixels(builder, geometry.rows(), geometry.columns(), pixels()).build();
  }

  private static DataSetBuilder rendering(DataSetBuilder builder) {
    return builder
        .text(Tag.PIXEL_PRESENTATION, Vr.CS, "MONOCHROME")
        .text(Tag.VOLUMETRIC_PROPERTIES, Vr.CS, "VOLUME")
        .text(Tag.VOLUME_BASED_CALCULATION_TECHNIQUE, Vr.CS, "NONE");
  }

  private byte[] pixels() {
    var geometry = scan.volume().geometry();
    var pixels = new byte[Math.multiplyExact(geometry.slices(), 2 * geometry.sliceSize())];
    for (int k = 0; k < geometry.slices(); k++) {
      var slice = CtHeader.stored(scan.volume().hu()[k]);
      System.arraycopy(slice, 0, pixels, k * slice.length, slice.length);
    }
    return pixels;
  }

  private void dimensions(DataSetBuilder builder) {
    var organization = identity.derived("dimensions", series.value());
    builder
        .items(
            Tag.DIMENSION_ORGANIZATION_SEQUENCE,
            DataSet.builder().uid(Tag.DIMENSION_ORGANIZATION_UID, organization).build())
        .items(
            Tag.DIMENSION_INDEX_SEQUENCE,
            List.of(
                dimension(organization, Tag.STACK_ID),
                dimension(organization, Tag.IN_STACK_POSITION_NUMBER)));
  }

  private static DataSet dimension(Uid organization, int pointer) {
    return DataSet.builder()
        .uid(Tag.DIMENSION_ORGANIZATION_UID, organization)
        .tags(Tag.DIMENSION_INDEX_POINTER, pointer)
        .tags(Tag.FUNCTIONAL_GROUP_POINTER, Tag.FRAME_CONTENT_SEQUENCE)
        .build();
  }

  private DataSet shared(VolumeGeometry geometry) {
    var i = geometry.iDirection();
    var j = geometry.jDirection();
    return DataSet.builder()
        .items(
            Tag.PIXEL_MEASURES_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.PIXEL_SPACING, geometry.jSpacingMm(), geometry.iSpacingMm())
                .decimal(Tag.SLICE_THICKNESS, scan.protocol().thicknessMm())
                .decimal(Tag.SPACING_BETWEEN_SLICES, geometry.normalSpacingMm())
                .build())
        .items(
            Tag.PLANE_ORIENTATION_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, i.x(), i.y(), i.z(), j.x(), j.y(), j.z())
                .build())
        .items(Tag.CT_IMAGE_FRAME_TYPE_SEQUENCE, frameType())
        .items(Tag.FRAME_ANATOMY_SEQUENCE, anatomy())
        .items(
            Tag.IRRADIATION_EVENT_IDENTIFICATION_SEQUENCE,
            DataSet.builder()
                .uid(Tag.IRRADIATION_EVENT_UID, identity.derived("event", series.value()))
                .build())
        .items(
            Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.RESCALE_INTERCEPT, CtHeader.INTERCEPT_HU)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .text(Tag.RESCALE_TYPE, Vr.LO, "HU")
                .build())
        .items(
            Tag.FRAME_VOILUT_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.WINDOW_CENTER, CtHeader.WINDOW_CENTRE_HU)
                .decimal(Tag.WINDOW_WIDTH, CtHeader.WINDOW_WIDTH_HU)
                .build())
        .build();
  }

  private static DataSet frameType() {
    return rendering(
            DataSet.builder().text(Tag.FRAME_TYPE, Vr.CS, "DERIVED", "PRIMARY", "VOLUME", "NONE"))
        .build();
  }

  /** Chest, by its SNOMED CT code (PS3.16 CID 4030). */
  private static DataSet anatomy() {
    var chest =
        DataSet.builder()
            .text(Tag.CODE_VALUE, Vr.SH, "51185008")
            .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "SCT")
            .text(Tag.CODE_MEANING, Vr.LO, "Chest")
            .build();
    return DataSet.builder()
        .text(Tag.FRAME_LATERALITY, Vr.CS, "U")
        .items(Tag.ANATOMIC_REGION_SEQUENCE, chest)
        .build();
  }

  private DataSet frame(int k) {
    var corner = scan.volume().geometry().point(k, 0, 0);
    return DataSet.builder()
        .items(
            Tag.FRAME_CONTENT_SEQUENCE,
            DataSet.builder()
                .unsignedLong(Tag.DIMENSION_INDEX_VALUES, 1, k + 1L)
                .text(Tag.STACK_ID, Vr.SH, STACK)
                .unsignedLong(Tag.IN_STACK_POSITION_NUMBER, k + 1L)
                .build())
        .items(
            Tag.PLANE_POSITION_SEQUENCE,
            DataSet.builder()
                .decimal(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
                .build())
        .build();
  }
}
