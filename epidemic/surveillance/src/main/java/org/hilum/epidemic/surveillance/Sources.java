package org.hilum.epidemic.surveillance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.hilum.epidemic.surveillance.source.Gathering;
import org.hilum.epidemic.surveillance.source.LineList;
import org.hilum.epidemic.surveillance.source.LongTable;
import org.hilum.epidemic.surveillance.source.WideTable;

/**
 * Reads the files of known sources, plain or packed with {@code .gz}, row by row.
 *
 * <p>Each refuses a broken file with all reasons, and a count dated after its day of knowledge.
 * Nothing is fetched: a file must lie on disk.
 */
public final class Sources {

  private Sources() {}

  /**
   * Johns Hopkins' global time series: running totals, a column for each day, provinces added up to
   * countries.
   *
   * @param files the table of confirmed cases, of deaths, or both
   * @param day day of knowledge, on which the files were fetched
   */
  public static SourceReading jhuGlobal(Map<Measure, Path> files, LocalDate day) {
    var gathering = new Gathering();
    new EnumMap<>(files)
        .forEach((measure, file) -> gathering.file(file, new WideTable(measure, day)));
    return gathering.done();
  }

  /**
   * Chinese provinces as gathered from the commissions' reports (canghailan, DXY): running totals
   * of confirmed cases and deaths; rows of cities and of whole countries are left out.
   *
   * @param day day of knowledge
   */
  public static SourceReading chineseProvinces(Path file, LocalDate day) {
    return new Gathering()
        .file(
            file,
            new LongTable("province", "date", day)
                .onlyWhereEmpty("city")
                .totals(Measure.CASES, "confirmed")
                .totals(Measure.DEATHS, "dead"))
        .done();
  }

  /** The same table of provinces as it stood on each day, with a column {@code as_of}. */
  public static SourceReading chineseProvincesAsOf(Path file) {
    return new Gathering()
        .file(
            file,
            new LongTable("province", "date", LocalDate.MIN)
                .asOf("as_of")
                .totals(Measure.CASES, "confirmed")
                .totals(Measure.DEATHS, "dead"))
        .done();
  }

  /**
   * Truth of the European hub as known on each Monday: {@code as_of,location,date,value}, daily.
   *
   * @param files one for each measure
   */
  public static SourceReading hubTruthAsOf(Map<Measure, Path> files) {
    var gathering = new Gathering();
    new EnumMap<>(files)
        .forEach(
            (measure, file) ->
                gathering.file(
                    file,
                    new LongTable("location", "date", LocalDate.MIN)
                        .asOf("as_of")
                        .increments(measure, "value")));
    return gathering.done();
  }

  /**
   * Weekly admissions of the United States hub as known on each day of release: {@code
   * target_end_date,observation,location,as_of,target}.
   */
  public static SourceReading cdcAdmissionsAsOf(Path file) {
    return new Gathering()
        .file(
            file,
            new LongTable("location", "target_end_date", LocalDate.MIN)
                .asOf("as_of")
                .increments(Measure.ADMISSIONS, "observation"))
        .done();
  }

  /**
   * Italian regions of the Protezione Civile: new cases, and running totals of deaths.
   *
   * @param day day of knowledge
   */
  public static SourceReading italianRegions(Path file, LocalDate day) {
    return new Gathering()
        .file(
            file,
            new LongTable("denominazione_regione", "data", day)
                .increments(Measure.CASES, "nuovi_positivi")
                .totals(Measure.DEATHS, "deceduti"))
        .done();
  }

  /**
   * German states of the Robert Koch institute: new cases and deaths.
   *
   * @param day day of knowledge
   */
  public static SourceReading germanStates(Path file, LocalDate day) {
    return new Gathering()
        .file(
            file,
            new LongTable("state", "Date", day)
                .increments(Measure.CASES, "Cases_New")
                .increments(Measure.DEATHS, "Deaths_New"))
        .done();
  }

  /**
   * A health department's list of cases, a row for each: {@code location,report_date}, and {@code
   * death_date,admission_date} where known. Other columns are not looked at. Daily counts of a
   * department need no importer: see {@link VintageFolder}.
   *
   * @param day day of knowledge: the list is complete up to it
   */
  public static SourceReading lineList(Path file, LocalDate day) {
    return new Gathering().file(file, new LineList(day)).done();
  }
}
