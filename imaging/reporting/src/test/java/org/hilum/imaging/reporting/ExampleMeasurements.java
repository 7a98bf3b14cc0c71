package org.hilum.imaging.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** What a drawn chest measures, counted from its formula on the voxels it was drawn on. */
final class ExampleMeasurements {

  static final NotMeasured NO_LOBES =
      new NotMeasured(
          new Reason(
              ExampleReason.NO_LOBES,
              "The fissures were not found with confidence, so lobes are not measured; zones"
                  + " stand in.",
              "lobes"));

  private ExampleMeasurements() {}

  static ChestMeasurements of(DrawnChest chest, VolumeGeometry geometry) {
    var labels = new short[geometry.slices()][geometry.sliceSize()];
    DrawnChest.forEachVoxel(
        geometry,
        (k, index, point) ->
            chest.at(point).ifPresent(number -> labels[k][index] = number.shortValue()));
    var lesions = lesions(chest, geometry);
    var regions = new ArrayList<RegionMeasurements>();
    for (var region : Region.values()) {
      regions.add(region(chest, geometry, region));
    }
    return new ChestMeasurements(regions, lesions, labels, scores(regions), pattern());
  }

  private static Covid19Pattern pattern() {
    var inputs = new LinkedHashMap<String, Double>();
    inputs.put("opacityPercent", 12.4);
    inputs.put("lesionCount", 4.0);
    inputs.put("leftPercent", 38.0);
    inputs.put("peripheralPercent", 81.2);
    inputs.put("peripheralThirdOfLungsPercent", 55.5);
    inputs.put("lowerZonesPercent", 64.0);
    inputs.put("groundGlassPercent", 70.0);
    inputs.put("consolidationPercent", 30.0);
    inputs.put("undeterminedPercent", 0.0);
    inputs.put("roundedPercent", 100.0);
    var thresholds = new LinkedHashMap<String, Double>();
    thresholds.put("noneBelowPercent", 0.3);
    thresholds.put("traceBelowPercent", 1.0);
    thresholds.put("bilateralFromPercent", 10.0);
    thresholds.put("peripheralAbovePercent", 50.0);
    thresholds.put("peripheralRatioFrom", 1.5);
    thresholds.put("groundGlassFromPercent", 10.0);
    thresholds.put("isolatedFromPercent", 90.0);
    return new Covid19Pattern(
        "TYPICAL",
        5,
        inputs,
        thresholds,
        List.of(),
        List.of(),
        "Simpson 2020, doi:10.1148/ryct.2020200152; Prokop 2020, doi:10.1148/radiol.2020201473");
  }

  private static RegionMeasurements region(
      DrawnChest chest, VolumeGeometry geometry, Region region) {
    var quantities = new EnumMap<Quantity, Measurement>(Quantity.class);
    if (region.level() == Region.Level.LOBE) {
      for (var quantity : Quantity.values()) {
        quantities.put(quantity, NO_LOBES);
      }
      return new RegionMeasurements(region, quantities);
    }
    long[] counts = new long[3];
    DrawnChest.forEachVoxel(
        geometry,
        (k, index, point) -> {
          if (contains(region, point)) {
            counts[0]++;
            chest
                .at(point)
                .ifPresent(
                    number ->
                        counts[
                            chest.opacities().get(number - 1).kind() == OpacityKind.GROUND_GLASS
                                ? 1
                                : 2]++);
          }
        });
    double all = counts[0];
    double ml = geometry.voxelMl();
    quantities.put(Quantity.VOLUME, new Measured(all * ml));
    quantities.put(Quantity.OPACITY_VOLUME, new Measured((counts[1] + counts[2]) * ml));
    quantities.put(Quantity.OPACITY_PERCENT, new Measured(100 * (counts[1] + counts[2]) / all));
    quantities.put(Quantity.GROUND_GLASS_VOLUME, new Measured(counts[1] * ml));
    quantities.put(Quantity.GROUND_GLASS_PERCENT, new Measured(100 * counts[1] / all));
    quantities.put(Quantity.CONSOLIDATION_VOLUME, new Measured(counts[2] * ml));
    quantities.put(Quantity.CONSOLIDATION_PERCENT, new Measured(100 * counts[2] / all));
    quantities.put(Quantity.HIGH_OPACITY_PERCENT, new Measured(100 * counts[2] / all));
    quantities.put(Quantity.MEAN_HU, new Measured(-842.31234));
    quantities.put(Quantity.SD_HU, new Measured(121.5));
    quantities.put(
        Quantity.OPACITY_MASS, new Measured(counts[1] * ml * 0.44 + counts[2] * ml * 1.02));
    long lesions =
        chest.opacities().stream().filter(opacity -> contains(region, opacity.centre())).count();
    quantities.put(Quantity.LESION_COUNT, new Measured(lesions));
    return new RegionMeasurements(region, quantities);
  }

