package org.hilum.imaging.intake.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.hilum.imaging.intake.upload.UploadReason;

/** Reasons in one column: a line each, with a code, a tab and a sentence. */
final class ReasonLines {

  private ReasonLines() {}

  static String of(List<UploadReason> reasons) {
    return reasons.stream()
        .map(reason -> reason.code() + "\t" + reason.message().replaceAll("[\\p{Cntrl}]", " "))
        .collect(Collectors.joining("\n"));
  }

  static List<UploadReason> read(String lines) {
    return lines.lines().map(ReasonLines::line).toList();
  }

  private static UploadReason line(String line) {
    int tab = line.indexOf('\t');
    return new UploadReason(line.substring(0, tab), line.substring(tab + 1));
  }
}
