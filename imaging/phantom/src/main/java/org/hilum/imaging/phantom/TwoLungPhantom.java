package org.hilum.imaging.phantom;

import java.util.List;
import java.util.stream.IntStream;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The smallest chest tests can count on: a body, two ellipsoid lungs, lesions, all by hand.
 *
 * <p>Out: whole HU without noise or partial volume: a voxel has the HU of what its centre lies in.
 * A lesion counts only inside a lung; where two overlap, the later one in the list wins.
 *
 * @param body what is not lung and not outside air
 * @param leftLung the lung on the patient's left
 * @param rightLung the lung on the patient's right
 * @param lesions drawn in this order
 */
public record TwoLungPhantom(
    Ellipsoid body, Ellipsoid leftLung, Ellipsoid rightLung, List<Lesion> lesions) {

  /** Outside air, by the definition of the Hounsfield scale. */
  public static final short AIR_HU = -1000;

  /** Aerated lung. */
  public static final short LUNG_HU = -850;

  /** Soft tissue. */
  public static final short BODY_HU = 40;

  /** An opacity of one density: ground-glass about -600 HU, consolidation about 20 HU. */
  public record Lesion(Ellipsoid shape, OpacityKind kind, short hu) {}

  public TwoLungPhantom {
    lesions = List.copyOf(lesions);
  }

  /**
   * Lungs of 50 x 70 x 110 mm (left) and 55 x 70 x 105 mm (right) half axes at x = +75 and -75, no
   * lesion.
   */
  public static TwoLungPhantom healthy() {
    return new TwoLungPhantom(
        new Ellipsoid(new PatientPoint(0, 0, 0), 165, 110, 2000),
        new Ellipsoid(new PatientPoint(75, 0, 0), 50, 70, 110),
        new Ellipsoid(new PatientPoint(-75, 0, 0), 55, 70, 105),
        List.of());
  }

  /** The same chest with one more lesion. */
  public TwoLungPhantom with(Ellipsoid shape, OpacityKind kind, int hu) {
    var more = new java.util.ArrayList<>(lesions);
    more.add(new Lesion(shape, kind, (short) hu));
    return new TwoLungPhantom(body, leftLung, rightLung, more);
  }

  /** The same chest with one more ball of ground-glass, -600 HU. */
  public TwoLungPhantom withGroundGlass(PatientPoint centre, double radiusMm) {
    return with(Ellipsoid.sphere(centre, radiusMm), OpacityKind.GROUND_GLASS, -600);
  }

  /** The same chest with one more ball of consolidation, 20 HU. */
  public TwoLungPhantom withConsolidation(PatientPoint centre, double radiusMm) {
    return with(Ellipsoid.sphere(centre, radiusMm), OpacityKind.CONSOLIDATION, 20);
  }

  /** The chest seen in a mirror: what was left is right. */
  public TwoLungPhantom mirrored() {
    return new TwoLungPhantom(
        body.mirrored(),
        rightLung.mirrored(),
        leftLung.mirrored(),
        lesions.stream().map(l -> new Lesion(l.shape.mirrored(), l.kind, l.hu)).toList());
  }

  /** A chest drawn on a grid: HU and the masks that are true of it. */
  public Drawing draw(VolumeGeometry geometry) {
    var drawing =
        new Drawing(
            new CtVolume(geometry, new short[geometry.slices()][geometry.sliceSize()], true),
            LabelRaster.empty(geometry),
            LabelRaster.empty(geometry));
    IntStream.range(0, geometry.slices()).parallel().forEach(k -> drawSlice(drawing, k));
    return drawing;
  }

  /**
   * What was drawn.
   *
   * @param lungs 1 = left, 2 = right; lesions included
   * @param opacity 1 = ground-glass, 2 = consolidation, 3 = undetermined
   */
  public record Drawing(CtVolume volume, LabelRaster lungs, LabelRaster opacity) {}

  private void drawSlice(Drawing drawing, int k) {
    var geometry = drawing.volume.geometry();
    for (int voxel = 0; voxel < geometry.sliceSize(); voxel++) {
      var point = geometry.point(k, voxel / geometry.columns(), voxel % geometry.columns());
      int lung = leftLung.contains(point) ? 1 : rightLung.contains(point) ? 2 : 0;
      short hu = lung != 0 ? LUNG_HU : body.contains(point) ? BODY_HU : AIR_HU;
      drawing.lungs.labels()[k][voxel] = (byte) lung;
      for (var lesion : lung == 0 ? List.<Lesion>of() : lesions) {
        if (lesion.shape.contains(point)) {
          hu = lesion.hu;
          drawing.opacity.labels()[k][voxel] = (byte) (lesion.kind.ordinal() + 1);
        }
      }
      drawing.volume.hu()[k][voxel] = hu;
    }
  }
}
