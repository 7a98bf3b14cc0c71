package org.hilum.imaging.comparison.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hilum.imaging.comparison.carrying.Carried;
import org.hilum.imaging.comparison.carrying.VoxelCarrier;
import org.hilum.imaging.comparison.change.DatePair;
import org.hilum.imaging.quantification.RegionCells;

/** Finds out whether a lesion is one that was gone and is back at its place. */
final class Returned {
  private final List<DatePair> pairs;
  private final List<LesionGroups> groups;
  private final int date;
  private final Map<Integer, Carried> carried = new HashMap<>();

  Returned(List<DatePair> pairs, List<LesionGroups> groups, int date) {
    this.pairs = pairs;
    this.groups = groups;
    this.date = date;
  }

  /** The resolved lesion in whose place these lie most, if they do. */
  Optional<Followed> amongst(List<Followed> followed, List<Integer> lesions) {
    Followed best = null;
    double most = Links.LEAST_OVERLAP;
    for (var gone : followed) {
      if (gone.isResolved()) {
        double part = overlap(gone, lesions);
        if (part >= most) {
          best = gone;
          most = part;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Part of the smaller one that is common, as far as the later one tells. */
  private double overlap(Followed gone, List<Integer> lesions) {
    int then = gone.lastSeen();
    var back = carried.computeIfAbsent(then, this::carriedTo);
    var old = Objects.requireNonNull(groups.get(then).all().get(gone.group(then).orElseThrow()));
    double common = 0;
    for (int lesion : lesions) {
      for (int number : old) {
        common += back.overlaps().getOrDefault(new Carried.Pairing(lesion, number), 0.0);
      }
    }
    double here = lesions.stream().mapToDouble(n -> back.weights()[n]).sum();
    double voxelMl = LesionStates.reading(pairs, date).volume().geometry().voxelMl();
    double thenMl =
        old.stream().mapToLong(n -> LesionStates.lesion(pairs, then, n).voxels()).sum()
            * LesionStates.reading(pairs, then).volume().geometry().voxelMl();
    return Math.max(common / here, Math.min(1, common * voxelMl / thenMl));
  }

  private Carried carriedTo(int then) {
    var movement = pairs.get(date - 1).backwards();
    for (int step = date - 2; step >= then; step--) {
      movement = movement.then(pairs.get(step).backwards());
    }
    var here = LesionStates.reading(pairs, date);
    return new VoxelCarrier(
            here, LesionStates.reading(pairs, then), movement, RegionCells.of(here.segmentation()))
        .carry();
  }
}
