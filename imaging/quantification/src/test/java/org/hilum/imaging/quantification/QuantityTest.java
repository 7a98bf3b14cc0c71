package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.hilum.imaging.vocabulary.Region;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuantityTest {

  @ParameterizedTest
  @EnumSource(Quantity.class)
  void has_a_key_that_ends_in_its_unit(Quantity quantity) {
    assertThat(quantity.unit().scheme()).isEqualTo("UCUM");
    assertThat(quantity.ucum()).isEqualTo(quantity.unit().value());
    assertThat(quantity.key())
        .endsWith(
            switch (quantity.ucum()) {
              case "ml" -> "Ml";
              case "%" -> "Percent";
              case "g" -> "G";
              case "[hnsf'U]" -> "Hu";
              case "{lesions}" -> "Count";
              default -> throw new AssertionError("unit " + quantity.ucum());
            });
  }

  @Test
  void is_told_apart_by_its_code() {
    assertThat(Arrays.stream(Quantity.values()).map(Quantity::concept)).doesNotHaveDuplicates();
    assertThat(Quantity.VOLUME.concept().value()).isEqualTo("118565006");
    assertThat(Quantity.MEAN_HU.concept().value()).isEqualTo("112181");
  }

  @Test
  void must_be_there_for_every_region_measured_or_not() {
    assertThatThrownBy(
            () ->
                new RegionMeasurements(
                    Region.LUNGS, Map.of(Quantity.VOLUME, new Measurement.Measured(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void measured_is_a_finite_number() {
    assertThatThrownBy(() -> new Measurement.Measured(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_a_region_that_is_not_there_is_refused() {
    var none =
        new ChestMeasurements(
            java.util.List.of(),
            java.util.List.of(),
            new short[0][],
            java.util.List.of(),
            new Covid19Pattern(
                "NEGATIVE",
                1,
                java.util.Map.of(),
                java.util.Map.of(),
                java.util.List.of(),
                java.util.List.of(),
                ""));
    assertThatThrownBy(() -> none.of(Region.RML)).hasMessageContaining("RML");
  }
}
