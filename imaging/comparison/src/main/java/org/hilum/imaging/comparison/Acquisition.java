package org.hilum.imaging.comparison;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the images of one date were made, as far as their header says.
 *
 * @param thicknessMm slice thickness (0018,0050)
 * @param kernel convolution kernel (0018,1210)
 * @param scanner manufacturer and model
 * @param contrast whether a contrast agent is named (0018,0010)
 */
public record Acquisition(
    OptionalDouble thicknessMm,
    Optional<String> kernel,
    Optional<String> scanner,
    boolean contrast) {

  /** Nothing is known, as for a NIfTI file. */
  public static final Acquisition UNKNOWN =
      new Acquisition(OptionalDouble.empty(), Optional.empty(), Optional.empty(), false);
}
