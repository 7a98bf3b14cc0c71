package org.hilum.imaging.evaluation.reference;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.StoredSegmentation;
import org.hilum.imaging.dicom.StoredSegmentation.Frame;
import org.hilum.imaging.evaluation.MaskSource;
import org.hilum.imaging.evaluation.reference.GridPlacement.Axis;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** Puts the frames of a SEG on the voxels of a CT, each by its own plane. */
final class SegmentPainter {

  private static final byte EITHER = 1;

  private final VolumeGeometry geometry;
  private final byte[][] painted;

  private SegmentPainter(VolumeGeometry geometry) {
    this.geometry = geometry;
    painted = new byte[geometry.slices()][geometry.sliceSize()];
  }

  static PlacedMask.Placed paint(
      StoredSegmentation segmentation, MaskSource source, MaskKind kind, VolumeGeometry geometry)
      throws MaskRefusal {
    var meant = SegmentMeaning.of(segmentation, source, kind);
    boolean sided = kind == MaskKind.LUNGS && isSided(meant);
    var painter = new SegmentPainter(geometry);
    for (var frame : segmentation.frames()) {
      var side = meant.get(frame.segmentNumber());
      if (side != null && !frame.inside().isEmpty()) {
        painter.paint(frame, sided ? LungLabel.of(side.orElseThrow()) : EITHER);
      }
    }
    var labelled = new BitSet();
    labelled.set(0, geometry.slices());
    return new PlacedMask.Placed(painter.painted, labelled, sided);
  }

  private static boolean isSided(Map<Integer, Optional<Side>> meant) {
    return meant.values().stream().allMatch(Optional::isPresent);
  }

  private void paint(Frame frame, byte label) throws MaskRefusal {
    var placement = placement(frame);
    var inside = frame.inside();
    for (int n = inside.nextSetBit(0); n >= 0; n = inside.nextSetBit(n + 1)) {
      var voxel = placement.at(n / frame.columns(), n % frame.columns());
      if (voxel.k() < 0
          || voxel.k() >= geometry.slices()
          || voxel.j() < 0
          || voxel.j() >= geometry.rows()
          || voxel.i() < 0
          || voxel.i() >= geometry.columns()) {
        throw ReferenceReader.onOtherVoxels("a frame of the SEG reaches beyond its CT");
      }
      painted[voxel.k()][voxel.j() * geometry.columns() + voxel.i()] = label;
    }
  }

  private GridPlacement placement(Frame frame) throws MaskRefusal {
    double[] position = frame.positionMm();
    return GridPlacement.of(
            geometry,
            new PatientPoint(position[0], position[1], position[2]),
            List.of(
                new Axis(direction(frame, 3).scaled(frame.rowSpacingMm()), frame.rows()),
                new Axis(direction(frame, 0).scaled(frame.columnSpacingMm()), frame.columns())))
        .orElseThrow(
            () ->
                ReferenceReader.onOtherVoxels(
                    "a frame of the SEG does not lie on the voxels of its CT"));
  }

  private static Vector3 direction(Frame frame, int from) {
    double[] orientation = frame.orientation();
    return new Vector3(orientation[from], orientation[from + 1], orientation[from + 2]);
  }
}
