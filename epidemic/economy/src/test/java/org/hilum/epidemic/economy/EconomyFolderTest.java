package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EconomyFolderTest {

  private static final String GDP =
      """
      LOCATION,Country,SUBJECT,MEASURE,TIME,Value,Flag Codes
      AAA,Land A,B1_GE,VPVOBARSA,2019-Q4,100.5,
      AAA,Land A,B1_GE,VPVOBARSA,2020-Q1,95,
      AAA,Land A,B1_GE,OTHER,2020-Q1,7,
      OECD,All,B1_GE,VPVOBARSA,2020-Q1,9000,
      """;
  private static final String STRINGENCY =
      """
      CountryCode,CountryName,RegionCode,Jurisdiction,01Jan2020,02Jan2020,04Jan2020
      AAA,Land A,,NAT_TOTAL,0.0,11.11,
      AAA,Land A,R1,STATE_TOTAL,50,50,50
      BBB,Land B,,NAT_TOTAL,0,1,2
      """;
  private static final String GROWTH =
      """
      Data Source,World Development Indicators

      Country Name,Country Code,Indicator Name,2019,2020
      Land A,AAA,GDP growth,1.5,-6
      Land B,BBB,GDP growth,,2
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write_a_good_folder() throws IOException {
    write("oecd_gdp_quarterly.csv", GDP);
    write("oxcgrt_stringency.csv", STRINGENCY);
    write("worldbank_gdp_growth_annual.csv", GROWTH);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private EconomyData read() {
    EconomyReading reading = EconomyFolder.read(folder);
    assertThat(reading).isInstanceOf(EconomyReading.Read.class);
    return ((EconomyReading.Read) reading).data();
  }

  private List<String> refused() {
    EconomyReading reading = EconomyFolder.read(folder);
    assertThat(reading).isInstanceOf(EconomyReading.Refused.class);
    return ((EconomyReading.Refused) reading)
        .reasons().stream().map(EconomyRemark::toString).toList();
  }

  @Test
  void reads_levels_stringency_and_growth() {
    EconomyData data = read();
    assertThat(data.countries()).containsExactly("AAA");
    assertThat(data.gdp().values().iterator().next().changePercent(new Quarter(2020, 1)))
        .isCloseTo(-5.4726, org.assertj.core.api.Assertions.within(1e-4));
    assertThat(data.annualGrowthPercent().toString()).contains("2019=1.5", "2020=-6.0");
    assertThat(data.sources()).hasSize(3).allMatch(source -> !source.licence().isEmpty());
    assertThat(data.sources().getFirst().asOf()).contains("2020-Q1");
  }

  @Test
  void a_day_without_a_column_or_a_value_stays_absent() {
    DailyStringency days =
        read().stringency().values().stream()
            .filter(one -> one.location().equals("AAA"))
            .findFirst()
            .orElseThrow();
    assertThat(days.on(LocalDate.of(2020, 1, 2))).isEqualTo(11.11);
    assertThat(days.on(LocalDate.of(2020, 1, 3))).isNaN();
    assertThat(days.on(LocalDate.of(2020, 1, 4))).isNaN();
    assertThat(days.lastKnown(LocalDate.of(2020, 12, 1))).isEqualTo(LocalDate.of(2020, 1, 2));
    assertThat(days.lastKnown(LocalDate.of(2019, 12, 1))).isBefore(days.first());
  }

  @Test
  void groups_of_countries_are_left_out_with_a_note() {
    EconomyData data = read();
    assertThat(data.gdp()).doesNotContainKey("OECD");
    assertThat(data.remarks())
        .extracting(EconomyRemark::toString)
        .containsExactly("ECO-005 All has no stringency and is left out. (OECD)");
  }

  @Test
  void annual_growth_may_be_missing_the_others_not() throws IOException {
    Files.delete(folder.resolve("worldbank_gdp_growth_annual.csv"));
    assertThat(read().annualGrowthPercent()).isEmpty();
    Files.delete(folder.resolve("oecd_gdp_quarterly.csv"));
    Files.delete(folder.resolve("oxcgrt_stringency.csv"));
    assertThat(refused())
        .hasSize(2)
        .allMatch(one -> one.startsWith("ECO-001"))
        .anyMatch(one -> one.contains("oecd_gdp_quarterly.csv"))
        .anyMatch(one -> one.contains("oxcgrt_stringency.csv"));
  }

  @Test
  void names_the_line_of_every_broken_value_at_once() throws IOException {
    write(
        "oecd_gdp_quarterly.csv",
        GDP
            + """
            AAA,Land A,B1_GE,VPVOBARSA,2020-Q5,95,
            AAA,Land A,B1_GE,VPVOBARSA,2020-Q2,n/a,
            AAA,Land A,B1_GE,VPVOBARSA,2020-Q3,-4,
            AAA,Land A,B1_GE,VPVOBARSA,2019-Q4,101,
            """);
    write("oxcgrt_stringency.csv", STRINGENCY + "CCC,Land C,,NAT_TOTAL,101,x,3\n");
    assertThat(refused())
        .anyMatch(
            one -> one.startsWith("ECO-002") && one.contains("oecd_gdp_quarterly.csv, line 6"))
        .anyMatch(one -> one.startsWith("ECO-002") && one.contains("line 7"))
        .anyMatch(one -> one.startsWith("ECO-003") && one.contains("line 8"))
        .anyMatch(one -> one.startsWith("ECO-004") && one.contains("line 9"))
        .anyMatch(one -> one.startsWith("ECO-003") && one.contains("oxcgrt_stringency.csv, line 5"))
        .anyMatch(one -> one.startsWith("ECO-002") && one.contains("\"x\", not a number"))
        .hasSize(6);
  }

  @Test
  void a_file_of_garbage_does_not_complain_without_end() throws IOException {
    StringBuilder rows = new StringBuilder(GDP);
    rows.repeat("AAA,Land A,B1_GE,VPVOBARSA,never,1,\n", 500);
    write("oecd_gdp_quarterly.csv", rows.toString());
    assertThat(refused()).hasSize(20);
  }

  @Test
  void refuses_other_headers_and_an_empty_file() throws IOException {
    write("oecd_gdp_quarterly.csv", "place,when,what\nAAA,2020-Q1,3\n");
    write("oxcgrt_stringency.csv", "");
    write("worldbank_gdp_growth_annual.csv", GROWTH.replace("-6", "minus six"));
    assertThat(refused())
        .anyMatch(one -> one.contains("No header with [LOCATION, Country, MEASURE, TIME, Value]"))
        .anyMatch(one -> one.contains("No header with [CountryCode, Jurisdiction]"))
        .anyMatch(one -> one.contains("\"minus six\", not a number"))
        .hasSize(3);
  }

  @Test
  void refuses_a_stringency_file_without_days() throws IOException {
    write("oxcgrt_stringency.csv", "CountryCode,Jurisdiction,32Jan2020\nAAA,NAT_TOTAL,1\n");
    assertThat(refused())
        .anyMatch(one -> one.contains("\"32Jan2020\" is no day"))
        .anyMatch(one -> one.contains("No column is a day"));
  }

  @Test
  void reads_packed_files_and_refuses_one_that_breaks_off() throws IOException {
    Files.delete(folder.resolve("oecd_gdp_quarterly.csv"));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(("\uFEFF" + GDP).getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("oecd_gdp_quarterly.csv.gz");
    Files.write(file, packed.toByteArray());
    assertThat(read().countries()).containsExactly("AAA");
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThat(refused()).anyMatch(one -> one.contains("breaks off"));
    Files.writeString(file, "not packed at all");
    assertThat(refused()).anyMatch(one -> one.contains("breaks off or is no text"));
  }
}
