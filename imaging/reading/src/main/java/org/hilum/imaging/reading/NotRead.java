package org.hilum.imaging.reading;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What lay at a place and became no reading.
 *
 * @param leftAlone files and objects that are not CT, and why
 * @param refusals why nothing at all could be read; empty when a study was tried
 */
public record NotRead(List<Reason> leftAlone, List<Reason> refusals) {

  public NotRead {
    leftAlone = List.copyOf(leftAlone);
    refusals = List.copyOf(refusals);
  }
}
