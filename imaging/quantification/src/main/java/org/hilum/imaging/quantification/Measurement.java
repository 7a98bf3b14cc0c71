package org.hilum.imaging.quantification;

import java.util.OptionalDouble;
import org.hilum.imaging.vocabulary.Reason;

/** A number that was measured, or the reason why it was not. Absent is never zero. */
public sealed interface Measurement {

  /** A measured number in the unit of its {@link Quantity}. */
  record Measured(double value) implements Measurement {
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measured value is a finite number");
      }
    }
  }

  /** Why there is no number. */
  record NotMeasured(Reason reason) implements Measurement {}

  /** The number, if measured. */
  default OptionalDouble number() {
    return switch (this) {
      case Measured measured -> OptionalDouble.of(measured.value);
      case NotMeasured _ -> OptionalDouble.empty();
    };
  }
}
