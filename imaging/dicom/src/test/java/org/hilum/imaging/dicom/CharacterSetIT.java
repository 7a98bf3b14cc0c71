package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hilum.fixtures.SharedData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Second opinion on the names: pydicom 2.3.1, but for the undeclared and the IR 58 ones, and
 * without the empty group it drops from the end of two names.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CharacterSetIT {

  private static final String PYDICOM = "formats/pydicom/charset_files/";

  static DicomObject parsed(String name) throws IOException {
    var file = SharedData.require("dicom/" + name);
    var parse = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parse).object();
  }

  @ParameterizedTest
  @CsvSource({
    "charsets/gb18030.dcm, Wang^XiaoDong=王^小东",
    "charsets/gbk-no-charset.dcm, 王^小东",
    "charsets/iso58.dcm, Zhang^XiaoDong=张^小东",
    "charsets/latin1.dcm, Buc^Jérôme",
    "charsets/utf8.dcm, Li^Lei=李^雷",
    PYDICOM + "chrArab.dcm, قباني^لنزار",
    PYDICOM + "chrFren.dcm, Buc^Jérôme",
    PYDICOM + "chrFrenMulti.dcm, Buc^Jérôme",
    PYDICOM + "chrGerm.dcm, Äneas^Rüdiger",
    PYDICOM + "chrGreek.dcm, Διονυσιος",
    PYDICOM + "chrH31.dcm, Yamada^Tarou=山田^太郎=やまだ^たろう",
    PYDICOM + "chrH32.dcm, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
    PYDICOM + "chrHbrw.dcm, שרון^דבורה",
    PYDICOM + "chrI2.dcm, Hong^Gildong=洪^吉洞=홍^길동",
    PYDICOM + "chrJapMulti.dcm, やまだ^たろう",
    PYDICOM + "chrJapMultiExplicitIR6.dcm, やまだ^たろう",
    PYDICOM + "chrKoreanMulti.dcm, 김희중",
    PYDICOM + "chrRuss.dcm, Люкceмбypг",
    PYDICOM + "chrX1.dcm, Wang^XiaoDong=王^小東=",
    PYDICOM + "chrX2.dcm, Wang^XiaoDong=王^小东="
  })
  void patient_names_are_read_and_carried_over_exactly(String name, String expected)
      throws IOException {
    var source = parsed(name).dataSet();

    var carried = DicomWriterTest.object().copy(Tag.PATIENT_NAME, source).build();
    var back = DicomWriterTest.parsed(DicomWriterTest.written(carried)).dataSet();

    assertThat(source.text(Tag.PATIENT_NAME)).contains(expected);
    assertThat(back.text(Tag.PATIENT_NAME)).contains(expected);
  }

  @Test
  void an_undeclared_set_is_stated_and_the_bytes_are_kept() throws IOException {
    var object = parsed("charsets/gbk-no-charset.dcm");

    assertThat(object.deviations())
        .anyMatch(reason -> reason.code() == DicomReason.CHARACTER_SET_UNDECLARED);
    assertThat(object.dataSet().characterSet().definedTerms()).containsExactly("GB18030");
    assertThat(object.dataSet().element(Tag.PATIENT_NAME).orElseThrow().bytes())
        .startsWith(0xCD, 0xF5);
  }

  @Test
  void an_item_may_have_its_own_set() throws IOException {
    var object = parsed(PYDICOM + "chrSQEncoding.dcm").dataSet();

    var item = object.item(0x00321064).orElseThrow();

    assertThat(item.text(Tag.PATIENT_NAME)).contains("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
  }

  @Test
  void an_item_without_a_set_has_that_of_the_data_set_around() throws IOException {
    var object = parsed(PYDICOM + "chrSQEncoding1.dcm").dataSet();

    var item = object.item(0x00321064).orElseThrow();

    assertThat(item.text(Tag.PATIENT_NAME)).contains("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
  }
}
