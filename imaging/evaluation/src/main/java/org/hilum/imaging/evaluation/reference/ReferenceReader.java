package org.hilum.imaging.evaluation.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.SegmentationParse;
import org.hilum.imaging.dicom.SegmentationReader;
import org.hilum.imaging.dicom.StoredSegmentation;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.evaluation.EvaluationReason;
import org.hilum.imaging.evaluation.MaskSource;
import org.hilum.imaging.evaluation.reference.PlacedMask.MaskRefused;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.LabelResult.LabelsRefused;
import org.hilum.imaging.volume.NiftiLabelReader;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Reads a reference mask and puts it on the voxels of its CT, by place in the patient alone.
 *
 * <p>In: NIfTI (0 none, 1 lung or 1 left and 2 right; opacity 1 to 3; 255 not labelled on this
 * slice) or DICOM SEG (what it does not outline is labelled as none). <br>
 * Refuses: a mask on other voxels, labels without a meaning, segments that are not clear.
 */
public final class ReferenceReader {

  private final VolumeGeometry geometry;
  private final Optional<Uid> frameOfReference;

  /**
   * A reader for the masks of one CT.
   *
   * @param geometry the voxels to put them on
   * @param frameOfReference of the CT, where it has one
   */
  public ReferenceReader(VolumeGeometry geometry, Optional<Uid> frameOfReference) {
    this.geometry = geometry;
    this.frameOfReference = frameOfReference;
  }

  /** Reads a mask. */
  public PlacedMask read(MaskSource source, MaskKind kind) throws IOException {
    try {
      var placed =
          isNifti(source)
              ? nifti(source, kind)
              : SegmentPainter.paint(segmentation(source), source, kind, geometry);
      if (kind == MaskKind.LUNGS && placed.count() == 0) {
        throw new MaskRefusal(
            EvaluationReason.NO_LUNG_DRAWN,
            "the mask of the lungs holds no lung: leave the cell empty if none was drawn");
      }
      return placed;
    } catch (MaskRefusal refusal) {
      return new MaskRefused(refusal.reasons());
    }
  }

  private static boolean isNifti(MaskSource source) {
    var name = source.file().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".nii") || name.endsWith(".nii.gz");
  }

  private PlacedMask.Placed nifti(MaskSource source, MaskKind kind)
      throws IOException, MaskRefusal {
    if (!source.segments().isEmpty()) {
      throw new MaskRefusal(
          EvaluationReason.SEGMENTS_UNCLEAR,
          "a NIfTI mask has no segments: leave out what is after #");
    }
    return switch (NiftiLabelReader.read(source.file())) {
      case LabelsRead(var labels) -> LabelPainter.paint(labels, kind, geometry);
      case LabelsRefused(var reasons) -> throw new MaskRefusal(reasons);
    };
  }

  private StoredSegmentation segmentation(MaskSource source) throws IOException, MaskRefusal {
    if (Files.isDirectory(source.file())) {
      throw new MaskRefusal(
          EvaluationReason.MASK_UNREADABLE, "the mask is a folder: name the SEG file in it");
    }
    return switch (DicomReader.read(source.file(), DicomReader.Depth.WHOLE)) {
      case DicomParse.NotDicom(var reason) ->
          throw new MaskRefusal(
              EvaluationReason.MASK_UNREADABLE, "the mask is neither NIfTI nor DICOM SEG");
      case DicomParse.Refused(var reasons) -> throw new MaskRefusal(reasons);
      case DicomParse.Parsed(var object) ->
          switch (SegmentationReader.read(object)) {
            case SegmentationParse.Refused(var reasons) -> throw new MaskRefusal(reasons);
            case SegmentationParse.Read(var segmentation) -> inSameFrame(segmentation);
          };
    };
  }

  private StoredSegmentation inSameFrame(StoredSegmentation segmentation) throws MaskRefusal {
    if (frameOfReference.isPresent()
        && segmentation.frameOfReferenceUid().isPresent()
        && !frameOfReference.equals(segmentation.frameOfReferenceUid())) {
      throw new MaskRefusal(
          EvaluationReason.OTHER_FRAME_OF_REFERENCE,
          "CT and SEG name different frames of reference: name the SEG of this CT");
    }
    return segmentation;
  }

  /** Why a mask does not fit, with what to do. */
  static MaskRefusal onOtherVoxels(String what) {
    return new MaskRefusal(
        EvaluationReason.MASK_ON_OTHER_VOXELS,
        what + ": export the mask on the grid of the series that is read");
  }
}
