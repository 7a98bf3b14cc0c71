package org.hilum.epidemic.forecasting;

import java.util.Optional;

/** A figure, or why there is none: absent is never zero. */
public sealed interface Finding<T> {

  /** The figure. */
  record Found<T>(T figure) implements Finding<T> {}

  /** Why there is none. */
  record Absent<T>(TransmissionReason reason) implements Finding<T> {}

  static <T> Finding<T> found(T figure) {
    return new Found<>(figure);
  }

  static <T> Finding<T> absent(TransmissionReason reason) {
    return new Absent<>(reason);
  }

  /** The figure if there is one. */
  default Optional<T> value() {
    return switch (this) {
      case Found<T>(T figure) -> Optional.of(figure);
      case Absent<T> absent -> Optional.empty();
    };
  }
}
