package org.hilum.imaging.segmentation.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Tells the left lung from the right one.
 *
 * <p>Two regions of lung are left and right when their centroids lie far apart across the patient,
 * the one nearer to the patient's left being the left lung; smaller pieces go with the nearer of
 * the two. Lungs that meet are parted first ({@link LungParting}). A single region is the lung of
 * the side of the body it lies on.
 *
 * <p>In: columns grow from the patient's right to the left.
 */
final class LungSides {

  /**
   * How far apart the centroids of two lungs lie at least, as a part of the frame: 40 of 256
   * pixels. Some 90 pixels in adults whose body fills the frame.
   */
  static final double LEAST_SEPARATION = 0.16;

  /** A region smaller than this part of all lung is a piece, not a lung. */
  static final double LEAST_LUNG_SHARE = 0.03;

  /** A region with at least this part beyond the body's middle may be two lungs that meet. */
  static final double LEAST_SHARE_BEYOND_MIDDLE = 0.1;

  private final FrameGrid grid;
  private final SideLabels labels;
  private final Workers workers;

  LungSides(FrameGrid grid, SideLabels labels, Workers workers) {
    this.grid = grid;
    this.labels = labels;
    this.workers = workers;
  }

  /** The label of every pixel of a mask. */
  byte[][] assign(byte[][] mask) {
    var side = new byte[mask.length][grid.pixels()];
    var regions = Components.of(mask, grid.size(), grid.size(), workers);
    regions.largest().ifPresent(largest -> assign(regions, largest, side));
    return side;
  }

  private void assign(Components regions, Component largest, byte[][] side) {
    var lungs = new ArrayList<>(List.of(largest));
    var halves =
        spansMiddle(regions, largest)
            ? new LungParting(grid, labels, workers).part(regions, largest, side)
            : Optional.<Halves>empty();
    if (halves.isEmpty()) {
      partner(regions, largest).ifPresent(lungs::add);
      halves = Optional.of(halves(lungs));
      write(regions, lungs, halves.orElseThrow(), side);
    }
    var near = new NearbyPieces(grid, side).of(regions, lungs);
    write(regions, near, halves.orElseThrow(), side);
  }

  private void write(Components regions, List<Component> chosen, Halves halves, byte[][] side) {
    regions.write(
        region -> chosen.contains(region) && halves.isLeft(region.meanColumn()),
        side,
        labels.left());
    regions.write(
        region -> chosen.contains(region) && !halves.isLeft(region.meanColumn()),
        side,
        labels.right());
  }

  /** Beside a single lung everything is of its side. */
  private Halves halves(List<Component> lungs) {
    double mine = lungs.getFirst().meanColumn();
    if (lungs.size() == 1) {
      return mine > middle()
          ? new Halves(Double.NEGATIVE_INFINITY, mine)
          : new Halves(mine, Double.POSITIVE_INFINITY);
    }
    double other = lungs.getLast().meanColumn();
    return new Halves(Math.min(mine, other), Math.max(mine, other));
  }

  /** The largest region that can be the other lung. */
  private Optional<Component> partner(Components regions, Component largest) {
    long total = regions.all().stream().mapToLong(Component::voxels).sum();
    return regions.bySize().stream()
        .filter(region -> region.voxels() >= LEAST_LUNG_SHARE * total)
        .filter(region -> region.firstSlice() <= largest.lastSlice())
        .filter(region -> region.lastSlice() >= largest.firstSlice())
        .filter(region -> isFar(region.meanColumn(), largest.meanColumn()))
        .filter(region -> region.meanColumn() > middle() != largest.meanColumn() > middle())
        .findFirst();
  }

  private boolean isFar(double column, double other) {
    return Math.abs(column - other) >= LEAST_SEPARATION * grid.size();
  }

  private double middle() {
    return (grid.size() - 1) / 2.0;
  }

  private boolean spansMiddle(Components regions, Component region) {
    var beyond = new long[1];
    int middle = grid.size() / 2;
    regions.forEachRun(
        (number, run, row, start, end) -> {
          if (number == region.number()) {
            beyond[0] += Math.max(0, end - Math.max(start, middle));
          }
        });
    double share = beyond[0] / (double) region.voxels();
    return Math.min(share, 1 - share) >= LEAST_SHARE_BEYOND_MIDDLE;
  }

  /** The mean columns of the right and of the left lung. */
  record Halves(double rightColumn, double leftColumn) {
    boolean isLeft(double column) {
      return column > (rightColumn + leftColumn) / 2;
    }
  }
}
