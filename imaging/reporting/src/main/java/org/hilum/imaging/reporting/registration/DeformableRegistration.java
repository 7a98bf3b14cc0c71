package org.hilum.imaging.reporting.registration;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.DisplacementGrid;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A whole alignment as a Deformable Spatial Registration (PS3.3 A.39.2), which tells for each point
 * of the registered series where to look in the source series.
 *
 * <p>A point x of the registered frame of reference lies in the source at {@code A x + d(x)}: the
 * affine part is the matrix applied before the deformation, so that a reader still has a sensible
 * place outside the grid; the grid holds the rest. The matrix applied after it is the identity and
 * is written because some readers ask for it.
 *
 * <p>Source: PS3.3 C.20.3.1.1 (order of application), C.20.3.1.3 (order of vectors). <br>
 * Refuses: a grid whose slices are not stacked along the cross product of row and column, which the
 * object cannot tell.
 */
public final class DeformableRegistration {

  private static final int AXES = 3;

  private DeformableRegistration() {}

  /** The earlier series laid on the later: for each point of the later, where it was before. */
  public static DataSet priorOnCurrent(AlignedSeries aligned) {
    return of(ResultKind.DEFORMATION, aligned.swapped());
  }

  /** The later series laid on the earlier: for each point of the earlier, where it is now. */
  public static DataSet currentOnPrior(AlignedSeries aligned) {
    return of(ResultKind.DEFORMATION_BACK, aligned);
  }

  /** The frame of the object is that of the first series; its grid leads to the second. */
  private static DataSet of(ResultKind kind, AlignedSeries aligned) {
    var registered = aligned.prior();
    var source = aligned.current();
    var affine = aligned.alignment().affine();
    return RegistrationModules.begin(kind, aligned.filed(), registered, source, "ALIGNMENT_DEFORM")
        .items(
            RegistrationTag.DEFORMABLE_REGISTRATION_SEQUENCE,
            DataSet.builder()
                .uid(RegistrationTag.SOURCE_FRAME_OF_REFERENCE_UID, AlignedSeries.frame(source))
                .items(Tag.REFERENCED_IMAGE_SEQUENCE, RegistrationModules.images(source))
                .text(RegistrationTag.TRANSFORMATION_COMMENT, Vr.LO, RegistrationModules.comment())
                .items(
                    RegistrationTag.REGISTRATION_TYPE_CODE_SEQUENCE,
                    RegistrationModules.means(StructureCode.IMAGE_CONTENT_BASED_ALIGNMENT))
                .items(RegistrationTag.PRE_MATRIX_SEQUENCE, RegistrationModules.matrix(affine))
                .items(
                    RegistrationTag.POST_MATRIX_SEQUENCE,
                    RegistrationModules.matrix(RegistrationModules.identity()))
                .items(RegistrationTag.GRID_SEQUENCE, grid(aligned.alignment(), affine))
                .build())
        .build();
  }

  private static DataSet grid(Alignment alignment, double[] affine) {
    var displacements = alignment.displacements();
    var geometry = displacements.geometry();
    requireStackedAlongNormal(geometry);
    var i = geometry.iDirection();
    var j = geometry.jDirection();
    var origin = geometry.origin();
    return DataSet.builder()
        .decimal(Tag.IMAGE_POSITION_PATIENT, origin.x(), origin.y(), origin.z())
        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, i.x(), i.y(), i.z(), j.x(), j.y(), j.z())
        .unsignedLong(
            RegistrationTag.GRID_DIMENSIONS, geometry.columns(), geometry.rows(), geometry.slices())
        .doubles(
            RegistrationTag.GRID_RESOLUTION,
            geometry.iSpacingMm(),
            geometry.jSpacingMm(),
            geometry.kSpacingMm())
        .bytes(RegistrationTag.VECTOR_GRID_DATA, Vr.OF, vectors(displacements, affine))
        .build();
  }

  private static void requireStackedAlongNormal(VolumeGeometry geometry) {
    if (geometry.normal().plus(geometry.kDirection().scaled(-1)).length() > 1e-6) {
      throw new IllegalArgumentException("a grid is stacked along row x column");
    }
  }

  /** What the movement of each point adds to its affine part; the first axis runs fastest. */
  private static byte[] vectors(DisplacementGrid displacements, double[] affine) {
    var geometry = displacements.geometry();
    var bytes =
        ByteBuffer.allocate(
                Math.toIntExact(Math.multiplyExact(geometry.voxelCount(), AXES * Float.BYTES)))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int at = 0; at < geometry.sliceSize(); at++) {
        var point = geometry.point(k, at / geometry.columns(), at % geometry.columns());
        double[] x = {point.x(), point.y(), point.z()};
        for (int axis = 0; axis < AXES; axis++) {
          double moved = x[axis] + displacements.mm()[k][AXES * at + axis];
          bytes.putFloat((float) (moved - applied(affine, axis, x)));
        }
      }
    }
    return bytes.array();
  }

  private static double applied(double[] affine, int row, double[] x) {
    int at = 4 * row;
    return affine[at] * x[0] + affine[at + 1] * x[1] + affine[at + 2] * x[2] + affine[at + 3];
  }
}
