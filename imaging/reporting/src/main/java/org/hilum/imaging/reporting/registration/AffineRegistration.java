package org.hilum.imaging.reporting.registration;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.StructureCode;

/**
 * The affine part of an alignment as a Spatial Registration (PS3.3 A.39.1): the frame of reference
 * of the object is that of the later series; the matrix of the earlier one leads its points there,
 * and the later series' own matrix is the identity.
 *
 * <p>Source: PS3.3 C.20.2.1.1.
 */
public final class AffineRegistration {

  private AffineRegistration() {}

  /** The object; both series have a frame of reference. */
  public static DataSet of(AlignedSeries aligned) {
    return RegistrationModules.begin(
            ResultKind.REGISTRATION,
            aligned.filed(),
            aligned.current(),
            aligned.prior(),
            "ALIGNMENT_AFFINE")
        .items(
            RegistrationTag.REGISTRATION_SEQUENCE,
            item(
                aligned.current(),
                RegistrationModules.identity(),
                StructureCode.FRAME_OF_REFERENCE_IDENTITY),
            item(
                aligned.prior(),
                aligned.alignment().affine(),
                StructureCode.IMAGE_CONTENT_BASED_ALIGNMENT))
        .build();
  }

  private static DataSet item(ResultContext series, double[] matrix, StructureCode means) {
    return DataSet.builder()
        .uid(Tag.FRAME_OF_REFERENCE_UID, AlignedSeries.frame(series))
        .items(Tag.REFERENCED_IMAGE_SEQUENCE, RegistrationModules.images(series))
        .items(
            RegistrationTag.MATRIX_REGISTRATION_SEQUENCE,
            DataSet.builder()
                .text(RegistrationTag.TRANSFORMATION_COMMENT, Vr.LO, RegistrationModules.comment())
                .items(
                    RegistrationTag.REGISTRATION_TYPE_CODE_SEQUENCE,
                    RegistrationModules.means(means))
                .items(RegistrationTag.MATRIX_SEQUENCE, RegistrationModules.matrix(matrix))
                .build())
        .build();
  }
}
