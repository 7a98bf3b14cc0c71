package org.hilum.imaging.volume;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a series became no volume, was not the one read, or was read with a deviation. */
public enum VolumeReason implements ReasonCode {
  TOO_FEW_SLICES("VOL-001", "There are too few slices for a chest. Send the whole axial series."),
  COVERAGE_TOO_SHORT(
      "VOL-002",
      "The slices cover too little from head to feet to hold lungs. Scan or send the rest."),
  MISSING_SLICES("VOL-003", "Slices are missing inside the series. Send the series again, whole."),
  UNEVEN_SPACING(
      "VOL-004", "The distances between slices differ. Send one reconstruction with even spacing."),
  MIXED_ORIENTATION(
      "VOL-005", "The slices are not parallel. Send each orientation as a series of its own."),
  MIXED_GRID(
      "VOL-006",
      "Rows, columns or pixel spacing differ between slices. Send each reconstruction as a series"
          + " of its own."),
  SAME_POSITION_DIFFERS(
      "VOL-007",
      "Different images lie at one position: several reconstructions, phases or repeats in one"
          + " series. Send each as a series of its own."),
  NO_POSITION("VOL-008", "Image Position (Patient) is missing, so the slice has no place."),
  NO_ORIENTATION("VOL-009", "Image Orientation (Patient) is missing or not two unit vectors."),
  NO_PIXEL_SPACING("VOL-010", "Pixel Spacing is missing or not positive; sizes are unknown."),
  NO_RESCALE(
      "VOL-011",
      "Rescale Slope and Intercept are missing, so Hounsfield units are unknown. Send the original"
          + " from the scanner or PACS."),
  NOT_HOUNSFIELD(
      "VOL-012",
      "The values are not Hounsfield units of a chest: no air or no soft tissue among them."),
  TILT_TOO_STRONG("VOL-013", "The slices lean too far away from their stacking direction."),
  ONLY_LOCALIZERS("VOL-014", "The series is a localizer (scout), not a scan."),
  MALFORMED_ATTRIBUTE("VOL-015", "An attribute that is needed holds something unreadable."),
  UNDECODABLE("VOL-016", "The pixels of a slice cannot be decoded."),
  UNREADABLE("VOL-017", "A file could not be read again, or changed while it was read."),
  NOT_GREYSCALE("VOL-018", "The images are not greyscale: a screen shot, not a scan."),
  PROJECTION(
      "VOL-019",
      "The images are projections (maximum, minimum intensity or rendered); their values are not"
          + " the attenuation of a slice."),
  OTHER_QUANTITY("VOL-020", "The values are another quantity than Hounsfield units."),
  SLIDING_SLICES("VOL-021", "The slices do not lie on one straight line."),
  FRAMES_DISAGREE("VOL-022", "A multi-frame image describes another number of frames than it has."),
  TOO_LARGE("VOL-023", "The volume has more voxels than fit into memory."),
  NOTHING_TO_BUILD("VOL-024", "The series holds no image at all. Send it again."),
  TOO_FAR_APART("VOL-025", "The slices are single samples, too far apart for a volume."),

  LOCALIZER_DROPPED("VOL-040", "A localizer inside the series was left out."),
  REPEAT_DROPPED("VOL-041", "An identical image at the same position was left out."),
  TILTED_GANTRY("VOL-042", "The gantry was tilted; the volume is kept sheared as it was scanned."),
  CONTRAST_AGENT("VOL-043", "Contrast agent was given; vessels and consolidation are brighter."),
  OUTSIDE_FIELD("VOL-044", "Voxels outside the scanner's field were set to air."),
  RANGE_CLIPPED("VOL-045", "Bright or dark values were cut off before the images arrived."),
  THICK_SLICES("VOL-046", "Slices lie far apart; small findings may be missed."),
  OTHER_PLANE_DROPPED("VOL-047", "Single images in another plane were left out."),
  SHORT_COVERAGE("VOL-048", "The slices may not hold the lungs from apex to base."),
  NARROW_FIELD("VOL-049", "The field of view may cut the lungs off at the sides."),
  SHARP_KERNEL(
      "VOL-050",
      "The kernel is sharp; the networks were validated on soft ones. Send the soft reconstruction"
          + " if there is one."),
  NOT_AN_ADULT("VOL-051", "The patient is under 18 years; the networks have seen adults only."),
  ON_THE_SIDE(
      "VOL-052", "The patient lies on the side; the networks have seen patients on their back."),

  REFORMATTED("VOL-060", "Not read: coronal or sagittal, another series is axial."),
  LESS_COVERAGE("VOL-061", "Not read: covers less of the chest than the series read."),
  NARROWER_FIELD("VOL-062", "Not read: the field of view suits a whole chest less."),
  WORSE_SPACING("VOL-063", "Not read: slice spacing suits less than that of the series read."),
  SHARPER_KERNEL("VOL-064", "Not read: sharper kernel than the series read."),
  WITH_CONTRAST("VOL-065", "Not read: contrast agent, the series read has none."),
  EQUALLY_GOOD("VOL-066", "Not read: the series read comes first among equals."),
  COARSER_PIXELS("VOL-067", "Not read: coarser pixels than the series read."),
  DERIVED_IMAGES("VOL-068", "Not read: derived images, another series is original."),

  NIFTI_BROKEN("VOL-080", "The NIfTI file is damaged, cut short or not NIfTI."),
  NIFTI_SEVERAL_VOLUMES("VOL-081", "The NIfTI file holds several volumes. Pass one."),
  NIFTI_TYPE("VOL-082", "The NIfTI file holds colours or complex numbers."),
  NIFTI_SPACING_UNKNOWN(
      "VOL-083",
      "The NIfTI file does not say how large its voxels are; millilitres are not measured."),
  NIFTI_AFFINES_DISAGREE(
      "VOL-084", "The two affines of the NIfTI file disagree; the sform is used."),
  NIFTI_SIDE_ASSUMED(
      "VOL-085",
      "The NIfTI file has no affine; its axes are taken as right, front, head. Check left and right."),
  NIFTI_AFFINE_UNUSABLE("VOL-086", "The affine of the NIfTI file does not span a volume."),
  NIFTI_NOT_LABELS(
      "VOL-087", "The NIfTI file is no mask: it holds other values than whole numbers to 255.");

  private final String code;
  private final String meaning;

  VolumeReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public boolean limitsScope() {
    return switch (this) {
      case CONTRAST_AGENT, SHARP_KERNEL, NOT_AN_ADULT, ON_THE_SIDE -> true;
      default -> false;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
