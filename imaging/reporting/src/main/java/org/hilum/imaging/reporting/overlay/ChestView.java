package org.hilum.imaging.reporting.overlay;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The voxels of a volume of any orientation, seen in canonical order: i to the patient's left, j to
 * the back, k to the head. Nothing is copied but the planes that are looked at.
 */
public final class ChestView {

  private final ReadingFindings findings;
  private final Optional<LabelRaster> lobes;
  private final VolumeGeometry geometry;
  private final Axis iAxis;
  private final Axis jAxis;
  private final Axis kAxis;

  /**
   * How a canonical index becomes an index of the source.
   *
   * @param number 0 = i, 1 = j, 2 = k of the source
   * @param size number of voxels along it
   */
  private record Axis(int number, int size, boolean reversed) {
    int inSource(int index) {
      return reversed ? size - 1 - index : index;
    }

    /** Canonical index along this axis of a voxel of the source. */
    int canonical(int is, int js, int ks) {
      return inSource(number == 0 ? is : number == 1 ? js : ks);
    }
  }

  private ChestView(ReadingFindings findings, VolumeGeometry geometry) {
    this.findings = findings;
    this.lobes = findings.segmentation().lobes();
    this.geometry = geometry;
    var source = findings.volume().geometry();
    iAxis = axis(source, geometry.iDirection());
    jAxis = axis(source, geometry.jDirection());
    kAxis = axis(source, geometry.kDirection());
  }

  /** The chest of these findings. */
  public static ChestView of(ReadingFindings findings) {
    return new ChestView(findings, CanonicalOrder.of(findings.volume().geometry()).geometry());
  }

  private static Axis axis(VolumeGeometry source, Vector3 direction) {
    var axes = new Vector3[] {source.iDirection(), source.jDirection(), source.kDirection()};
    int[] sizes = {source.columns(), source.rows(), source.slices()};
    for (int number = 0; number < 3; number++) {
      if (axes[number].equals(direction)) {
        return new Axis(number, sizes[number], false);
      }
      if (axes[number].scaled(-1).equals(direction)) {
        return new Axis(number, sizes[number], true);
      }
    }
    throw new IllegalStateException("a canonical axis is one of the source's axes");
  }

  /** Whether any lung was parted into lobes. */
  boolean hasLobes() {
    return lobes.isPresent();
  }

  /** Where the canonical voxels lie. */
  public VolumeGeometry geometry() {
    return geometry;
  }

  /** The slice across the patient at canonical height k: columns to the left, rows to the back. */
  public Plane axial(int k, Box box) {
    var plane =
        Plane.blank(box.columns(), box.rows(), geometry.iSpacingMm(), geometry.jSpacingMm());
    for (int row = 0; row < box.rows(); row++) {
      for (int column = 0; column < box.columns(); column++) {
        fill(plane, row * box.columns() + column, k, box.firstJ() + row, box.firstI() + column);
      }
    }
    return plane;
  }

  /** The slice seen from the front at canonical depth j: columns to the left, rows to the feet. */
  public Plane coronal(int j, Box box) {
    var plane =
        Plane.blank(box.columns(), box.slices(), geometry.iSpacingMm(), geometry.kSpacingMm());
    for (int row = 0; row < box.slices(); row++) {
      for (int column = 0; column < box.columns(); column++) {
        fill(plane, row * box.columns() + column, box.lastK() - row, j, box.firstI() + column);
      }
    }
    return plane;
  }

  /** The slice seen from the patient's left at canonical column i: columns to the back. */
  public Plane sagittal(int i, Box box) {
    var plane = Plane.blank(box.rows(), box.slices(), geometry.jSpacingMm(), geometry.kSpacingMm());
    for (int row = 0; row < box.slices(); row++) {
      for (int column = 0; column < box.rows(); column++) {
        fill(plane, row * box.rows() + column, box.lastK() - row, box.firstJ() + column, i);
      }
    }
    return plane;
  }

  private void fill(Plane plane, int at, int k, int j, int i) {
    int ks = index(2, k, j, i);
    int within = index(1, k, j, i) * findings.volume().geometry().columns() + index(0, k, j, i);
    plane.hu()[at] = findings.volume().hu()[ks][within];
    plane.lungs()[at] = findings.segmentation().lungs().labels()[ks][within];
    if (lobes.isPresent()) {
      plane.lobes()[at] = lobes.get().labels()[ks][within];
    }
    plane.opacity()[at] = findings.segmentation().opacity().labels()[ks][within];
  }

  /** Index along an axis of the source (0 = i, 1 = j, 2 = k) of a canonical voxel. */
  private int index(int number, int k, int j, int i) {
    return iAxis.number == number
        ? iAxis.inSource(i)
        : jAxis.number == number ? jAxis.inSource(j) : kAxis.inSource(k);
  }

  /** Counts lungs and opacities at every height, on two or more processors. */
  public Levels levels() {
    var source = findings.volume().geometry();
    var air = new byte[source.columns()];
    return IntStream.range(0, source.slices())
        .parallel()
        .collect(
            () -> new Levels(geometry),
            (levels, ks) -> {
              for (int js = 0; js < source.rows(); js++) {
                countRow(ks, js, air, levels);
              }
            },
            Levels::addAll);
  }

  /** Numeric kernel: counts a row of the source, from its first voxel of lung on. */
  private void countRow(int ks, int js, byte[] air, Levels levels) {
    var lungs = findings.segmentation().lungs().labels()[ks];
    var opacity = findings.segmentation().opacity().labels()[ks];
    int columns = air.length;
    int start = js * columns;
    int first = Arrays.mismatch(lungs, start, start + columns, air, 0, columns);
    if (first < 0) {
      return;
    }
    for (int is = first; is < columns; is++) {
      byte lung = lungs[start + is];
      if (lung != 0) {
        levels.add(
            kAxis.canonical(is, js, ks),
            jAxis.canonical(is, js, ks),
            iAxis.canonical(is, js, ks),
            lung,
            opacity[start + is]);
      }
    }
  }

  /** Height of a slice in patient millimetres, at its middle; empty when spacing is not known. */
  public Optional<Double> heightMm(int k) {
    return findings.volume().spacingKnown()
        ? Optional.of(
            geometry.point(k, (geometry.rows() - 1) / 2.0, (geometry.columns() - 1) / 2.0).z())
        : Optional.empty();
  }

  /** Place of a sagittal plane in patient millimetres, at its middle. */
  public Optional<Double> acrossMm(int i) {
    return findings.volume().spacingKnown()
        ? Optional.of(
            geometry.point((geometry.slices() - 1) / 2.0, (geometry.rows() - 1) / 2.0, i).x())
        : Optional.empty();
  }

  /** Depth of a coronal plane in patient millimetres, at its middle. */
  public Optional<Double> depthMm(int j) {
    return findings.volume().spacingKnown()
        ? Optional.of(
            geometry.point((geometry.slices() - 1) / 2.0, j, (geometry.columns() - 1) / 2.0).y())
        : Optional.empty();
  }
}
