package org.hilum.imaging.quantification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.lesion.LesionFinder;
import org.hilum.imaging.quantification.lesion.LesionFindings;
import org.hilum.imaging.quantification.lesion.LungRim;
import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.quantification.pattern.PatternFeatures;
import org.hilum.imaging.quantification.pattern.PatternRule;
import org.hilum.imaging.quantification.region.RegionMeasurer;
import org.hilum.imaging.quantification.score.Score;
import org.hilum.imaging.quantification.score.ScoreInputs;
import org.hilum.imaging.quantification.tally.VoxelTally;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.CtVolume;
import org.jspecify.annotations.Nullable;

/**
 * Measures a chest again and again while its opacity is corrected: slices that did not change are
 * not counted again, the lungs are looked through once.
 *
 * <p>Out: exactly what {@link Quantifier} says of the same masks, since sums are of whole numbers.
 * <br>
 * Limits: lungs and lobes stay as they are; one thread at a time.
 */
public final class RepeatedQuantifier {

  private final CtVolume volume;
  private final ChestSegmentation masks;
  private final List<Reason> outside;
  private final OptionalDouble voxelMl;
  private final LungExtent extent;
  private final RegionPartition partition;
  private final LungRim rim;
  private final @Nullable VoxelTally[] slices;

  /**
   * Looks through the lungs.
   *
   * @param masks slices of opacity may be put in place of others: say so by {@link #changed}
   * @param deviations what was odd in the input
   */
  public RepeatedQuantifier(CtVolume volume, ChestSegmentation masks, List<Reason> deviations) {
    requireSameVoxels(volume, masks);
    this.volume = volume;
    this.masks = masks;
    this.outside =
        Stream.concat(masks.remarks().stream(), deviations.stream())
            .filter(reason -> reason.code().limitsScope())
            .toList();
    this.voxelMl =
        volume.spacingKnown()
            ? OptionalDouble.of(volume.geometry().voxelMl())
            : OptionalDouble.empty();
    this.extent = LungExtent.of(masks.lungs());
    this.partition = new RegionPartition(volume.geometry(), extent);
    this.rim = new LungRim(masks.lungs(), extent);
    this.slices = new @Nullable VoxelTally[volume.geometry().slices()];
  }

  /** The opacity of a slice is another than it was. */
  public void changed(int k) {
    slices[k] = null;
  }

  /** Measures everything {@link ChestMeasurements} names. */
  public ChestMeasurements measure(Optional<LesionParts> parts) {
    var tally = tally();
    var found = new LesionFinder(volume, masks, extent, partition, rim, parts).find(voxelMl);
    var interval = masks.uncertainty().map(OpacityUncertainty::interval);
    var regions =
        new RegionMeasurer(tally, masks.lobes().isPresent(), voxelMl, interval)
            .measure(found::count);
    var covid19 = pattern(tally, found, everyLobeIsKnown(tally), outside);
    var measured = new MeasuredChest(regions, tally, found);
    var scores = Score.all().stream().map(score -> score.of(measured)).toList();
    return new ChestMeasurements(regions, found.lesions(), found.labels(), scores, covid19);
  }

  private VoxelTally tally() {
    var box = extent.box();
    return VoxelTally.together(
        IntStream.range(box.kFrom(), box.kTo()).parallel().mapToObj(this::slice).toList());
  }

  private VoxelTally slice(int k) {
    var known = slices[k];
    if (known == null) {
      known = VoxelTally.ofSlice(volume, masks, partition, extent.box(), k);
      slices[k] = known;
    }
    return known;
  }

  private static boolean everyLobeIsKnown(VoxelTally tally) {
    return Arrays.stream(Region.values())
        .filter(region -> region.level() == Region.Level.LOBE)
        .allMatch(region -> tally.of(region).voxels() > 0);
  }

  private static Covid19Pattern pattern(
      VoxelTally tally, LesionFindings found, boolean lobesKnown, List<Reason> outside) {
    var lungs = tally.of(Region.LUNGS);
    if (lungs.voxels() == 0) {
      return PatternRule.notMeasured();
    }
    var features = PatternFeatures.of(lungs, found, lobesKnown);
    return outside.isEmpty() ? PatternRule.of(features) : PatternRule.outOfScope(features, outside);
  }

  private static void requireSameVoxels(CtVolume volume, ChestSegmentation masks) {
    var geometry = volume.geometry();
    if (!masks.lungs().geometry().equals(geometry)
        || !masks.opacity().geometry().equals(geometry)
        || masks.lobes().filter(lobes -> !lobes.geometry().equals(geometry)).isPresent()
        || masks
            .uncertainty()
            .filter(said -> !said.levels().geometry().equals(geometry))
            .isPresent()) {
      throw new IllegalArgumentException("the masks lie on other voxels than the volume");
    }
  }

  /** What the scores see of a measured chest. */
  private record MeasuredChest(
      List<RegionMeasurements> regions, VoxelTally tally, LesionFindings found)
      implements ScoreInputs {

    @Override
    public Measurement of(Region region, Quantity quantity) {
      return regions.get(region.ordinal()).of(quantity);
    }

    @Override
    public Measurement lesionPercent(Region region) {
      // What keeps the percent of opacity from being measured keeps this one too.
      return switch (of(region, Quantity.OPACITY_PERCENT)) {
        case Measurement.NotMeasured reason -> reason;
        case Measurement.Measured _ ->
            new Measurement.Measured(100.0 * found.voxels(region) / tally.of(region).voxels());
      };
    }
  }
}
