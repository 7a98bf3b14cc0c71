package org.hilum.imaging.volume.pixels;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * The Hounsfield units of a stack.
 *
 * @param hu one array a slice; meaningless when there are refusals
 * @param refusals why slices could not be decoded or believed
 * @param deviations what was odd in their files
 */
public record DecodedStack(short[][] hu, List<Reason> refusals, List<Reason> deviations) {
  public DecodedStack {
    refusals = List.copyOf(refusals);
    deviations = List.copyOf(deviations);
  }
}
