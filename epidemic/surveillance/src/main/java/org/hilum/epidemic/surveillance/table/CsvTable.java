package org.hilum.epidemic.surveillance.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the rows of a CSV file with a header, one by one, never the whole file at once.
 *
 * <p>In: UTF-8 with or without a byte order mark, any line ends, commas, semicolons or tabs; a name
 * that ends in {@code .gz} is unpacked. <br>
 * Refuses: other encodings, an unpacked size above 512 MiB, a header that is missing or names a
 * column twice, quotation marks that never close.
 */
public final class CsvTable implements AutoCloseable {

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final List<String> header;
  private CSVRecord row;

  private CsvTable(Path file, CSVParser parser) throws BrokenTableException {
    this.file = file;
    this.parser = parser;
    this.rows = parser.iterator();
    this.row = firstRow();
    this.header = names(row);
  }

  /** Opens a file and reads its header. */
  public static CsvTable open(Path file) throws BrokenTableException {
    try {
      return begin(file);
    } catch (UncheckedIOException e) {
      throw broken(file, within(e), 1);
    } catch (IOException e) {
      throw broken(file, e, 1);
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static CsvTable begin(Path file) throws IOException, BrokenTableException {
    var reader = TableText.open(file);
    try {
      char separator = TableText.separator(reader);
      var format =
          CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
      return new CsvTable(file, CSVParser.builder().setReader(reader).setFormat(format).get());
    } catch (IOException | BrokenTableException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private CSVRecord firstRow() throws BrokenTableException {
    if (!advance()) {
      throw new BrokenTableException("The file is empty; it needs a header and rows.", 0);
    }
    return row;
  }

  private static List<String> names(CSVRecord first) throws BrokenTableException {
    var names = first.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (names.stream().filter(name -> !name.isEmpty()).distinct().count()
        < names.stream().filter(name -> !name.isEmpty()).count()) {
      throw new BrokenTableException("The header names a column twice.", 1);
    }
    return names;
  }

  /** Names of the columns, in lower case. */
  public List<String> header() {
    return header;
  }

  /** Place of a column, counted from 0; -1 when there is none of the name. */
  public int column(String name) {
    return header.indexOf(name.toLowerCase(Locale.ROOT));
  }

  /** Place of a column that must be there. */
  public int needed(String name) throws BrokenTableException {
    int column = column(name);
    if (column < 0) {
      throw new BrokenTableException(
          "The header has no column \"%s\"; it has: %s."
              .formatted(name, abbreviated(String.join(", ", header))),
          1);
    }
    return column;
  }

  private static String abbreviated(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }

  /** Goes to the next row; false after the last. */
  public boolean next() throws BrokenTableException {
    return advance();
  }

  private boolean advance() throws BrokenTableException {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      row = rows.next();
      return true;
    } catch (UncheckedIOException e) {
      throw broken(file, within(e), line() + 1);
    } catch (IllegalStateException e) {
      throw new BrokenTableException(
          "The row is not understood: a quotation mark may not be closed.", line() + 1);
    }
  }

  /** Refuses a row that has not as many cells as the header. */
  public void checkWhole() throws BrokenTableException {
    if (row.size() != header.size()) {
      throw new BrokenTableException(
          "The row has %d cells, the header %d.".formatted(row.size(), header.size()), line());
    }
  }

  /** The text of a cell without blanks around it. */
  public String cell(int column) {
    return row.get(column).strip();
  }

  /** Line of the row in the file, counted from 1. */
  public long line() {
    return parser.getCurrentLineNumber();
  }

  private static IOException within(UncheckedIOException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  private static BrokenTableException broken(Path file, IOException cause, long line) {
    return switch (cause) {
      case CharacterCodingException ignored ->
          new BrokenTableException(
              "The file is not in UTF-8. Save it as \"CSV UTF-8\".",
              TableText.firstForeignLine(file));
      case LimitedInput.TooLongException ignored ->
          new BrokenTableException(
              "The file is larger than %d MiB unpacked.".formatted(TableText.LARGEST_BYTES >> 20),
              line);
      case ZipException ignored ->
          new BrokenTableException("The file is not a gzip file, or a broken one.", 0);
      case EOFException ignored ->
          new BrokenTableException("The file ends too early; send it again.", line);
      case NoSuchFileException ignored -> new BrokenTableException("The file is not there.", 0);
      default ->
          new BrokenTableException(
              "The row is not understood: a quotation mark may not be closed, or the file ends"
                  + " too early.",
              line);
    };
  }

  @Override
  public void close() throws BrokenTableException {
    try {
      parser.close();
    } catch (IOException e) {
      throw new BrokenTableException("The file could not be closed.", 0);
    }
  }
}