  static boolean contains(Region region, PatientPoint point) {
    return DrawnChest.side(point)
        .filter(side -> region.side().isEmpty() || region.side().orElseThrow() == side)
        .filter(
            side ->
                region.level() != Region.Level.ZONE
                    || region.name().contains(heightName(point.z())))
        .isPresent();
  }

  private static String heightName(double z) {
    double share = (z - 25) / 250;
    return share < 1.0 / 3 ? "LOWER" : share < 2.0 / 3 ? "MIDDLE" : "UPPER";
  }

  private static List<Lesion> lesions(DrawnChest chest, VolumeGeometry geometry) {
    var lesions = new ArrayList<Lesion>();
    for (int n = 1; n <= chest.opacities().size(); n++) {
      lesions.add(lesion(chest, geometry, n));
    }
    lesions.sort(Comparator.comparingInt(Lesion::number));
    return lesions;
  }

  private static Lesion lesion(DrawnChest chest, VolumeGeometry geometry, int number) {
    var drawn = chest.opacities().get(number - 1);
    long[] perSlice = new long[geometry.slices()];
    DrawnChest.forEachVoxel(
        geometry,
        (k, index, point) -> {
          if (chest.at(point).filter(found -> found == number).isPresent()) {
            perSlice[k]++;
          }
        });
    int keySlice = 0;
    long voxels = 0;
    for (int k = 0; k < perSlice.length; k++) {
      voxels += perSlice[k];
      keySlice = perSlice[k] > perSlice[keySlice] ? k : keySlice;
    }
    boolean solid = drawn.kind() == OpacityKind.CONSOLIDATION;
    var region =
        java.util.Arrays.stream(Region.values())
            .filter(candidate -> candidate.level() == Region.Level.ZONE)
            .filter(candidate -> contains(candidate, drawn.centre()))
            .findFirst()
            .orElse(Region.LUNGS);
    double ml = voxels * geometry.voxelMl();
    return new Lesion(
        number,
        region,
        drawn.centre(),
        new Vector3(2 * drawn.radiusMm(), 2 * drawn.radiusMm(), 2 * drawn.radiusMm()),
        voxels,
        new Measured(ml),
        solid ? 20.25 : -561.5,
        new Measured(ml * (solid ? 1.02 : 0.44)),
        drawn.kind(),
        solid ? 100 : 0,
        number < 4,
        keySlice);
  }

  private static List<SeverityScore> scores(List<RegionMeasurements> regions) {
    var lungs = regions.getFirst();
    var zones = new LinkedHashMap<String, Measurement>();
    int sum = 0;
    for (var region : regions) {
      if (region.region().level() == Region.Level.ZONE) {
        double percent = region.of(Quantity.OPACITY_PERCENT).number().orElseThrow();
        int grade = percent == 0 ? 0 : percent < 25 ? 1 : percent < 50 ? 2 : 3;
        sum += grade;
        zones.put(region.region().name(), new Measured(grade));
      }
    }
    var lobes = new LinkedHashMap<String, Measurement>();
    for (var region : List.of(Region.LUL, Region.LLL, Region.RUL, Region.RML, Region.RLL)) {
      lobes.put(region.name(), NO_LOBES);
    }
    return List.of(
        new SeverityScore(
            "CT severity score (Pan 2020)",
            NO_LOBES,
            0,
            25,
            lobes,
            "doi:10.1148/radiol.2020200370"),
        new SeverityScore(
            "6-zone CT score", new Measured(sum), 0, 24, zones, "doi:10.1007/s00330-020-06731-x"),
        new SeverityScore(
            "PO, percentage of opacity (Chaganti 2020)",
            lungs.of(Quantity.OPACITY_PERCENT),
            0,
            100,
            Map.of("opacityMl", lungs.of(Quantity.OPACITY_VOLUME)),
            "arXiv 2006.04998"),
        new SeverityScore(
            "PHO, percentage of high opacity (Chaganti 2020)",
            lungs.of(Quantity.HIGH_OPACITY_PERCENT),
            0,
            100,
            Map.of(),
            "arXiv 2006.04998"));
  }
}
