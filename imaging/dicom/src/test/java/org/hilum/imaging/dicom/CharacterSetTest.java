package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hilum.imaging.dicom.text.UndeclaredText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CharacterSetTest {

  /** Bytes written as Latin-1 text, with {@code ~} for the escape character. */
  private static byte[] bytes(String latin1) {
    return latin1.replace('~', (char) 0x1B).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String decoded(String bytes, Vr vr, String... terms) {
    return new CharacterSet(Arrays.asList(terms)).decode(bytes(bytes), vr);
  }

  @Nested
  class Reads {

    @ParameterizedTest
    @CsvSource({
      "ISO_IR 100, é, é",
      "ISO_IR 101, ³, ł",
      "ISO_IR 109, ¡, Ħ",
      "ISO_IR 110, £, Ŗ",
      "ISO_IR 144, Ë, Ы",
      "ISO_IR 127, Ç, ا",
      "ISO_IR 126, á, α",
      "ISO_IR 138, à, א",
      "ISO_IR 148, Ð, Ğ",
      "ISO_IR 203, ¤, €",
      "ISO_IR 166, ¡, ก",
      "ISO_IR 13, ±, ｱ"
    })
    void single_byte_sets(String term, String byteAsLatin1, String expected) {
      assertThat(decoded(byteAsLatin1, Vr.LO, term)).isEqualTo(expected);
      assertThat(decoded(byteAsLatin1, Vr.LO, term.replace("ISO_IR", "ISO 2022 IR")))
          .isEqualTo(expected);
    }

    @Test
    void Japanese_names_with_code_extensions() {
      var name = "Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B=~$B$d$^$@~(B^~$B$?$m$&~(B";

      assertThat(decoded(name, Vr.PN, "", "ISO 2022 IR 87"))
          .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    @Test
    void Japanese_names_that_begin_in_half_width_kana() {
      var name = "ÔÏÀÞ^ÀÛ³=~$B;3ED~(J^~$BB@O:~(J";

      assertThat(decoded(name, Vr.PN, "ISO 2022 IR 13", "ISO 2022 IR 87"))
          .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
    }

    @Test
    void supplementary_kanji() {
      assertThat(decoded("~$(D0!~(B", Vr.LO, "", "ISO 2022 IR 159")).isEqualTo("丂");
    }

    @Test
    void Korean_names() {
      var name = "Hong^Gildong=~$)Cûó^~$)CÑÎÔ×=~$)CÈ«^~$)C±æµ¿";

      assertThat(decoded(name, Vr.PN, "", "ISO 2022 IR 149")).isEqualTo("Hong^Gildong=洪^吉洞=홍^길동");
    }

    @Test
    void Chinese_names_with_code_extensions() {
      assertThat(decoded("Zhang^XiaoDong=~$)AÕÅ^~$)AÐ¡¶«", Vr.PN, "", "ISO 2022 IR 58"))
          .isEqualTo("Zhang^XiaoDong=张^小东");
    }

    @Test
    void Chinese_whose_escape_the_writer_forgot() {
      assertThat(decoded("ÕÅ", Vr.PN, "", "ISO 2022 IR 58")).isEqualTo("张");
    }

    @Test
    void two_single_byte_sets_in_one_value() {
      assertThat(decoded("Dion~-FÄéïíõóéïò", Vr.LO, "ISO 2022 IR 100", "ISO 2022 IR 126"))
          .isEqualTo("DionΔιονυσιος");
      assertThat(decoded("é~-Fá\\é", Vr.LO, "ISO 2022 IR 100", "ISO 2022 IR 126"))
          .isEqualTo("éα\\é");
    }

    @Test
    void line_ends_as_the_end_of_an_extension_but_not_the_backslash_of_plain_text() {
      assertThat(decoded("~-Fá\\á\r\ná", Vr.LT, "ISO 2022 IR 100", "ISO 2022 IR 126"))
          .isEqualTo("α\\α\r\ná");
    }

    @Test
    void a_backslash_within_a_character_as_no_delimiter() {
      var bytes = new byte[] {(byte) 0x8B, 0x5C, '\\', 'B'};
      var element = new Element(Tag.OTHER_PATIENT_I_DS, Vr.LO, new Element.Bytes(bytes));
      var dataSet =
          DataSet.builder().characterSet(new CharacterSet(List.of("GB18030"))).put(element).build();

      assertThat(dataSet.texts(Tag.OTHER_PATIENT_I_DS)).containsExactly("媆", "B");
    }

    @Test
    void unknown_terms_as_Latin_1() {
      var unknown = new CharacterSet(List.of("KLINGON"));

      assertThat(unknown.isKnown()).isFalse();
      assertThat(unknown.decode(bytes("é"))).isEqualTo("é");
    }

    @Test
    void broken_sequences_without_losing_the_rest() {
      assertThat(decoded("a~$)C°", Vr.LO, "", "ISO 2022 IR 149")).startsWith("a");
      assertThat(decoded("a~X°b", Vr.LO, "", "ISO 2022 IR 149")).endsWith("b");
    }
  }

  @Nested
  class Writes {

    @Test
    void what_it_reads_back() {
      for (var term : List.of("ISO_IR 192", "GB18030", "GBK")) {
        var set = new CharacterSet(List.of(term));
        assertThat(set.decode(set.encode("王^小东"))).isEqualTo("王^小东");
      }
    }

    @Test
    void nothing_the_set_has_not() {
      var latin1 = new CharacterSet(List.of("ISO_IR 100"));

      assertThat(latin1.encode("é")).containsExactly(0xE9);
      assertThatThrownBy(() -> latin1.encode("王")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CharacterSet.DEFAULT.encode("é"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Finds_out_what_was_not_declared {

    private String term(byte[]... values) {
      var undeclared = new UndeclaredText();
      for (var value : values) {
        undeclared.add(value);
      }
      assertThat(undeclared.isNeeded()).isTrue();
      return undeclared.definedTerm();
    }

    @Test
    void valid_UTF_8() {
      assertThat(term("王^小东".getBytes(StandardCharsets.UTF_8))).isEqualTo("ISO_IR 192");
    }

    @Test
    void Chinese() {
      var gbk = new CharacterSet(List.of("GBK"));

      assertThat(term(gbk.encode("王^小东"))).isEqualTo("GB18030");
      assertThat(term(gbk.encode("北京协和医院"), gbk.encode("朱镕基"))).isEqualTo("GB18030");
    }

    @Test
    void Latin_1_even_where_two_accents_meet() {
      for (var name : List.of("Müller^Jörg", "Buc^Jérôme", "Größe", "Åse^Bjørnå")) {
        assertThat(term(name.getBytes(StandardCharsets.ISO_8859_1)))
            .as(name)
            .isEqualTo("ISO_IR 100");
      }
    }

    @Test
    void nothing_in_plain_ASCII() {
      var undeclared = new UndeclaredText();
      undeclared.add(bytes("Wang^XiaoDong"));

      assertThat(undeclared.isNeeded()).isFalse();
    }
  }

  @Nested
  class Carries_text_into_UTF_8 {

    @Test
    void also_within_items_that_have_their_own_set() throws Exception {
      var latin1 = new CharacterSet(List.of("ISO_IR 100"));
      var item =
          DataSet.builder()
              .characterSet(latin1)
              .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
              .text(Tag.CODE_MEANING, Vr.LO, "Röntgen")
              .build();
      var gbk = new CharacterSet(List.of("GBK"));
      var source =
          DataSet.builder()
              .characterSet(gbk)
              .text(Tag.PATIENT_NAME, Vr.PN, "王^小东")
              .items(Tag.PROCEDURE_CODE_SEQUENCE, item)
              .build();
      var target =
          DicomWriterTest.object()
              .copy(Tag.PATIENT_NAME, source)
              .copy(Tag.PROCEDURE_CODE_SEQUENCE, source)
              .build();
      var out = new ByteArrayOutputStream();
      DicomWriter.write(target, out);

      var back = DicomWriterTest.parsed(out.toByteArray());

      assertThat(back.deviations()).isEmpty();
      assertThat(back.dataSet().text(Tag.PATIENT_NAME)).contains("王^小东");
      var code = back.dataSet().item(Tag.PROCEDURE_CODE_SEQUENCE).orElseThrow();
      assertThat(code.text(Tag.CODE_MEANING)).contains("Röntgen");
      assertThat(code.has(Tag.SPECIFIC_CHARACTER_SET)).isFalse();
    }

    @Test
    void however_long_it_is() throws Exception {
      var name = "長".repeat(30_000);
      var source = DataSet.builder().text(Tag.PATIENT_NAME, Vr.PN, name).build();
      var target = DicomWriterTest.object().copy(Tag.PATIENT_NAME, source).build();

      var back =
          DicomWriterTest.parsed(DicomWriterTest.written(target.toBuilder().build())).dataSet();

      assertThat(back.text(Tag.PATIENT_NAME)).contains(name);
    }
  }
}
