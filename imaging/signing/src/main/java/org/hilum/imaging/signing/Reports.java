package org.hilum.imaging.signing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.basis.CaseResults;
import org.hilum.imaging.signing.prefill.Prefill;
import org.hilum.imaging.signing.sql.ReportTable;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;

/**
 * Keeps the reports of cases: who asks for a change names the revision it is made over, so nothing
 * that another person wrote is lost.
 */
public final class Reports implements Worklist.Observer {

  /** Where the scripts that make its tables lie on the class path. */
  public static final String TABLES = "org/hilum/imaging/signing/sql";

  private final ReportTable table;
  private final CaseResults results;
  private final ListTeller list;
  private final InstantSource clock;

  public Reports(DataSource tables, Worklist worklist, ReportDesk desk, InstantSource clock) {
    this.table = new ReportTable(tables);
    this.results = new CaseResults(worklist);
    this.list = new ListTeller(table, desk);
    this.clock = clock;
  }

  /** The report of a case as it is. */
  public CaseReport report(CaseKey key) {
    return table.report(key);
  }

  /** Files of a result of a case; none where there is no such result. */
  public List<ResultFile> files(CaseKey key, long result) {
    return results.result(key, result).map(StudyResult::files).orElse(List.of());
  }

  /** Whether a reading or a comparison is there that the report does not rest on. */
  public boolean hasNewer(CaseReport report) {
    return results.hasNewer(report);
  }

  /**
   * Proposes sentences from what was measured, in place of what was proposed before; what a person
   * wrote or changed stays as it is.
   *
   * @param revision that the caller has seen; empty for whichever is the newest
   */
  public CaseReport prefill(CaseKey key, Language language, Optional<Integer> revision, String by)
      throws SigningRefusal {
    var report = open(key, revision);
    var found =
        results
            .current(key)
            .orElseThrow(
                () ->
                    new SigningRefusal(
                        SigningReason.NOTHING_TO_REST_ON, "the study has no reading yet"));
    var sentences = new LinkedHashMap<String, ReportSentence>();
    for (var proposed : Prefill.of(found.numbers(), found.compared(), language)) {
      var written = report.text().sentence(proposed.id()).filter(ReportSentence::isEdited);
      sentences.put(
          proposed.id(), written.map(kept -> proposed.saying(kept.text())).orElse(proposed));
    }
    report.text().sentences().stream()
        .filter(each -> each.isEdited() && !sentences.containsKey(each.id()))
        .forEach(each -> sentences.put(each.id(), each));
    var text =
        new ReportText(
            language,
            report.text().isCritical(),
            report.text().communication(),
            inOrder(sentences),
            found.basis());
    return saved(report, text, by);
  }

  private static List<ReportSentence> inOrder(LinkedHashMap<String, ReportSentence> sentences) {
    var ordered = new ArrayList<ReportSentence>();
    for (var section : ReportSection.values()) {
      sentences.values().stream().filter(each -> each.section() == section).forEach(ordered::add);
    }
    return ordered;
  }

  /** Keeps what a person wrote as the draft. */
  public CaseReport save(CaseKey key, ReportDraft draft, String by) throws SigningRefusal {
    var report = open(key, Optional.of(draft.revision()));
    var sentences =
        draft.sentences().stream()
            .map(
                written ->
                    report
                        .text()
                        .sentence(written.id())
                        .filter(known -> known.section() == written.section())
                        .map(known -> known.saying(written.text()))
                        .orElseGet(
                            () ->
                                new ReportSentence(
                                    written.id(),
                                    written.section(),
                                    written.text(),
                                    "",
                                    List.of())))
            .toList();
    var text =
        new ReportText(
            draft.language(),
            draft.isCritical(),
            draft.communication(),
            sentences,
            report.text().basis());
    return saved(report, text, by);
  }

  /** The report, if it can be written and is the one the caller has seen. */
  private CaseReport open(CaseKey key, Optional<Integer> revision) throws SigningRefusal {
    var report = table.report(key);
    if (revision.isPresent() && revision.get() != report.revision()) {
      throw SigningRefusal.changed(report);
    }
    if (report.state() == ReportState.SIGNED) {
      throw new SigningRefusal(
          SigningReason.NOT_IN_THIS_STATE,
          "%s signed the report at %s: add to it, or withdraw it"
              .formatted(report.by(), report.at()));
    }
    return report;
  }

  private CaseReport saved(CaseReport over, ReportText text, String by) throws SigningRefusal {
    var key = over.key();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!table.save(key, over.revision(), text, by, now)) {
      throw SigningRefusal.changed(table.report(key));
    }
    var report = table.report(key);
    list.tell(report);
    return report;
  }

  @Override
  public void changed(WorklistEntry entry) {
    // A report stays as it was, whatever comes after.
  }

  @Override
  public void gone(CaseKey key, Set<String> seers) {
    table.forget(key);
  }
}
