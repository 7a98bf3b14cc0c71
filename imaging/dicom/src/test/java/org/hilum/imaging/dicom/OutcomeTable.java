package org.hilum.imaging.dicom;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Says what becomes of every file below the folders named: its transfer syntax, the outcome, the
 * codes of what was read over, a hash of the first frame's stored values, and milliseconds.
 */
public final class OutcomeTable {

  private OutcomeTable() {}

  /** What became of a file. */
  record Row(String file, String syntax, String outcome, String codes, String hash, double ms) {
    @Override
    public String toString() {
      return "| %s | %s | %s | %s | %s | %.1f |".formatted(file, syntax, outcome, codes, hash, ms);
    }
  }

  /** Prints the table of the folders named. */
  public static void main(String[] folders) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| file | transfer syntax | outcome | deviations | pixels | ms |");
    out.println("|---|---|---|---|---|---|");
    for (var folder : folders) {
      for (var file : files(Path.of(folder))) {
        out.println(row(Path.of(folder), file));
      }
    }
  }

  static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static Row row(Path folder, Path file) throws IOException {
    var name = folder.relativize(file).toString();
    long start = System.nanoTime();
    return switch (DicomReader.read(file, DicomReader.Depth.WHOLE)) {
      case DicomParse.NotDicom not ->
          new Row(name, "", "not DICOM: " + not.reason(), "", "", since(start));
      case DicomParse.Refused refused ->
          new Row(name, "", "refused: " + joined(refused.reasons()), "", "", since(start));
      case DicomParse.Parsed parsed -> decoded(name, parsed.object(), start);
    };
  }

  private static Row decoded(String name, DicomObject object, long start) {
    var syntax =
        TransferSyntax.of(object.transferSyntaxUid())
            .map(TransferSyntax::title)
            .orElse(object.transferSyntaxUid());
    var codes =
        object.deviations().stream()
            .map(reason -> reason.code().code())
            .distinct()
            .collect(Collectors.joining(" "));
    return switch (FrameDecoder.decode(object, 0)) {
      case FrameDecode.Decoded decoded ->
          new Row(name, syntax, "read", codes, StoredHash.of(decoded.frame()), since(start));
      case FrameDecode.Undecodable not ->
          new Row(name, syntax, "read, no pixels: " + not.reason(), codes, "", since(start));
    };
  }

  private static String joined(List<Reason> reasons) {
    return reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
