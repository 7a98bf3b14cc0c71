package org.hilum.imaging.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hilum.imaging.phantom.ChestPhantom;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanKernel;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/** Drawn scans that are no plain chest CT of an adult, one thing wrong with each. */
final class OddScans {

  private static final double SLICE_MM = 4;
  private static final PatientPoint MIDDLE = new PatientPoint(0, 8, -44);
  private static final ScanGrid GRID = ScanGrid.axial(160, 160, 79, 2.4, SLICE_MM).about(MIDDLE);
  private static final ScanProtocol PROTOCOL = ScanProtocol.standard(SLICE_MM);

  /** Tissue without contrast medium lies below this. */
  private static final int VESSEL_FROM_HU = 20;

  private static final int VESSEL_TO_HU = 90;

  private OddScans() {}

  /** Drawn once: half of the scans are this one, changed. */
  private static final class Plain {
    static final PhantomScan SCAN = chest().draw(GRID, PROTOCOL);
  }

  /** Nothing wrong. */
  static PhantomScan plain() {
    var drawn = Plain.SCAN;
    var hu = drawn.volume().hu().clone();
    Arrays.setAll(hu, k -> hu[k].clone());
    return new PhantomScan(
        new CtVolume(drawn.volume().geometry(), hu, true),
        drawn.lungs(),
        drawn.lobes(),
        drawn.opacity(),
        drawn.lesions(),
        drawn.protocol());
  }

  private static ChestPhantom chest() {
    return PhantomCourse.demo().chestAt(1);
  }

  /** Below the lungs: soft tissue with two loops of gut that hold gas. */
  static PhantomScan abdomen() {
    var below = ScanGrid.axial(160, 160, 60, 2.4, SLICE_MM).about(new PatientPoint(0, 8, -400));
    var scan = chest().draw(below, PROTOCOL);
    paint(scan, new Ellipsoid(new PatientPoint(60, -50, -390), 28, 18, 30), -950);
    paint(scan, new Ellipsoid(new PatientPoint(-50, -55, -420), 22, 16, 45), -950);
    return scan;
  }

  /**
   * A skull with brain, sinuses and throat, and the neck, seen by a gantry tilted by 18 degrees.
   */
  static PhantomScan tiltedHead() {
    var grid = ScanGrid.axial(160, 160, 60, 1.6, SLICE_MM).tilted(18);
    var geometry = grid.geometry();
    var head = new Ellipsoid(new PatientPoint(0, 0, 20), 75, 95, 95);
    var brain = new Ellipsoid(new PatientPoint(0, 0, 25), 68, 88, 86);
    var sinus = new Ellipsoid(new PatientPoint(0, -72, -5), 30, 14, 22);
    var throat = new Ellipsoid(new PatientPoint(0, -30, -70), 9, 12, 60);
    var neck = new Ellipsoid(new PatientPoint(0, 5, -90), 55, 60, 90);
    return drawn(
        geometry,
        point -> {
          if (throat.contains(point) || sinus.contains(point)) {
            return -1000;
          }
          return brain.contains(point)
              ? 35
              : head.contains(point) ? 900 : neck.contains(point) ? 50 : -1000;
        });
  }

  /** Slices 8 mm apart. */
  static PhantomScan thickSlices() {
    var grid = ScanGrid.axial(160, 160, 40, 2.4, 8).about(MIDDLE);
    return chest().draw(grid, ScanProtocol.standard(8));
  }

  /** The left lung taken out, soft tissue in its place. */
  static PhantomScan oneLung() {
    return changed(plain(), (hu, lung) -> lung == 1 ? 40 : hu);
  }

  /** A cylinder of water, as scanners are checked with. */
  static PhantomScan water() {
    return drawn(GRID.geometry(), point -> Math.hypot(point.x(), point.y() - 8) < 110 ? 0 : -1000);
  }

  /** A Rescale Intercept that is 100 too high. */
  static PhantomScan wrongIntercept() {
    return changed(plain(), (hu, lung) -> hu + 100);
  }

  /** A Rescale Intercept of zero that should be -1024. */
  static PhantomScan lostIntercept() {
    return changed(plain(), (hu, lung) -> hu + 1024);
  }

