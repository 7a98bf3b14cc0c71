package org.hilum.imaging.evaluation.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.evaluation.agreement.Mask;
import org.hilum.imaging.reporting.OutlineSheet;
import org.hilum.imaging.reporting.OutlineSheet.Line;
import org.hilum.imaging.reporting.OutlineSheet.Panel;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Where drawn and found outlines of one structure differ: six axial slices spread over its height,
 * in each stretch the one on which they differ most.
 *
 * <p>In: a volume and masks in canonical order, so that columns run to the patient's left and rows
 * to the back.
 */
public final class CasePicture {

  private static final int PANELS = 6;

  /** Sky blue and orange of Okabe and Ito, Color Universal Design (2008). */
  private static final List<Line> LINES =
      List.of(new Line("drawn by people", 0x56B4E9), new Line("found by the network", 0xE69F00));

  private static final int MARGIN_VOXELS = 8;

  private final CtVolume volume;
  private final Mask lungs;
  private final Mask drawn;
  private final Mask found;
  private final BitSet slices;

  /**
   * A picture of a structure.
   *
   * @param lungs which decide what part of a slice is shown
   * @param slices that were labelled
   */
  public CasePicture(CtVolume volume, Mask lungs, Mask drawn, Mask found, BitSet slices) {
    this.volume = volume;
    this.lungs = lungs;
    this.drawn = drawn;
    this.found = found;
    this.slices = slices;
  }

  /** The picture as a PNG file. */
  public byte[] png(String title) {
    var box = box();
    var panels = chosen().stream().map(k -> panel(k, box)).toList();
    return new OutlineSheet().png(title, LINES, panels);
  }

  /** What is shown of each slice; both ends are inside. */
  private record Box(int firstJ, int lastJ, int firstI, int lastI) {
    int width() {
      return lastI - firstI + 1;
    }

    int height() {
      return lastJ - firstJ + 1;
    }
  }

  private Box box() {
    var geometry = volume.geometry();
    int firstJ = geometry.rows();
    int lastJ = -1;
    int firstI = geometry.columns();
    int lastI = -1;
    for (int k = slices.nextSetBit(0); k >= 0; k = slices.nextSetBit(k + 1)) {
      for (int at = 0; at < geometry.sliceSize(); at++) {
        if (lungs.has(k, at) || drawn.has(k, at) || found.has(k, at)) {
          firstJ = Math.min(firstJ, at / geometry.columns());
          lastJ = Math.max(lastJ, at / geometry.columns());
          firstI = Math.min(firstI, at % geometry.columns());
          lastI = Math.max(lastI, at % geometry.columns());
        }
      }
    }
    return new Box(
        Math.max(0, firstJ - MARGIN_VOXELS),
        Math.min(geometry.rows() - 1, lastJ + MARGIN_VOXELS),
        Math.max(0, firstI - MARGIN_VOXELS),
        Math.min(geometry.columns() - 1, lastI + MARGIN_VOXELS));
  }

  /** Slices from the head down. */
  private List<Integer> chosen() {
    var held = new ArrayList<Integer>();
    for (int k = slices.length() - 1; k >= 0; k--) {
      if (slices.get(k) && holdsAny(k)) {
        held.add(k);
      }
    }
    var chosen = new ArrayList<Integer>();
    int panels = Math.min(PANELS, held.size());
    for (int n = 0; n < panels; n++) {
      chosen.add(
          mostDifferent(held.subList(n * held.size() / panels, (n + 1) * held.size() / panels)));
    }
    return chosen;
  }

  private boolean holdsAny(int k) {
    for (int at = 0; at < volume.geometry().sliceSize(); at++) {
      if (drawn.has(k, at) || found.has(k, at)) {
        return true;
      }
    }
    return false;
  }

  private int mostDifferent(List<Integer> stretch) {
    int best = stretch.getFirst();
    long most = -1;
    for (int k : stretch) {
      long differ = 0;
      for (int at = 0; at < volume.geometry().sliceSize(); at++) {
        differ += drawn.has(k, at) != found.has(k, at) ? 1 : 0;
      }
      if (differ > most) {
        most = differ;
        best = k;
      }
    }
    return best;
  }

  private Panel panel(int k, Box box) {
    VolumeGeometry geometry = volume.geometry();
    int size = box.width() * box.height();
    var hu = new short[size];
    var inDrawn = new BitSet(size);
    var inFound = new BitSet(size);
    for (int n = 0; n < size; n++) {
      int at =
          (box.firstJ() + n / box.width()) * geometry.columns() + box.firstI() + n % box.width();
      hu[n] = volume.hu()[k][at];
      inDrawn.set(n, drawn.has(k, at));
      inFound.set(n, found.has(k, at));
    }
    return new Panel(
        "slice %d of %d from the feet".formatted(k + 1, geometry.slices()),
        box.width(),
        box.height(),
        geometry.iSpacingMm(),
        geometry.jSpacingMm(),
        hu,
        List.of(inDrawn, inFound));
  }
}
