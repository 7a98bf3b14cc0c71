package org.hilum.imaging.comparison;

import java.util.List;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.PatientPoint;

/**
 * A followed lesion at one date.
 *
 * @param numbers the reading's own lesion numbers that it consists of; one, or more where pieces of
 *     one lesion lie apart
 * @param region where most of it lies
 * @param centre mean position, LPS mm of that date
 * @param voxels number of voxels
 * @param volumeMl volume; in untrusted millimetres where the spacing is not known
 * @param massG mass
 * @param meanHu mean attenuation
 * @param kind ground glass or consolidation
 * @param keySlice slice index with its largest area
 */
public record LesionState(
    List<Integer> numbers,
    Region region,
    PatientPoint centre,
    long voxels,
    double volumeMl,
    double massG,
    double meanHu,
    OpacityKind kind,
    int keySlice) {

  public LesionState {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a lesion that is there has a number");
    }
  }
}
