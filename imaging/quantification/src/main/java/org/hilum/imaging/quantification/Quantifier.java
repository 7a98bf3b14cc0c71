package org.hilum.imaging.quantification;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.lesion.LesionFinder;
import org.hilum.imaging.quantification.lesion.LesionFindings;
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

/**
 * Measures a segmented chest.
 *
 * <p>In: CT in HU and masks on the same {@link org.hilum.imaging.volume.VolumeGeometry}, arrays
 * [slice][row][column], any orientation. <br>
 * Out: every {@link Quantity} of every {@link Region}, lesions, published scores and the pattern,
 * each measured or with the reason why not. <br>
 * Refuses: masks on another geometry. <br>
 * Limits: the numbers are those of the masks; what limits the masks is said by {@link
 * ChestSegmentation#remarks}. Intervals are given where the network's card states how far amounts
 * were off on patients it had not seen ({@link ChestSegmentation#uncertainty}). <br>
 * Cost: the numbers of the lesions take two bytes a voxel.
 */
public final class Quantifier {

  /** Measures a chest whose input was not odd. */
  public ChestMeasurements measure(CtVolume volume, ChestSegmentation masks) {
    return measure(volume, masks, List.of());
  }

  /**
   * Measures everything {@link ChestMeasurements} names.
   *
   * @param deviations what was odd in the input: with these and the masks' own remarks the pattern
   *     is estimated only within what the networks were validated for
   */
  public ChestMeasurements measure(
      CtVolume volume, ChestSegmentation masks, List<Reason> deviations) {
    requireSameVoxels(volume, masks);
    var voxelMl =
        volume.spacingKnown()
            ? OptionalDouble.of(volume.geometry().voxelMl())
            : OptionalDouble.empty();
    boolean lobesKnown = masks.lobes().isPresent();
    var extent = LungExtent.of(masks.lungs());
    var partition = new RegionPartition(volume.geometry(), extent);
    var tally = VoxelTally.of(volume, masks, partition, extent.box());
    var found = new LesionFinder(volume, masks, extent, partition).find(voxelMl);
    var interval = masks.uncertainty().map(OpacityUncertainty::interval);
    var regions = new RegionMeasurer(tally, lobesKnown, voxelMl, interval).measure(found::count);
    var outside =
        Stream.concat(masks.remarks().stream(), deviations.stream())
            .filter(reason -> reason.code().limitsScope())
            .toList();
    var covid19 = pattern(tally, found, everyLobeIsKnown(tally), outside);
    var measured = new MeasuredChest(regions, tally, found);
    var scores = Score.all().stream().map(score -> score.of(measured)).toList();
    return new ChestMeasurements(regions, found.lesions(), found.labels(), scores, covid19);
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
