package org.hilum.imaging.reporting.seg;

import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.OpacityKind;
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
  UNDETERMINED("Opacity of undetermined kind", OpacityKind.UNDETERMINED, 0xAB47BC);

  private final String label;
  private final Code type;
  private final Optional<Side> side;
  private final byte value;
  private final int rgb;

  DicomSegment(String label, Side side, int rgb) {
    this.label = label;
    this.type = Code.LUNG;
    this.side = Optional.of(side);
    this.value = LungLabel.of(side);
    this.rgb = rgb;
  }

  DicomSegment(String label, OpacityKind kind, int rgb) {
    this.label = label;
    this.type = Code.of(kind);
    this.side = Optional.empty();
    this.value = OpacityLabel.of(kind);
    this.rgb = rgb;
  }

  /** The lung of a side. */
  public static DicomSegment lung(Side side) {
    return side == Side.LEFT ? LEFT_LUNG : RIGHT_LUNG;
  }

  /** Segment Label (0062,0005), and the Tracking ID of the segment. */
  public String label() {
    return label;
  }

  /** What it is. */
  public Code type() {
    return type;
  }

  /** Anatomical structure or finding. */
  Code category() {
    return isOpacity() ? Code.MORPHOLOGICALLY_ABNORMAL_STRUCTURE : Code.ANATOMICAL_STRUCTURE;
  }

  /** The patient's side of a lung; an opacity may lie in both lungs and has none. */
  Optional<Code> laterality() {
    return side.map(patients -> patients == Side.LEFT ? Code.LEFT : Code.RIGHT);
  }

  /** Whether it is a finding inside the lungs. */
  boolean isOpacity() {
    return side.isEmpty();
  }

  /** Recommended colour, 0xRRGGBB. */
  int rgb() {
    return rgb;
  }

  /** The mask it is taken from. */
  LabelRaster raster(ChestSegmentation segmentation) {
    return isOpacity() ? segmentation.opacity() : segmentation.lungs();
  }

  /** Its value in that mask. */
  byte value() {
    return value;
  }
}
