package org.hilum.benchmarks.epidemic;

import java.util.List;
import org.hilum.epidemic.surveillance.Vintage;

/** The engine under test. */
final class OurEngine {

  private OurEngine() {}

  static Engine standard() {
    return (Vintage vintage, java.time.LocalDate day) -> new Engine.Answer(List.of(), List.of());
  }
}
