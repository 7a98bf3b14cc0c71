package org.hilum.imaging.reporting.seg;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.LabelRaster;

/**
 * Which segments an object has, their numbers, and the slices that hold any voxel of each.
 *
 * @param segments in order of their numbers; only those that have a voxel
 */
public record SegmentPlan(List<Planned> segments) {

  /**
   * A segment that has voxels.
   *
   * @param number Segment Number (0062,0004), from 1 without a gap
   * @param slices slice indices k with at least one voxel, ascending
   */
  public record Planned(int number, DicomSegment segment, List<Integer> slices) {
    public Planned {
      slices = List.copyOf(slices);
    }
  }

  public SegmentPlan {
    segments = List.copyOf(segments);
  }

  /** The plan for a chest. */
  public static SegmentPlan of(ChestSegmentation chest) {
    var planned = new ArrayList<Planned>();
    for (var segment : DicomSegment.values()) {
      var slices = segment.raster(chest).map(mask -> slices(mask, segment)).orElse(List.of());
      if (!slices.isEmpty()) {
        planned.add(new Planned(planned.size() + 1, segment, slices));
      }
    }
    return new SegmentPlan(planned);
  }

  private static List<Integer> slices(LabelRaster mask, DicomSegment segment) {
    var labels = mask.labels();
    return IntStream.range(0, labels.length)
        .parallel()
        .filter(k -> FrameBits.contains(labels[k], segment.value()))
        .boxed()
        .toList();
  }

  /** Segment Number of a part of the chest; empty when it has no voxel. */
  public Optional<Integer> numberOf(DicomSegment segment) {
    return segments.stream()
        .filter(planned -> planned.segment == segment)
        .map(Planned::number)
        .findFirst();
  }

  /** Number of frames. */
  int frames() {
    return segments.stream().mapToInt(planned -> planned.slices.size()).sum();
  }

  /** The slices that any frame lies on. */
  BitSet slicesUsed() {
    var used = new BitSet();
    segments.forEach(planned -> planned.slices.forEach(used::set));
    return used;
  }

  /** Says in words which parts of the chest have no segment. */
  List<String> absences() {
    var sentences = new ArrayList<String>();
    var lobes = new ArrayList<String>();
    for (var segment : DicomSegment.values()) {
      if (segment == DicomSegment.UNDETERMINED || numberOf(segment).isPresent()) {
        continue;
      }
      if (segment.kind() == DicomSegment.Kind.LOBE) {
        lobes.add(segment.label());
      } else {
        sentences.add(segment.label() + ": no voxel found, so there is no segment.");
      }
    }
    if (!lobes.isEmpty()) {
      sentences.add("Not outlined, since no fissure parts them: " + String.join(", ", lobes) + ".");
    }
    return sentences;
  }
}
