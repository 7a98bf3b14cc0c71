package org.hilum.imaging.reporting.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LetteringTest {

  private static final Lettering LETTERING = new Lettering();

  @Test
  void digits_are_of_one_width_so_that_columns_of_numbers_align() {
    double zero = LETTERING.width("0", Weight.REGULAR, 10);
    for (int digit = 1; digit < 10; digit++) {
      assertThat(LETTERING.width("" + digit, Weight.REGULAR, 10)).isEqualTo(zero);
    }
  }

  @Test
  void a_letter_stands_on_its_baseline_and_grows_with_its_size() {
    var small = LETTERING.outline("H", Weight.REGULAR, 5, 100, 10).getBounds2D();
    var large = LETTERING.outline("H", Weight.REGULAR, 5, 100, 20).getBounds2D();
    assertThat(small.getMaxY()).isCloseTo(100, within(0.01));
    assertThat(large.getHeight()).isCloseTo(2 * small.getHeight(), within(0.01));
    assertThat(small.getHeight()).as("height of a capital").isBetween(6.0, 7.5);
  }

  @Test
  void accented_letters_are_put_together_from_their_parts() {
    var plain = LETTERING.outline("A", Weight.REGULAR, 0, 0, 100).getBounds2D();
    var accented = LETTERING.outline("\u00c5", Weight.REGULAR, 0, 0, 100).getBounds2D();
    assertThat(accented.getMinY()).as("the ring is above the letter").isLessThan(plain.getMinY());
    assertThat(accented.getMaxY()).isCloseTo(plain.getMaxY(), within(1.5));
  }

  @Test
  void chinese_characters_are_as_wide_as_they_are_high() {
    assertThat(LETTERING.canShow('\u80ba')).isTrue();
    assertThat(LETTERING.width("\u80ba", Weight.BOLD, 10)).isCloseTo(10, within(0.01));
    Rectangle2D box = LETTERING.outline("\u80ba", Weight.BOLD, 0, 0, 10).getBounds2D();
    assertThat(box.getHeight()).isBetween(7.0, 10.5);
  }

  @Test
  void what_no_font_has_is_shown_as_a_box() {
    assertThat(LETTERING.shown("a\ud83e\udec1b \u0e01")).isEqualTo("a\u25a1b \u25a1");
    assertThat(LETTERING.canShow(Lettering.MISSING.codePointAt(0))).isTrue();
  }

  @Nested
  class an_embeddable_font {

    @Test
    void holds_the_characters_of_the_text_and_no_others() {
      var fonts = LETTERING.embeddable("A\u00c5\u80ba");
      assertThat(fonts).hasSize(4);
      var latin = TypeFace.of(fonts.getFirst().file());
      assertThat(latin.glyph('A')).isNotZero();
      assertThat(latin.glyph(0xC5)).isNotZero();
      assertThat(latin.glyph('B')).isZero();
      assertThat(latin.glyph(0x80BA)).isZero();
      assertThat(TypeFace.of(fonts.get(1).file()).glyph(0x80BA)).isNotZero();
    }

    @Test
    void draws_the_same_outlines_as_the_large_one() {
      var subset = TypeFace.of(LETTERING.embeddable("\u00c5").getFirst().file());
      var path = new java.awt.geom.Path2D.Float();
      subset.outline(subset.glyph(0xC5), 3, 50, 40, path);
      var expected = LETTERING.outline("\u00c5", Weight.REGULAR, 3, 50, 40);
      assertThat(path.getBounds2D()).isEqualTo(expected.getBounds2D());
      assertThat(subset.advance(subset.glyph(0xC5)) * 40.0 / subset.unitsPerEm())
          .isEqualTo(LETTERING.width("\u00c5", Weight.REGULAR, 40));
    }

    @Test
    void is_small_even_of_a_large_font() {
      var fonts = LETTERING.embeddable("\u80ba\u7ed3\u6838");
      assertThat(fonts).allMatch(font -> font.family().equals("HilumChinese"));
      assertThat(fonts).allMatch(font -> font.file().length < 10_000);
    }
  }
}
