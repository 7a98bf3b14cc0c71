package org.hilum.imaging.evaluation.reference;

import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.evaluation.EvaluationReason;
import org.hilum.imaging.evaluation.reference.GridPlacement.Axis;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/** Puts the labels of a NIfTI mask on the voxels of a CT. */
final class LabelPainter {

  private static final byte NOT_LABELLED = (byte) 255;

  private final LabelRaster mask;
  private final MaskKind kind;
  private final VolumeGeometry geometry;
  private final byte[][] painted;
  private final BitSet unlabelled = new BitSet();
  private final boolean[] seen = new boolean[256];

  private LabelPainter(LabelRaster mask, MaskKind kind, VolumeGeometry geometry) {
    this.mask = mask;
    this.kind = kind;
    this.geometry = geometry;
    painted = new byte[geometry.slices()][geometry.sliceSize()];
  }

  static PlacedMask.Placed paint(LabelRaster mask, MaskKind kind, VolumeGeometry geometry)
      throws MaskRefusal {
    var painter = new LabelPainter(mask, kind, geometry);
    painter.paint(painter.placement());
    painter.requireKnownLabels();
    return painter.placed();
  }

  private GridPlacement placement() throws MaskRefusal {
    var from = mask.geometry();
    return GridPlacement.of(
            geometry,
            from.origin(),
            List.of(
                new Axis(from.kDirection().scaled(from.kSpacingMm()), from.slices()),
                new Axis(from.jDirection().scaled(from.jSpacingMm()), from.rows()),
                new Axis(from.iDirection().scaled(from.iSpacingMm()), from.columns())))
        .orElseThrow(
            () ->
                ReferenceReader.onOtherVoxels(
                    "the mask of %d x %d x %d voxels does not lie on the %d x %d x %d of its CT"
                        .formatted(
                            from.columns(),
                            from.rows(),
                            from.slices(),
                            geometry.columns(),
                            geometry.rows(),
                            geometry.slices())));
  }

  private void paint(GridPlacement placement) throws MaskRefusal {
    var from = mask.geometry();
    for (int k = 0; k < from.slices(); k++) {
      for (int j = 0; j < from.rows(); j++) {
        var start = placement.at(k, j, 0);
        var next = placement.at(k, j, 1);
        paintRow(mask.labels()[k], j * from.columns(), start, next);
      }
    }
  }

  private void paintRow(byte[] labels, int first, GridPlacement.Step start, GridPlacement.Step next)
      throws MaskRefusal {
    int kStep = next.k() - start.k();
    int jStep = next.j() - start.j();
    int iStep = next.i() - start.i();
    for (int n = 0; n < mask.geometry().columns(); n++) {
      byte label = labels[first + n];
      if (label != 0) {
        put(label, start.k() + n * kStep, start.j() + n * jStep, start.i() + n * iStep);
      }
    }
  }

  private void put(byte label, int k, int j, int i) throws MaskRefusal {
    boolean inside =
        k >= 0
            && k < geometry.slices()
            && j >= 0
            && j < geometry.rows()
            && i >= 0
            && i < geometry.columns();
    if (!inside && label != NOT_LABELLED) {
      throw ReferenceReader.onOtherVoxels("the mask reaches beyond its CT");
    }
    if (!inside) {
      return;
    }
    seen[label & 0xFF] = true;
    if (label == NOT_LABELLED) {
      unlabelled.set(k);
    } else {
      painted[k][j * geometry.columns() + i] = label;
    }
  }

  private void requireKnownLabels() throws MaskRefusal {
    int most = kind == MaskKind.LUNGS ? LungLabel.RIGHT : OpacityLabel.UNDETERMINED;
    for (int label = most + 1; label < (NOT_LABELLED & 0xFF); label++) {
      if (seen[label]) {
        throw new MaskRefusal(
            EvaluationReason.MASK_LABELS,
            "the mask of %s holds the label %d; 0 to %d are understood, and 255 for not labelled"
                .formatted(kind.column(), label, most));
      }
    }
  }

  private PlacedMask.Placed placed() {
    var labelled = new BitSet();
    labelled.set(0, geometry.slices());
    labelled.andNot(unlabelled);
    if (kind != MaskKind.LUNGS) {
      for (var slice : painted) {
        for (int voxel = 0; voxel < slice.length; voxel++) {
          slice[voxel] = (byte) (slice[voxel] == 0 ? 0 : 1);
        }
      }
    }
    return new PlacedMask.Placed(
        painted, labelled, kind == MaskKind.LUNGS && seen[LungLabel.RIGHT]);
  }
}
