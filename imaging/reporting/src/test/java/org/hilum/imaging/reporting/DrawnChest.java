package org.hilum.imaging.reporting;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A chest drawn by formula in the patient's own millimetres, so that it is the same chest on
 * whatever voxels it is sampled: x from -170 to 170, y from -120 to 120, z from 0 to 300.
 */
public record DrawnChest(List<Opacity> opacities) {

  /** A ball of opacity. */
  public record Opacity(PatientPoint centre, double radiusMm, OpacityKind kind) {}

  /** One in the left lower lung, three in the right. */
  public static final DrawnChest DISEASED =
      new DrawnChest(
          List.of(
              new Opacity(new PatientPoint(96, 38, 95), 24, OpacityKind.GROUND_GLASS),
              new Opacity(new PatientPoint(-98, 34, 72), 19, OpacityKind.CONSOLIDATION),
              new Opacity(new PatientPoint(-84, -28, 218), 17, OpacityKind.GROUND_GLASS),
              new Opacity(new PatientPoint(-70, 40, 160), 12, OpacityKind.GROUND_GLASS)));

  public CtVolume volume(VolumeGeometry geometry) {
    var hu = new short[geometry.slices()][geometry.sliceSize()];
    forEachVoxel(geometry, (k, index, point) -> hu[k][index] = (short) hu(point));
    return new CtVolume(geometry, hu, true);
  }

  public LabelRaster lungs(VolumeGeometry geometry) {
    var labels = LabelRaster.empty(geometry);
    forEachVoxel(
        geometry,
        (k, index, point) ->
            side(point).ifPresent(side -> labels.labels()[k][index] = LungLabel.of(side)));
    return labels;
  }

  public LabelRaster opacity(VolumeGeometry geometry) {
    var labels = LabelRaster.empty(geometry);
    forEachVoxel(
        geometry,
        (k, index, point) ->
            at(point)
                .ifPresent(
                    number ->
                        labels.labels()[k][index] =
                            OpacityLabel.of(opacities.get(number - 1).kind())));
    return labels;
  }

  /** Number of the opacity at a point, from 1 in the order of the list. */
  public Optional<Integer> at(PatientPoint point) {
    if (side(point).isEmpty()) {
      return Optional.empty();
    }
    for (int n = 0; n < opacities.size(); n++) {
      var opacity = opacities.get(n);
      if (point.minus(opacity.centre()).length() < opacity.radiusMm()) {
        return Optional.of(n + 1);
      }
    }
    return Optional.empty();
  }

  /** The lung a point lies in. */
  public static Optional<Side> side(PatientPoint point) {
    var side = point.x() > 0 ? Side.LEFT : Side.RIGHT;
    double height = (point.z() - 150) / 125;
    double across = (Math.abs(point.x()) - 74) / 56;
    double deep = (point.y() - 5) / 82;
    boolean inside = height * height + across * across + deep * deep < 1;
    return inside && !isHeart(point) ? Optional.of(side) : Optional.empty();
  }

  private static boolean isHeart(PatientPoint point) {
    return point.minus(new PatientPoint(28, -38, 95)).length() < 52;
  }

  private double hu(PatientPoint point) {
    double noise = noise(point);
    if (side(point).isPresent()) {
      double vessel = isVessel(point) ? 650 : 0;
      return at(point)
          .map(
              number ->
                  opacities.get(number - 1).kind() == OpacityKind.CONSOLIDATION
                      ? 20 + noise
                      : -560 + vessel * 0.6 + 3 * noise)
          .orElse(-865 + vessel + 2 * noise);
    }
    double body = square(point.x() / 166) + square(point.y() / 116);
    if (body > 1) {
      return -1000;
    }
    if (square(point.x()) + square(point.y() - 88) < square(18)) {
      return 380 + noise;
    }
    return (body > 0.86 ? -100 : 45) + noise;
  }

  private static boolean isVessel(PatientPoint point) {
    double a = Math.sin(point.x() / 9 + point.z() / 21);
    double b = Math.sin(point.y() / 11 - point.z() / 17);
    return a * b > 0.93;
  }

  /** The same at a place of the patient, whatever the order of the voxels: a hash. */
  private static double noise(PatientPoint point) {
    int mixed = Math.toIntExact(Math.round(point.x() * 10)) * 0x9E3779B1;
    mixed ^= Math.toIntExact(Math.round(point.y() * 10)) * 0x85EBCA77;
    mixed ^= Math.toIntExact(Math.round(point.z() * 10)) * 0xC2B2AE3D;
    mixed = (mixed ^ (mixed >>> 15)) * 0x2C1B3C6D;
    return ((mixed >>> 16) & 31) - 15.5;
  }

  private static double square(double value) {
    return value * value;
  }

  public interface Visitor {
    void visit(int k, int index, PatientPoint point);
  }

  public static void forEachVoxel(VolumeGeometry geometry, Visitor visitor) {
    for (int k = 0; k < geometry.slices(); k++) {
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++) {
          visitor.visit(k, j * geometry.columns() + i, geometry.point(k, j, i));
        }
      }
    }
  }
}
