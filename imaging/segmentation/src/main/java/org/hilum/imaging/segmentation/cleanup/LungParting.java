package org.hilum.imaging.segmentation.cleanup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.cleanup.LungSides.Halves;
import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Parts two lungs that meet in front of or behind the heart.
 *
 * <p>The region is eroded in its slices, pixel by pixel, until two cores fall apart that lie far
 * enough across the patient; the cores grow back until they meet. Where no erosion parts it, it is
 * cut along the sagittal plane of its smallest section, if that is a waist.
 */
final class LungParting {

  /** In pixels: parts lungs that meet over 20 pixels, about 3 cm, from front to back. */
  static final int MOST_EROSION = 10;

  /** A core smaller than this part of the region is not a lung's. */
  static final double LEAST_CORE_SHARE = 0.02;

  private final FrameGrid grid;
  private final SideLabels labels;
  private final Workers workers;

  LungParting(FrameGrid grid, SideLabels labels, Workers workers) {
    this.grid = grid;
    this.labels = labels;
    this.workers = workers;
  }

  /** Writes the labels of the two lungs of a region; empty, and nothing written, when it is one. */
  Optional<Halves> part(Components regions, Component region, byte[][] side) {
    var body = new byte[side.length][grid.pixels()];
    regions.write(region::equals, body, 1);
    var halves = seeds(body, region, side);
    if (halves.isPresent()) {
      new GrowingBack(grid.size(), body, region.voxels(), side).grow();
      return halves;
    }
    return cut(body, side);
  }

  private Optional<Halves> seeds(byte[][] body, Component region, byte[][] side) {
    var depth = new byte[side.length][grid.pixels()];
    workers.forEach(side.length, run -> new SliceDepth(grid.size()).measure(body[run], depth[run]));
    for (int erosion = 1; erosion <= MOST_EROSION; erosion++) {
      erode(depth);
      var cores = Components.of(depth, grid.size(), grid.size(), workers);
      var pair = pair(cores, region);
      if (pair.size() == 2) {
        cores.write(pair.getFirst()::equals, side, labels.right());
        cores.write(pair.getLast()::equals, side, labels.left());
        return Optional.of(new Halves(pair.getFirst().meanColumn(), pair.getLast().meanColumn()));
      }
    }
    return Optional.empty();
  }

  private void erode(byte[][] depth) {
    workers.forEach(
        depth.length,
        run -> {
          for (int pixel = 0; pixel < grid.pixels(); pixel++) {
            depth[run][pixel] = (byte) Math.max(0, depth[run][pixel] - 1);
          }
        });
  }

  /** The two largest cores, right then left; fewer when they are not those of two lungs. */
  private List<Component> pair(Components cores, Component region) {
    var largest =
        cores.bySize().stream()
            .limit(2)
            .filter(core -> core.voxels() >= LEAST_CORE_SHARE * region.voxels())
            .sorted(Comparator.comparingDouble(Component::meanColumn))
            .toList();
    boolean far =
        largest.size() == 2
            && largest.getLast().meanColumn() - largest.getFirst().meanColumn()
                >= LungSides.LEAST_SEPARATION * grid.size();
    return far ? largest : List.of();
  }

  private Optional<Halves> cut(byte[][] body, byte[][] side) {
    var sections = new long[grid.size()];
    for (var slice : body) {
      for (int pixel = 0; pixel < slice.length; pixel++) {
        sections[pixel % grid.size()] += slice[pixel];
      }
    }
    var waist = SagittalCut.waist(sections);
    if (waist.isEmpty()) {
      return Optional.empty();
    }
    int column = waist.getAsInt();
    for (int run = 0; run < body.length; run++) {
      for (int pixel = 0; pixel < body[run].length; pixel++) {
        if (body[run][pixel] != 0) {
          side[run][pixel] = pixel % grid.size() < column ? labels.right() : labels.left();
        }
      }
    }
    return Optional.of(
        new Halves(mean(sections, 0, column), mean(sections, column, sections.length)));
  }

  private static double mean(long[] sections, int from, int to) {
    double sum = 0;
    for (int column = from; column < to; column++) {
      sum += (double) column * sections[column];
    }
    return sum / Arrays.stream(sections, from, to).sum();
  }
}
