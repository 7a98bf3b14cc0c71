package org.hilum.imaging.quantification.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hilum.imaging.quantification.LesionParts;
import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.quantification.partition.Slab;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;
import org.jspecify.annotations.Nullable;

/**
 * Finds and measures the lesions of a chest.
 *
 * <p>In: HU and masks on the same geometry. <br>
 * Out: connected regions of opacity inside one lung, from {@value #SMALLEST_ML} mL on, largest
 * first. <br>
 * Source: the smallest size is the 100 mm³ (6 mm) below which the Fleischner Society asks for no
 * follow-up of a nodule, MacMahon 2017, doi:10.1148/radiol.2017161659. <br>
 * Limits: smaller specks count as opacity of their region, not as lesions. Of more than {@value
 * #MOST_LISTED} lesions the largest are listed and labelled; all are counted.
 */
public final class LesionFinder {

  /** Smallest lesion, in mL. */
  public static final double SMALLEST_ML = 0.1;

  /** Smallest lesion where the size of a voxel is not known: 100 mm³ of voxels of 2 mm³. */
  public static final long SMALLEST_VOXELS = 50;

  /** As many as a label of 16 bits can number. */
  public static final int MOST_LISTED = Short.MAX_VALUE;

  private final CtVolume volume;
  private final ChestSegmentation masks;
  private final RegionPartition partition;
  private final OpacityRuns runs;
  private final LungRim rim;

  /** Looks for lesions in lungs of a known extent. */
  public LesionFinder(
      CtVolume volume, ChestSegmentation masks, LungExtent extent, RegionPartition partition) {
    this(volume, masks, extent, partition, new LungRim(masks.lungs(), extent), Optional.empty());
  }

  /**
   * Looks for lesions in lungs whose rim may be known already.
   *
   * @param parts how lesions were parted or put together by hand
   */
  public LesionFinder(
      CtVolume volume,
      ChestSegmentation masks,
      LungExtent extent,
      RegionPartition partition,
      LungRim rim,
      Optional<LesionParts> parts) {
    this.volume = volume;
    this.masks = masks;
    this.partition = partition;
    this.rim = rim;
    runs = OpacityRuns.of(masks, extent.box(), parts);
  }

  /**
   * Finds all lesions.
   *
   * @param voxelMl volume of a voxel; empty when the source gives no trustworthy spacing
   */
  public LesionFindings find(OptionalDouble voxelMl) {
    int[] componentOfRun = largeComponents(smallestVoxels(voxelMl));
    int count = Arrays.stream(componentOfRun).max().orElse(-1) + 1;
    if (count == 0) {
      return new LesionFindings(List.of(), List.of(), painted(componentOfRun, new short[0]), 0);
    }
    var third = rim.peripheralThird();
    var found = measured(componentOfRun, count, third);
    found.sort(FoundLesion.LARGEST_FIRST);
    int listed = Math.min(found.size(), MOST_LISTED);
    var numberOfComponent = new short[found.size()];
    for (int n = 0; n < listed; n++) {
      numberOfComponent[found.get(n).component()] = (short) (n + 1);
    }
    var lesions =
        IntStream.range(0, listed)
            .mapToObj(n -> found.get(n).numbered(n + 1, volume.geometry(), voxelMl))
            .toList();
    return new LesionFindings(
        found, lesions, painted(componentOfRun, numberOfComponent), third.fractionOfLungs());
  }

  private static long smallestVoxels(OptionalDouble voxelMl) {
    return voxelMl.isPresent()
        ? (long) Math.ceil(SMALLEST_ML / voxelMl.getAsDouble() - 1e-9)
        : SMALLEST_VOXELS;
  }

  /** For each run the number of its component from 0, or -1 when that is too small. */
  private int[] largeComponents(long smallest) {
    int[] first = RunComponents.firstRunOfEach(runs);
    var voxels = new int[first.length];
    for (int run = 0; run < first.length; run++) {
      voxels[first[run]] += runs.length(run);
    }
    var component = new int[first.length];
    int next = 0;
    for (int run = 0; run < first.length; run++) {
      if (first[run] == run) {
        component[run] = voxels[run] >= smallest ? next++ : -1;
      } else {
        component[run] = component[first[run]];
      }
    }
    return component;
  }

  private List<FoundLesion> measured(int[] componentOfRun, int count, PeripheralThird rim) {
    var box = runs.box();
    var slabs =
        Slab.cut(box.kFrom(), box.kTo()).parallelStream()
            .map(slab -> talliesOf(slab, componentOfRun, count, rim))
            .toList();
    var found = new ArrayList<FoundLesion>(count);
    for (int component = 0; component < count; component++) {
      LesionTally total = null;
      for (var slab : slabs) {
        total = together(total, slab[component]);
      }
      found.add(
          FoundLesion.of(component, java.util.Objects.requireNonNull(total), volume.geometry()));
    }
    return found;
  }

  private static @Nullable LesionTally together(
      @Nullable LesionTally total, @Nullable LesionTally later) {
    if (total == null) {
      return later;
    }
    if (later != null) {
      total.add(later);
    }
    return total;
  }

  private @Nullable LesionTally[] talliesOf(
      Slab slab, int[] componentOfRun, int count, PeripheralThird rim) {
    var tallies = new @Nullable LesionTally[count];
    var box = runs.box();
    for (int k = slab.from(); k < slab.to(); k++) {
      var slice =
          new LesionSlice(
              k,
              volume.geometry(),
              partition,
              rim,
              volume.hu()[k],
              masks.opacity().labels()[k],
              masks.lobes().isPresent() ? masks.lobes().get().labels()[k] : null);
      for (int j = box.jFrom(); j < box.jTo(); j++) {
        for (int run = runs.firstOfRow(k, j); run < runs.endOfRow(k, j); run++) {
          int component = componentOfRun[run];
          if (component >= 0) {
            var tally = tallies[component];
            if (tally == null) {
              tally = new LesionTally(runs.side(run));
              tallies[component] = tally;
            }
            tally.add(slice, j, runs.columnFrom(run), runs.columnTo(run));
          }
        }
      }
    }
    return tallies;
  }

  private short[][] painted(int[] componentOfRun, short[] numberOfComponent) {
    var geometry = volume.geometry();
    var box = runs.box();
    var labels = new short[geometry.slices()][];
    var nothing = new short[geometry.sliceSize()];
    IntStream.range(0, geometry.slices())
        .parallel()
        .forEach(
            k -> {
              boolean hasRuns =
                  k >= box.kFrom()
                      && k < box.kTo()
                      && runs.firstOfRow(k, box.jFrom()) < runs.endOfRow(k, box.jTo() - 1);
              labels[k] = hasRuns ? new short[geometry.sliceSize()] : nothing;
              if (hasRuns) {
                paintSlice(labels[k], k, componentOfRun, numberOfComponent);
              }
            });
    return labels;
  }

  private void paintSlice(short[] slice, int k, int[] componentOfRun, short[] numberOfComponent) {
    var box = runs.box();
    for (int j = box.jFrom(); j < box.jTo(); j++) {
      int start = j * volume.geometry().columns();
      for (int run = runs.firstOfRow(k, j); run < runs.endOfRow(k, j); run++) {
        int component = componentOfRun[run];
        if (component >= 0) {
          Arrays.fill(
              slice,
              start + runs.columnFrom(run),
              start + runs.columnTo(run),
              numberOfComponent[component]);
        }
      }
    }
  }
}