  /** Left and right of the image changed, but not of its geometry. */
  static PhantomScan mirrored() {
    return chest().mirrored().draw(GRID, PROTOCOL);
  }

  /** Heart and great vessels filled with contrast medium. */
  static PhantomScan contrast() {
    return withContrast(plain());
  }

  static PhantomScan withContrast(PhantomScan scan) {
    var geometry = scan.volume().geometry();
    for (int k = 0; k < geometry.slices(); k++) {
      var lungs = scan.lungs().labels()[k];
      var hu = scan.volume().hu()[k];
      for (int row = 0; row < geometry.rows(); row++) {
        int first = row * geometry.columns();
        int right = last(lungs, first, geometry.columns(), (byte) 2);
        int left = first(lungs, first, geometry.columns(), (byte) 1);
        for (int at = right + 1; right >= 0 && left >= 0 && at < left; at++) {
          if (hu[at] > VESSEL_FROM_HU && hu[at] < VESSEL_TO_HU) {
            hu[at] = (short) (hu[at] + 200);
          }
        }
      }
    }
    return scan;
  }

  private static int first(byte[] labels, int from, int count, byte label) {
    for (int at = from; at < from + count; at++) {
      if (labels[at] == label) {
        return at;
      }
    }
    return -1;
  }

  private static int last(byte[] labels, int from, int count, byte label) {
    for (int at = from + count - 1; at >= from; at--) {
      if (labels[at] == label) {
        return at;
      }
    }
    return -1;
  }

  /** Noise and nothing else. */
  static PhantomScan noise() {
    var random = new Random(5);
    return drawn(GRID.geometry(), point -> (int) (-400 + 350 * random.nextGaussian()));
  }

  /** A chest under noise of 250 HU. */
  static PhantomScan noisyChest() {
    var random = new Random(6);
    return changed(plain(), (hu, lung) -> (int) (hu + 250 * random.nextGaussian()));
  }

  /** One value everywhere. */
  static PhantomScan empty() {
    return drawn(GRID.geometry(), point -> -1000);
  }

  /** A sharp kernel, as DICOM names it. */
  static PhantomScan sharpKernel() {
    return chest().draw(GRID, new ScanProtocol(PROTOCOL.position(), 4, 18, ScanKernel.LUNG, 1));
  }

  /** What a drawn voxel has. */
  interface Hounsfield {
    int at(PatientPoint point);
  }

  /** What a voxel becomes. */
  interface Change {
    int of(int hu, byte lung);
  }

  private static PhantomScan drawn(VolumeGeometry geometry, Hounsfield matter) {
    var hu = new short[geometry.slices()][geometry.sliceSize()];
    for (int k = 0; k < geometry.slices(); k++) {
      for (int voxel = 0; voxel < geometry.sliceSize(); voxel++) {
        var point = geometry.point(k, voxel / geometry.columns(), voxel % geometry.columns());
        hu[k][voxel] = stored(matter.at(point));
      }
    }
    var nothing = LabelRaster.empty(geometry);
    return new PhantomScan(
        new CtVolume(geometry, hu, true), nothing, nothing, nothing, List.of(), PROTOCOL);
  }

  private static PhantomScan changed(PhantomScan scan, Change change) {
    var hu = scan.volume().hu();
    for (int k = 0; k < hu.length; k++) {
      for (int voxel = 0; voxel < hu[k].length; voxel++) {
        hu[k][voxel] = stored(change.of(hu[k][voxel], scan.lungs().labels()[k][voxel]));
      }
    }
    return scan;
  }

  private static void paint(PhantomScan scan, Ellipsoid shape, int value) {
    var geometry = scan.volume().geometry();
    for (int k = 0; k < geometry.slices(); k++) {
      for (int voxel = 0; voxel < geometry.sliceSize(); voxel++) {
        var point = geometry.point(k, voxel / geometry.columns(), voxel % geometry.columns());
        if (shape.contains(point)) {
          scan.volume().hu()[k][voxel] = (short) value;
        }
      }
    }
  }

  /** Within the 12 bits of a scanner. */
  private static short stored(int hu) {
    return (short) Math.clamp(hu, -1024, 3071);
  }
}
