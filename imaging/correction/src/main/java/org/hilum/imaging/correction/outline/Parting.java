package org.hilum.imaging.correction.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.outline.StepMaker.Made;
import org.hilum.imaging.quantification.LesionParts;

/**
 * Parts a lesion along a line, and puts lesions together; no voxel stops being opacity.
 *
 * <p>A line drawn in one plane of voxels cuts through the whole lesion at right angles to that
 * plane; one that lies in several cuts where it is drawn. What is left hanging together is a lesion
 * of its own; the cut itself goes to the piece next to it.
 */
final class Parting {

  private final Outlines outlines;
  private final LungBox box;
  private final Neighbours neighbours;

  Parting(Outlines outlines, LungBox box) {
    this.outlines = outlines;
    this.box = box;
    this.neighbours = new Neighbours(outlines.geometry());
  }

  Made split(BitSet lesion, BitSet line, String uid) throws CorrectionRefusal {
    var cut = through(line, lesion);
    var rest = (BitSet) lesion.clone();
    rest.andNot(cut);
    var pieces = pieces(rest);
    if (cut.isEmpty() || pieces.size() < 2) {
      throw new CorrectionRefusal(
          CorrectionReason.NOT_PARTED, "the line does not part the lesion; draw it right across");
    }
    var part = parts(pieces);
    spread(pieces, cut);
    var partOf = new byte[pieces.size()];
    for (int n = 0; n < partOf.length; n++) {
      partOf[n] = (byte) (int) part.get(n);
    }
    var change =
        Parts.change(
            outlines,
            lesion,
            voxel ->
                OutlineChange.state(outlines.label(voxel), partOf[pieceOf(pieces, voxel)] & 0xFF));
    return new Made(change, uid + " in " + pieces.size() + " pieces");
  }

  private static int pieceOf(List<BitSet> pieces, int voxel) {
    for (int n = 0; n < pieces.size(); n++) {
      if (pieces.get(n).get(voxel)) {
        return n;
      }
    }
    return 0;
  }

  /** Every piece gets a part of its own, since the one it had may be a neighbour's too. */
  private List<Integer> parts(List<BitSet> pieces) throws CorrectionRefusal {
    var used = Parts.used(outlines, box);
    var found = new ArrayList<Integer>();
    for (int part = 1; part < LesionParts.FIRST_TOGETHER && found.size() < pieces.size(); part++) {
      if (!used[part]) {
        found.add(part);
      }
    }
    if (found.size() < pieces.size()) {
      throw new CorrectionRefusal(
          CorrectionReason.TOO_LARGE,
          "the lesion would fall into " + pieces.size() + " pieces, more than can be told apart");
    }
    return found;
  }

  private BitSet through(BitSet line, BitSet lesion) {
    var geometry = outlines.geometry();
    int slice = geometry.sliceSize();
    int columns = geometry.columns();
    int[] axes = {
      (int) line.stream().map(voxel -> voxel / slice).distinct().count(),
      (int) line.stream().map(voxel -> voxel % slice / columns).distinct().count(),
      (int) line.stream().map(voxel -> voxel % columns).distinct().count()
    };
    int across = axes[0] == 1 ? 0 : axes[1] == 1 ? 1 : axes[2] == 1 ? 2 : -1;
    var flat = new BitSet();
    line.stream().forEach(voxel -> flat.set(flattened(voxel, across)));
    var cut = new BitSet();
    lesion.stream().filter(voxel -> flat.get(flattened(voxel, across))).forEach(cut::set);
    return cut;
  }

  /** The same for all voxels in a row along an axis; the voxel itself for no axis. */
  private int flattened(int voxel, int axis) {
    int slice = outlines.geometry().sliceSize();
    int columns = outlines.geometry().columns();
    return switch (axis) {
      case 0 -> voxel % slice;
      case 1 -> voxel / slice * slice + voxel % columns;
      case 2 -> voxel - voxel % columns;
      default -> voxel;
    };
  }

  /** What hangs together, largest first. */
  private List<BitSet> pieces(BitSet voxels) {
    var left = (BitSet) voxels.clone();
    var pieces = new ArrayList<BitSet>();
    for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed)) {
      var piece = new BitSet();
      var open = new ArrayDeque<Integer>();
      open.add(seed);
      left.clear(seed);
      while (!open.isEmpty()) {
        int at = open.remove();
        piece.set(at);
        neighbours.forEach26(
            at,
            near -> {
              if (left.get(near)) {
                left.clear(near);
                open.add(near);
              }
            });
      }
      pieces.add(piece);
    }
    pieces.sort(Comparator.comparingInt(BitSet::cardinality).reversed());
    return pieces;
  }

  /** The pieces take the cut between them, all at the same pace. */
  private void spread(List<BitSet> pieces, BitSet cut) {
    var left = (BitSet) cut.clone();
    var open = new ArrayDeque<int[]>();
    for (int n = 0; n < pieces.size(); n++) {
      int piece = n;
      pieces.get(n).stream()
          .forEach(
              voxel ->
                  neighbours.forEach26(
                      voxel,
                      near -> {
                        if (left.get(near)) {
                          left.clear(near);
                          open.add(new int[] {near, piece});
                        }
                      }));
    }
    while (!open.isEmpty()) {
      var next = open.remove();
      pieces.get(next[1]).set(next[0]);
      neighbours.forEach26(
          next[0],
          near -> {
            if (left.get(near)) {
              left.clear(near);
              open.add(new int[] {near, next[1]});
            }
          });
    }
  }

  Made merge(BitSet voxels, String uids) throws CorrectionRefusal {
    if (voxels.stream().map(outlines::lung).distinct().count() > 1) {
      throw new CorrectionRefusal(
          CorrectionReason.TWO_LUNGS, "the lesions lie in two lungs, whose pleurae part them");
    }
    int part = Parts.freeTogether(outlines, box);
    return new Made(
        Parts.change(outlines, voxels, voxel -> OutlineChange.state(outlines.label(voxel), part)),
        uids + " as one");
  }
}
