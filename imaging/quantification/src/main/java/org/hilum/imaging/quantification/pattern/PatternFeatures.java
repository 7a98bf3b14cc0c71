package org.hilum.imaging.quantification.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.lesion.LesionFindings;
import org.hilum.imaging.quantification.tally.RegionSums;
import org.hilum.imaging.vocabulary.Region;

/**
 * The measured features that decide the category of a pattern. All are percentages, 0 to 100.
 *
 * @param opacity opacity of both lungs
 * @param lesions number of separate opacities
 * @param left share of the lesions' volume in the left lung; the rest lies in the right
 * @param peripheral share of the lesions' volume in the peripheral third of the lungs
 * @param peripheralLung share of the lungs' own volume in their peripheral third
 * @param groundGlass share of all opacity known to be ground-glass
 * @param consolidation share of all opacity known to be consolidation
 * @param largest share of the lesions' volume in the largest lesion
 * @param fullestLobe share of the lesions' volume in the lobe that holds most of it; empty where
 *     lobes are not known
 * @param lower share of the lesions' volume in the lower zones, the lower third of each lung's
 *     height
 * @param rounded share of the volume of the lesions of at least 1 mL that is rounded; empty without
 *     such lesions or where the spacing is not known
 */
public record PatternFeatures(
    double opacity,
    long lesions,
    double left,
    double peripheral,
    double peripheralLung,
    double groundGlass,
    double consolidation,
    double largest,
    OptionalDouble fullestLobe,
    double lower,
    OptionalDouble rounded) {

  /** Smaller lesions are too few voxels to have a shape. Ours. */
  private static final double LEAST_ROUNDED_ML = 1;

  /** Rounded: the shortest side of its box is at least this part of the longest. Ours. */
  private static final double ROUNDED_SIDES = 0.6;

  /** Rounded, too: it fills at least this part of the ellipsoid in its box. Ours. */
  private static final double ROUNDED_FILL = 0.7;

  /** What the sum of two shares may lack by rounding; one voxel of a chest is far more. */
  private static final double ROUNDING = 1e-9;

  /** The features of a chest that has at least one lung voxel. */
  public static PatternFeatures of(RegionSums lungs, LesionFindings found, boolean lobesKnown) {
    long lesionVoxels = found.voxels(Region.LUNGS);
    return new PatternFeatures(
        percent(lungs.opacity(), lungs.voxels()),
        found.count(Region.LUNGS),
        percent(found.voxels(Region.LEFT_LUNG), lesionVoxels),
        percent(found.peripheralVoxels(), lesionVoxels),
        100 * found.peripheralFractionOfLungs(),
        percent(lungs.groundGlass(), lungs.opacity()),
        percent(lungs.consolidation(), lungs.opacity()),
        percent(found.lesions().isEmpty() ? 0 : found.lesions().getFirst().voxels(), lesionVoxels),
        lobesKnown
            ? OptionalDouble.of(percent(voxelsOfFullestLobe(found), lesionVoxels))
            : OptionalDouble.empty(),
        percent(
            found.voxels(Region.LEFT_LOWER_ZONE) + found.voxels(Region.RIGHT_LOWER_ZONE),
            lesionVoxels),
        rounded(found.lesions()));
  }

  private static OptionalDouble rounded(List<Lesion> lesions) {
    double all = 0;
    double rounded = 0;
    for (var lesion : lesions) {
      double ml = lesion.volumeMl().number().orElse(0);
      if (ml >= LEAST_ROUNDED_ML) {
        all += ml;
        rounded += isRounded(lesion, ml) ? ml : 0;
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * rounded / all);
  }

  private static boolean isRounded(Lesion lesion, double ml) {
    var box = lesion.extentMm();
    double[] sides = {box.x(), box.y(), box.z()};
    Arrays.sort(sides);
    double ellipsoidMl = Math.PI / 6 * sides[0] * sides[1] * sides[2] / 1000;
    return sides[0] >= ROUNDED_SIDES * sides[2] && ml >= ROUNDED_FILL * ellipsoidMl;
  }

  /** The features under the names that results give them. */
  Map<String, Double> byName() {
    var named = new LinkedHashMap<String, Double>();
    named.put("opacityPercent", opacity);
    named.put("lesionCount", (double) lesions);
    named.put("leftPercent", left);
    named.put("peripheralPercent", peripheral);
    named.put("peripheralThirdOfLungsPercent", peripheralLung);
    named.put("lowerZonesPercent", lower);
    named.put("groundGlassPercent", groundGlass);
    named.put("consolidationPercent", consolidation);
    named.put("undeterminedPercent", undetermined());
    named.put("largestPercent", largest);
    fullestLobe.ifPresent(value -> named.put("fullestLobePercent", value));
    rounded.ifPresent(value -> named.put("roundedPercent", value));
    return named;
  }

  private static long voxelsOfFullestLobe(LesionFindings found) {
    return Arrays.stream(Region.values())
        .filter(region -> region.level() == Region.Level.LOBE)
        .mapToLong(found::voxels)
        .max()
        .orElse(0);
  }

  /** A share of nothing is 0: without opacity only {@link #opacity} decides. */
  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  /** Share of the lesions' volume in the lung that holds less of it. */
  double lesserLung() {
    return Math.min(left, 100 - left);
  }

  /**
   * How many times as dense with lesions the peripheral third is as the rest of the lungs. Opacity
   * spread evenly has 1, however much of the lungs the peripheral third is.
   */
  double peripheralRatio() {
    double outer = peripheral * (100 - peripheralLung);
    double inner = (100 - peripheral) * peripheralLung;
    return inner == 0 ? Double.POSITIVE_INFINITY : outer / inner;
  }

  /** Share of all opacity whose kind is not known. */
  double undetermined() {
    double rest = 100 - groundGlass - consolidation;
    return rest > ROUNDING ? rest : 0;
  }
}
