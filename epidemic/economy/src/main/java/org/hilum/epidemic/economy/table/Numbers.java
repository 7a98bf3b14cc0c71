package org.hilum.epidemic.economy.table;

import java.util.OptionalDouble;

/** What number a field holds. */
final class Numbers {

  private Numbers() {}

  /** The number; empty when the field is none or not finite. */
  static OptionalDouble read(String field) {
    try {
      double value = Double.parseDouble(field);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException none) {
      return OptionalDouble.empty();
    }
  }
}
