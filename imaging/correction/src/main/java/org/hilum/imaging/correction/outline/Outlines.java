package org.hilum.imaging.correction.outline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hilum.imaging.quantification.LesionParts;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The outlines of a reading as they are after some steps.
 *
 * <p>A slice that changes is put in place of the one that was; none is written into, so what was
 * taken of them before stays as it was. Where a person said what a voxel is, it is that for sure.
 */
public final class Outlines {

  private final ReadingFindings reading;
  private final VolumeGeometry geometry;
  private final byte[][] network;
  private final byte[][] opacity;
  private final byte[][] parts;
  private final byte[][] networkLevels;
  private final byte[][] levels;
  private final ChestSegmentation masks;
  private int parted;

  /** As the network made them: its masks are taken over and change from now on. */
  public Outlines(ReadingFindings reading) {
    this.reading = reading;
    var found = reading.segmentation();
    this.geometry = reading.volume().geometry();
    this.network = found.opacity().labels().clone();
    this.opacity = found.opacity().labels();
    this.levels = found.uncertainty().map(said -> said.levels().labels()).orElse(new byte[0][]);
    this.networkLevels = levels.clone();
    this.parts = new byte[geometry.slices()][];
    Arrays.fill(parts, new byte[geometry.sliceSize()]);
    this.masks = found;
  }

  VolumeGeometry geometry() {
    return geometry;
  }

  /** The reading they are of. */
  public ReadingFindings reading() {
    return reading;
  }

  /** The masks, which change with every step. */
  public ChestSegmentation masks() {
    return masks;
  }

  /** The masks as they are now, whatever comes after. */
  public ChestSegmentation masksNow() {
    return new ChestSegmentation(
        masks.lungs(),
        new LabelRaster(geometry, opacity.clone()),
        masks.lobes(),
        Optional.empty(),
        masks.networks(),
        masks.remarks(),
        masks
            .uncertainty()
            .map(
                said ->
                    new OpacityUncertainty(
                        new LabelRaster(geometry, levels.clone()), said.interval())),
        masks.fissures());
  }

  /** The opacity as the network outlined it. */
  public LabelRaster network() {
    return new LabelRaster(geometry, network);
  }

  /** How lesions are parted and put together; empty where nobody did. */
  public Optional<LesionParts> parts() {
    return parted == 0
        ? Optional.empty()
        : Optional.of(new LesionParts(new LabelRaster(geometry, parts)));
  }

  short state(int voxel) {
    int k = voxel / geometry.sliceSize();
    int at = voxel % geometry.sliceSize();
    return OutlineChange.state(opacity[k][at], parts[k][at] & 0xFF);
  }

  int part(int voxel) {
    return parts[voxel / geometry.sliceSize()][voxel % geometry.sliceSize()] & 0xFF;
  }

  int label(int voxel) {
    return opacity[voxel / geometry.sliceSize()][voxel % geometry.sliceSize()];
  }

  int lung(int voxel) {
    return masks.lungs().labels()[voxel / geometry.sliceSize()][voxel % geometry.sliceSize()];
  }

  /** Leaves out of some voxels those that are no lung. */
  void keepLung(BitSet voxels) {
    for (int voxel = voxels.nextSetBit(0); voxel >= 0; voxel = voxels.nextSetBit(voxel + 1)) {
      if (lung(voxel) == 0) {
        voxels.clear(voxel);
      }
    }
  }

  int hu(int voxel) {
    return reading.volume().hu()[voxel / geometry.sliceSize()][voxel % geometry.sliceSize()];
  }

  /** Whether anybody parted lesions or put any together. */
  boolean isParted() {
    return parted > 0;
  }

  /**
   * Does a change.
   *
   * @param changed told the slices that changed
   */
  public void apply(OutlineChange change, IntConsumer changed) {
    int open = -1;
    for (int run = 0; run < change.runs(); run++) {
      int voxel = change.first(run);
      int end = voxel + change.count(run);
      while (voxel < end) {
        int k = voxel / geometry.sliceSize();
        int stop = Math.min(end, (k + 1) * geometry.sliceSize());
        if (k != open) {
          open = k;
          begin(k);
          changed.accept(k);
        }
        fill(k, voxel - k * geometry.sliceSize(), stop - k * geometry.sliceSize(), change, run);
        voxel = stop;
      }
    }
  }

  /** The slices of a change are copied once, and then written into. */
  private void begin(int k) {
    opacity[k] = opacity[k].clone();
    parts[k] = parts[k].clone();
    if (levels.length > 0) {
      levels[k] = levels[k].clone();
    }
  }

  private void fill(int k, int from, int to, OutlineChange change, int run) {
    byte label = OutlineChange.label(change.after(run));
    byte part = OutlineChange.part(change.after(run));
    parted += (to - from) * (sign(part) - sign(OutlineChange.part(change.before(run))));
    for (int at = from; at < to; at++) {
      opacity[k][at] = label;
      parts[k][at] = part;
      if (levels.length > 0) {
        levels[k][at] = level(k, at);
      }
    }
  }

  private static int sign(byte part) {
    return part == 0 ? 0 : 1;
  }

  private byte level(int k, int at) {
    boolean was = network[k][at] != 0;
    boolean is = opacity[k][at] != 0;
    if (was == is) {
      return networkLevels[k][at];
    }
    return is ? OpacityUncertainty.PROBABLE : 0;
  }
}
