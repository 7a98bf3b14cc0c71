package org.hilum.platform.storage.backup;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hilum.platform.storage.BackupTroubleException;
import org.hilum.platform.storage.ContentHash;

/**
 * What one backup holds: it is written last, and a backup without it, or with one cut short, is
 * none.
 *
 * <p>A text of lines, fields separated by tabs; the last line is the hash of all before it.
 *
 * @param program the version of Hilum that made it
 */
public record Manifest(
    Instant made,
    String program,
    List<Script> scripts,
    List<Table> tables,
    List<Sequence> sequences,
    List<Content> contents,
    List<Folder> folders) {

  /** What is made part of a path or of a question to the database. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  private static final String WITHOUT_FOLDERS = "hilum-backup\t1";

  /** A Hilum that knows nothing of plain folders refuses it, and loses none. */
  private static final String WITH_FOLDERS = "hilum-backup\t2";

  public Manifest {
    scripts = List.copyOf(scripts);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    contents = List.copyOf(contents);
    folders = List.copyOf(folders);
  }

  /** A script that had shaped the tables. */
  public record Script(String name, int checksum) {
    public Script {
      named(name);
    }
  }

  /**
   * The rows of a table.
   *
   * @param hash of the rows as PostgreSQL's COPY writes them
   */
  public record Table(String name, long rows, ContentHash hash, List<String> columns) {
    public Table {
      columns = List.copyOf(columns);
      named(name);
      columns.forEach(column -> named(column.replaceAll("^\"|\"$", "")));
    }
  }

  /** Where a sequence stood. */
  public record Sequence(String name, long value, boolean isUsed) {
    public Sequence {
      named(name);
    }
  }

  /**
   * The files of a store.
   *
   * @param hash of the list of their hashes
   * @param damaged how many were damaged before the backup, and are not in it
   */
  public record Content(String store, long files, long bytes, ContentHash hash, long damaged) {
    public Content {
      named(store);
    }
  }

  /**
   * The files of a plain folder.
   *
   * @param hash of the list of their hashes and paths
   * @param leftOut how many are not in the backup
   */
  public record Folder(String name, long files, long bytes, ContentHash hash, long leftOut) {
    public Folder {
      named(name);
    }
  }

  private static void named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name that a backup can hold: " + name);
    }
  }

  /** The text to be kept. */
  public String text() {
    var lines = new ArrayList<String>();
    lines.add(folders.isEmpty() ? WITHOUT_FOLDERS : WITH_FOLDERS);
    lines.add(line("made", made, program));
    scripts.forEach(each -> lines.add(line("script", each.name, each.checksum)));
    tables.forEach(
        each ->
            lines.add(
                line("table", each.name, each.rows, each.hash, String.join("\t", each.columns))));
    sequences.forEach(each -> lines.add(line("sequence", each.name, each.value, each.isUsed)));
    contents.forEach(
        each ->
            lines.add(
                line("content", each.store, each.files, each.bytes, each.hash, each.damaged)));
    folders.forEach(
        each ->
            lines.add(line("folder", each.name, each.files, each.bytes, each.hash, each.leftOut)));
    var text = String.join("\n", lines) + "\n";
    return text + "end\t" + hash(text) + "\n";
  }

  private static String line(Object... fields) {
    return String.join("\t", Arrays.stream(fields).map(String::valueOf).toList());
  }

  /** Of some text. */
  public static ContentHash hash(String text) {
    var digest = ContentHash.digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return ContentHash.of(digest);
  }

  /** Understands a text that was kept; refuses one that was changed or cut short. */
  public static Manifest of(String text) throws BackupTroubleException {
    int end = text.lastIndexOf("end\t");
    if (end < 0 || !text.substring(end).equals("end\t" + hash(text.substring(0, end)) + "\n")) {
      throw new BackupTroubleException(
          "The backup's manifest was changed or is not whole. Use another backup.");
    }
    if (!text.startsWith(WITHOUT_FOLDERS + "\n") && !text.startsWith(WITH_FOLDERS + "\n")) {
      throw new BackupTroubleException(
          "The backup is of a kind that this Hilum does not know. Restore it with a newer Hilum.");
    }
    try {
      return parsed(text.substring(0, end).lines().skip(1).toList());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException odd) {
      throw new BackupTroubleException("The backup's manifest cannot be understood.", odd);
    }
  }

  private static Manifest parsed(List<String> lines) {
    var made = fields(lines.getFirst());
    return new Manifest(
        Instant.parse(made.get(1)),
        made.get(2),
        linesOf(lines, "script")
            .map(f -> new Script(f.get(1), Integer.parseInt(f.get(2))))
            .toList(),
        linesOf(lines, "table")
            .map(
                f ->
                    new Table(
                        f.get(1),
                        Long.parseLong(f.get(2)),
                        new ContentHash(f.get(3)),
                        f.subList(4, f.size())))
            .toList(),
        linesOf(lines, "sequence")
            .map(
                f ->
                    new Sequence(
                        f.get(1), Long.parseLong(f.get(2)), Boolean.parseBoolean(f.get(3))))
            .toList(),
        linesOf(lines, "content").map(Manifest::content).toList(),
        linesOf(lines, "folder").map(Manifest::folder).toList());
  }

  private static Content content(List<String> f) {
    return new Content(
        f.get(1),
        Long.parseLong(f.get(2)),
        Long.parseLong(f.get(3)),
        new ContentHash(f.get(4)),
        Long.parseLong(f.get(5)));
  }

  private static Folder folder(List<String> f) {
    return new Folder(
        f.get(1),
        Long.parseLong(f.get(2)),
        Long.parseLong(f.get(3)),
        new ContentHash(f.get(4)),
        Long.parseLong(f.get(5)));
  }

  private static Stream<List<String>> linesOf(List<String> lines, String name) {
    return lines.stream().map(Manifest::fields).filter(fields -> fields.getFirst().equals(name));
  }

  private static List<String> fields(String line) {
    return Arrays.asList(line.split("\t", -1));
  }
}
