package org.hilum.imaging.reporting.seg;

import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;

/**
 * Which parts of the chest are outlined, in the order of their segment numbers: name, codes, colour
 * and where the voxels are.
 *
 * <p>Source: categories of PS3.16 CID 7150. The colours are ours.
 */
public enum DicomSegment {
  LEFT_LUNG("Left lung", Side.LEFT, 0x64B5F6),
  RIGHT_LUNG("Right lung", Side.RIGHT, 0x4DB6AC),
  GROUND_GLASS("Ground-glass opacity", OpacityKind.GROUND_GLASS, 0xFFC107),
  CONSOLIDATION("Consolidation", OpacityKind.CONSOLIDATION, 0xE53935),
  UNDETERMINED("Opacity of undetermined kind", OpacityKind.UNDETERMINED, 0xAB47BC),
  LEFT_UPPER_LOBE("Left upper lobe", Lobe.LUL, 0x9FA8DA),
  LEFT_LOWER_LOBE("Left lower lobe", Lobe.LLL, 0x5C6BC0),
  RIGHT_UPPER_LOBE("Right upper lobe", Lobe.RUL, 0xAED581),
  RIGHT_MIDDLE_LOBE("Right middle lobe", Lobe.RML, 0xFFF176),
  RIGHT_LOWER_LOBE("Right lower lobe", Lobe.RLL, 0x689F38);

  /** What kind of part it is; parts of one kind do not overlap. */
  enum Kind {
    LUNG,
    OPACITY,
    LOBE
  }

  private final String label;
  private final Kind kind;
  private final CodedSite type;
  private final byte value;
  private final int rgb;

  DicomSegment(String label, Side side, int rgb) {
    this(label, Kind.LUNG, CodedSite.of(Region.lung(side)), LungLabel.of(side), rgb);
  }

  DicomSegment(String label, OpacityKind opacity, int rgb) {
    this(
        label,
        Kind.OPACITY,
        new CodedSite(Code.of(opacity).concept(), Optional.empty()),
        OpacityLabel.of(opacity),
        rgb);
  }

  DicomSegment(String label, Lobe lobe, int rgb) {
    this(label, Kind.LOBE, CodedSite.of(Region.of(lobe)), LobeLabel.of(lobe), rgb);
  }

  DicomSegment(String label, Kind kind, CodedSite type, byte value, int rgb) {
    this.label = label;
    this.kind = kind;
    this.type = type;
    this.value = value;
    this.rgb = rgb;
  }

  /** The lung of a side. */
  public static DicomSegment lung(Side side) {
    return side == Side.LEFT ? LEFT_LUNG : RIGHT_LUNG;
  }

  /** The segment that outlines exactly a region; empty for both lungs together and for zones. */
  public static Optional<DicomSegment> of(Region region) {
    return switch (region) {
      case LEFT_LUNG -> Optional.of(LEFT_LUNG);
      case RIGHT_LUNG -> Optional.of(RIGHT_LUNG);
      case LUL -> Optional.of(LEFT_UPPER_LOBE);
      case LLL -> Optional.of(LEFT_LOWER_LOBE);
      case RUL -> Optional.of(RIGHT_UPPER_LOBE);
      case RML -> Optional.of(RIGHT_MIDDLE_LOBE);
      case RLL -> Optional.of(RIGHT_LOWER_LOBE);
      default -> Optional.empty();
    };
  }

  /** Segment Label (0062,0005), and the Tracking ID of the segment. */
  public String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  /** What it is. */
  public CodedConcept type() {
    return type.structure();
  }

  /** Anatomical structure or finding. */
  Code category() {
    return kind == Kind.OPACITY
        ? Code.MORPHOLOGICALLY_ABNORMAL_STRUCTURE
        : Code.ANATOMICAL_STRUCTURE;
  }

  /** The patient's side of a lung or lobe; an opacity may lie in both lungs and has none. */
  Optional<CodedConcept> laterality() {
    return type.laterality();
  }

  /** Recommended colour, 0xRRGGBB. */
  int rgb() {
    return rgb;
  }

  /** The mask it is taken from; empty where the lungs were not parted into lobes. */
  Optional<LabelRaster> raster(ChestSegmentation segmentation) {
    return switch (kind) {
      case LUNG -> Optional.of(segmentation.lungs());
      case OPACITY -> Optional.of(segmentation.opacity());
      case LOBE -> segmentation.lobes();
    };
  }

  /** Its value in that mask. */
  byte value() {
    return value;
  }
}
