package org.hilum.imaging.phantom;

import java.time.LocalDate;
import java.util.List;

/**
 * How a patient is on the day of a scan.
 *
 * @param date of the study
 * @param breath height of the lungs, 1 at full inspiration
 * @param lesions those there are on that day
 */
public record StudyMoment(LocalDate date, double breath, List<PhantomLesion> lesions) {

  public StudyMoment {
    lesions = List.copyOf(lesions);
  }
}
