package org.hilum.imaging.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What became of a followed lesion from one date to the next.
 *
 * @param step index of the earlier of the two dates
 * @param fate what became of it
 * @param partner for {@link LesionFate#MERGED} of a lesion that ends here, the identity of the
 *     lesion it went into; for {@link LesionFate#SPLIT} of one that begins here, the identity it
 *     came from
 * @param changes volume, mass, attenuation and volume at the current breath; of a lesion that
 *     merged or split the sums of all pieces are compared
 * @param doubt why the fate is not certain, e.g. the place lies outside the other scan's coverage
 */
public record LesionStep(
    int step,
    LesionFate fate,
    Optional<Integer> partner,
    Map<ComparedQuantity, Change> changes,
    Optional<Reason> doubt) {

  public LesionStep {
    changes = changes.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(changes));
  }
}
