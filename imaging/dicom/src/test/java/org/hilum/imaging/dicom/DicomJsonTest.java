package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DicomJsonTest {

  private static final ObjectMapper READER = new ObjectMapper();

  private static String text(DicomJson.BulkData bulk, DataSet... dataSets) throws IOException {
    var out = new ByteArrayOutputStream();
    var json = new DicomJson(out);
    for (var dataSet : dataSets) {
      json.add(dataSet, bulk);
    }
    json.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(DataSet dataSet) throws IOException {
    return READER.readTree(text(DicomJson.BulkData.NONE, dataSet)).get(0);
  }

  private static DataSet of(Vr vr, String value) {
    return DataSet.builder().text(0x00111010, vr, value).build();
  }

  @Test
  void no_data_sets_are_an_empty_array() throws IOException {
    assertThat(text(DicomJson.BulkData.NONE)).isEqualTo("[]");
  }

  @Test
  void a_name_has_its_spellings() throws IOException {
    var dataSet =
        DataSet.builder()
            .text(Tag.PATIENT_NAME, Vr.PN, "Yamada^Tarou=山田^太郎=やまだ^たろう", "", "=王^小东")
            .build();
    assertThat(text(DicomJson.BulkData.NONE, dataSet))
        .isEqualTo(
            "[{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\","
                + "\"Ideographic\":\"山田^太郎\",\"Phonetic\":\"やまだ^たろう\"},null,"
                + "{\"Ideographic\":\"王^小东\"}]}}]");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DS | 1.50\\\\-2e1\\+3\\.5 | [1.50,null,-2E+1,3,0.5]",
        "IS | 12\\x\\-3 | [12,\"x\",-3]",
        "IS | 1e999999 | [\"1e999999\"]",
        "DS | NaN | [\"NaN\"]",
        "CS | CT\\\\MR | [\"CT\",null,\"MR\"]",
        "UI | 1.2.840 | [\"1.2.840\"]",
        "LT | a\\b\"c | [\"a\\\\b\\\"c\"]",
      })
  void values_are_what_they_are(String vr, String value, String expected) throws IOException {
    assertThat(text(DicomJson.BulkData.NONE, of(Vr.valueOf(vr), value)))
        .isEqualTo("[{\"00111010\":{\"vr\":\"" + vr + "\",\"Value\":" + expected + "}}]");
  }

  @Test
  void what_has_no_value_has_no_value() throws IOException {
    var empty =
        DataSet.builder()
            .empty(Tag.PATIENT_ID, Vr.LO)
            .empty(Tag.REFERENCED_SERIES_SEQUENCE, Vr.SQ)
            .text(Tag.PATIENT_NAME, Vr.PN, "==")
            .text(Tag.SLICE_THICKNESS, Vr.DS, "", "")
            .build();
    assertThat(json(empty)).allMatch(each -> each.size() == 1 && each.has("vr")).hasSize(4);
  }

  @Test
  void large_whole_numbers_stay_exact_and_what_is_no_number_is_a_text() throws IOException {
    var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(Long.MAX_VALUE - 1).putLong(-1);
    var dataSet =
        DataSet.builder()
            .bytes(0x00111010, Vr.UV, bytes.array())
            .doubles(0x00111011, Double.NaN, Double.NEGATIVE_INFINITY, 0.1)
            .floats(0x00111012, 0.1f)
            .tags(0x00111013, Tag.PIXEL_DATA)
            .build();
    assertThat(text(DicomJson.BulkData.NONE, dataSet))
        .contains("[9223372036854775806,18446744073709551615]")
        .contains("[\"NaN\",\"-Infinity\",0.1]")
        .contains("{\"vr\":\"FL\",\"Value\":[0.1]}")
        .contains("[\"7FE00010\"]");
  }

  @Test
  void the_character_set_is_that_of_JSON_and_meta_and_group_lengths_are_left_out()
      throws IOException {
    var dataSet =
        DataSet.builder()
            .characterSet(new CharacterSet(List.of("GB18030")))
            .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "GB18030")
            .text(Tag.PATIENT_ID, Vr.LO, "小东")
            .uid(Tag.TRANSFER_SYNTAX_UID, new Uid("1.2"))
            .unsignedLong(0x00100000, 5)
            .build();
    assertThat(text(DicomJson.BulkData.NONE, dataSet))
        .isEqualTo(
            "[{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"小东\"]}}]");
  }

  @Test
  void the_path_of_a_bulk_value_leads_through_its_items() throws IOException {
    var inner = DataSet.builder().bytes(0x00111010, Vr.OB, new byte[] {1, 2}).build();
    var dataSet = DataSet.builder().items(0x00081115, DataSet.builder().build(), inner).build();
    assertThat(
            text(
                (path, element) ->
                    element.vr() == Vr.OB ? Optional.of("bulk/" + path) : Optional.empty(),
                dataSet))
        .contains(
            "[{},{\"00111010\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulk/00081115/1/00111010\"}}]");
  }

  @Test
  void a_broken_surrogate_and_control_characters_leave_valid_JSON() throws IOException {
    var value = "a\u0001\uD800\t\u0000b";
    var bytes = new ByteArrayOutputStream();
    new org.hilum.imaging.dicom.json.JsonOutput(bytes).string(value).flush();
    assertThat(READER.readTree(bytes.toByteArray()).asText()).isEqualTo("a\u0001\uFFFD\t\u0000b");
  }

  @Provide
  Arbitrary<Element> anyBytes() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.of(Vr.values()).filter(vr -> vr != Vr.SQ),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
        .as((tag, vr, bytes) -> new Element(tag, vr, new Element.Bytes(bytes)));
  }

  @Property(tries = 2000)
  void any_bytes_under_any_representation_leave_valid_JSON(@ForAll("anyBytes") Element odd)
      throws IOException {
    var good = DataSet.builder().text(Tag.PATIENT_ID, Vr.LO, "P1").put(odd).build();
    assertThat(json(good).isObject()).isTrue();
  }

  @Provide
  Arbitrary<Element> numbers() {
    return Combinators.combine(
            Arbitraries.of(Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.UV, Vr.SV, Vr.FL, Vr.FD, Vr.OB, Vr.UN),
            Arbitraries.bytes().array(byte[].class).ofSize(16))
        .as((vr, bytes) -> new Element(0x00111010, vr, new Element.Bytes(bytes)));
  }

  @Property(tries = 1000)
  void binary_values_come_back_to_the_bit(@ForAll("numbers") Element number) throws IOException {
    var node = json(DataSet.builder().put(number).build()).get("00111010");
    if (node.has("InlineBinary")) {
      assertThat(Base64.getDecoder().decode(node.get("InlineBinary").asText()))
          .isEqualTo(number.bytes());
      return;
    }
    var back = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : node.get("Value")) {
      switch (number.vr()) {
        case US, SS -> back.putShort((short) value.asInt());
        case UL, SL -> back.putInt((int) value.asLong());
        case UV, SV -> back.putLong(value.bigIntegerValue().longValue());
        case FL -> back.putFloat(Float.parseFloat(value.asText()));
        default -> back.putDouble(Double.parseDouble(value.asText()));
      }
    }
    assertThat(numbersOf(back.array(), number.vr()))
        .isEqualTo(numbersOf(number.bytes(), number.vr()));
  }

  /** All kinds of not-a-number are the same. */
  private static double[] numbersOf(byte[] bytes, Vr vr) {
    return DataSet.builder().bytes(0x00111010, vr, bytes).build().numbers(0x00111010);
  }

  @Property(tries = 500)
  void texts_come_back(@ForAll("texts") List<String> texts) throws IOException {
    var dataSet = DataSet.builder().text(0x00111010, Vr.LO, texts.toArray(String[]::new)).build();
    var back = new ArrayList<String>();
    var values = json(dataSet).get("00111010").get("Value");
    if (values != null) {
      values.forEach(value -> back.add(value.isNull() ? "" : value.asText()));
    }
    var stripped = texts.stream().map(text -> text.replaceAll("^ +| +$", "")).toList();
    boolean isEmpty = stripped.stream().allMatch(String::isEmpty);
    assertThat(back).isEqualTo(isEmpty ? List.of() : stripped);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("aZ9 \"/王東é가\t<")
        .withChars("#\u007f")
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
