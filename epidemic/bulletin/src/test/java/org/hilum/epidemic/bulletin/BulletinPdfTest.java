package org.hilum.epidemic.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulletinPdfTest {

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void is_a_tagged_file_of_a4_pages_that_tells_the_numbers_in_english() throws IOException {
    var pdf = BulletinPdf.of(Drawn.bulletin("Italy"), Language.ENGLISH);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
    }
    assertThat(text(pdf))
        .contains("Epidemic bulletin")
        .contains("100 cases; 50 % interval 80\u2013120, 95 % interval 60\u2013140")
        .contains("Hospitals has failed since 3 Mar 2021")
        .contains("1.23 % (1.00\u20131.50)")
        .contains("2021-02-25: 5 were late.")
        .contains("Not to be the only ground of a decision");
  }

  @Test
  void tells_the_same_numbers_in_chinese_and_is_the_same_at_every_run() throws IOException {
    var pdf = BulletinPdf.of(Drawn.bulletin("Hubei"), Language.CHINESE);
    assertThat(text(pdf))
        .contains("\u6e56\u5317")
        .contains("\u9884\u6d4b\u533a\u95f4 60\u2013140")
        .contains("\u75c5\u6b7b\u7387");
    assertThat(BulletinPdf.of(Drawn.bulletin("Hubei"), Language.CHINESE)).isEqualTo(pdf);
  }

  @Test
  void a_place_named_like_markup_stays_a_name() throws IOException {
    assertThat(text(BulletinPdf.of(Drawn.bulletin("<b>&x"), Language.ENGLISH))).contains("<b>&x");
  }
}
