package org.hilum.epidemic.surveillance.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTableTest {

  @TempDir Path folder;

  @Test
  void reads_rows_one_by_one_with_their_lines() throws Exception {
    var file = Files.writeString(folder.resolve("a.csv"), "a,B\n1,\"x\ny\"\n\n 2 ,z");

    try (var table = CsvTable.open(file)) {
      assertThat(table.header()).containsExactly("a", "b");
      assertThat(table.next()).isTrue();
      assertThat(table.cell(1)).isEqualTo("x\ny");
      assertThat(table.next()).isTrue();
      assertThat(table.cell(table.needed("A"))).isEqualTo("2");
      assertThat(table.line()).isEqualTo(5);
      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void refuses_a_header_that_names_a_column_twice() throws Exception {
    var file = Files.writeString(folder.resolve("a.csv"), "a,b,A\n");

    assertThatExceptionOfType(BrokenTableException.class)
        .isThrownBy(() -> CsvTable.open(file))
        .withMessageContaining("twice");
  }

  @Test
  void stops_what_unfolds_to_more_than_allowed() throws IOException {
    try (var limited = new LimitedInput(new ByteArrayInputStream(new byte[100]), 99)) {
      assertThat(limited.readNBytes(99)).hasSize(99);
      assertThatExceptionOfType(LimitedInput.TooLongException.class)
          .isThrownBy(limited::readAllBytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "0x1p3", "1e11", "12 000", "1,5", "Infinity", "-", "NaN5"})
  void what_no_one_would_write_for_a_count_is_none(String text) throws BrokenTableException {
    if (text.equals("-")) {
      assertThat(Cells.count(text, 1)).isNaN();
    } else {
      assertThatExceptionOfType(BrokenTableException.class)
          .isThrownBy(() -> Cells.count(text, 7))
          .satisfies(broken -> assertThat(broken.line()).isEqualTo(7));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-2-3", "03/02/2021", "1021-02-03", "2021-02-30", "", "20210203"})
  void what_is_no_day_of_the_calendar_is_refused(String text) {
    assertThatExceptionOfType(BrokenTableException.class)
        .isThrownBy(() -> Cells.day(text, 7))
        .withMessageContaining("2020-01-31");
  }
}
