package org.hilum.imaging.archive.picture;

import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;

/**
 * Which values become black, grey and white.
 *
 * <p>In: values after rescale, HU in CT. Out: 0 (black) to 255. <br>
 * Source: PS3.3 C.11.2.1.2 and C.11.2.1.3.
 *
 * @param width at least 1 where the function is linear, else above 0
 */
public record Window(double centre, double width, Function function) {

  /** The usual window for lungs, in HU. */
  public static final Window LUNG = new Window(-600, 1500, Function.LINEAR);

  private static final double WHITE = 255;

  /** How greys are spread (VOI LUT Function). */
  public enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID
  }

  public Window {
    boolean isUsable =
        Double.isFinite(centre)
            && Double.isFinite(width)
            && (function == Function.LINEAR ? width >= 1 : width > 0);
    if (!isUsable) {
      throw new IllegalArgumentException("a window has a centre and a positive width");
    }
  }

  /** The first window that an object names, of the whole or, in shared groups, of its frames. */
  public static Optional<Window> of(DataSet dataSet) {
    return named(dataSet)
        .or(
            () ->
                dataSet
                    .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                    .flatMap(shared -> shared.item(Tag.FRAME_VOILUT_SEQUENCE))
                    .flatMap(Window::named));
  }

  private static Optional<Window> named(DataSet dataSet) {
    try {
      var centre = dataSet.number(Tag.WINDOW_CENTER);
      var width = dataSet.number(Tag.WINDOW_WIDTH);
      return centre.isPresent() && width.isPresent() && width.getAsDouble() >= 1
          ? Optional.of(new Window(centre.getAsDouble(), width.getAsDouble(), Function.LINEAR))
          : Optional.empty();
    } catch (MalformedValueException malformed) {
      return Optional.empty();
    }
  }

  /** Grey of a value. */
  public int grey(double value) {
    double share =
        switch (function) {
          case LINEAR ->
              width == 1
                  ? value > centre - 0.5 ? 1 : 0
                  : (value - (centre - 0.5)) / (width - 1) + 0.5;
          case LINEAR_EXACT -> (value - centre) / width + 0.5;
          case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
        };
    return (int) Math.round(Math.clamp(share, 0, 1) * WHITE);
  }
}
