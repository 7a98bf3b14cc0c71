package org.hilum.imaging.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.reporting.RadiologistReportWriter;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.signing.ReportEvent.Kind;
import org.hilum.imaging.signing.basis.CaseResults;
import org.hilum.imaging.signing.objects.ReportComposer;
import org.hilum.imaging.signing.objects.SignedFolder;
import org.hilum.imaging.signing.sql.ReportTable;
import org.hilum.imaging.signing.sql.ReportTable.Signed;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.Worklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs reports, adds to them, withdraws them: first the signature is safe, then its files are
 * written; what a stop keeps from being written is written by {@link #takeUp}.
 */
public final class Signatures {

  private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

  private final ReportTable table;
  private final ReportDesk desk;
  private final ListTeller list;
  private final CaseResults results;
  private final ReportComposer composer;
  private final RadiologistReportWriter writer;
  private final SignedFolder folder;
  private final Ground ground;

  /**
   * What signing stands on.
   *
   * @param workFolder for files under way
   * @param zone in which times stand on a page
   */
  public record Ground(
      DataSource tables,
      Worklist worklist,
      ReportDesk desk,
      Archive archive,
      SoftwareIdentity software,
      Path workFolder,
      InstantSource clock,
      ZoneId zone) {}

  public Signatures(Ground ground, RadiologistReportWriter writer) {
    this.ground = ground;
    this.writer = writer;
    this.table = new ReportTable(ground.tables());
    this.desk = ground.desk();
    this.list = new ListTeller(table, desk);
    this.results = new CaseResults(ground.worklist());
    this.composer = new ReportComposer(results, ground.software(), ground.zone());
    this.folder = new SignedFolder(ground.archive(), results, composer, writer);
  }

  /** The draft as it would look; empty where nobody has begun, or nothing of the study is there. */
  public Optional<byte[]> preview(CaseKey key) {
    var report = table.report(key);
    return report.revision() == 0
        ? Optional.empty()
        : folder
            .header(key)
            .map(
                header ->
                    writer.pdf(
                        composer.draft(key, report.text(), header, ground.clock().instant())));
  }

  /** Gives who signs, once it is their turn to be asked for the password. */
  @FunctionalInterface
  public interface Check {
    /** Whoever it is. */
    Signer signer() throws SigningRefusal;
  }

  /**
   * Signs a draft.
   *
   * @param revision that was read by who signs
   * @param isOnOlder whether it is meant, where newer results are there than it rests on
   */
  public CaseReport sign(CaseKey key, int revision, boolean isOnOlder, Check who)
      throws SigningRefusal {
    var report = table.report(key);
    if (report.revision() != revision) {
      throw SigningRefusal.changed(report);
    }
    require(report, ReportState.DRAFT, "there is no draft to sign");
    if (report.text().texts(ReportSection.FINDINGS).isEmpty()
        && report.text().texts(ReportSection.IMPRESSION).isEmpty()) {
      throw new SigningRefusal(SigningReason.NOTHING_TO_SIGN, "the report says nothing yet");
    }
    if (!isOnOlder && results.hasNewer(report)) {
      throw new SigningRefusal(
          SigningReason.NEWER_RESULT, "newer results are there than the report rests on");
    }
    return signed(report, new Step(Kind.SIGNED, ReportState.SIGNED, ""), who);
  }

  /** Adds to what is signed; the text before stays as it is. */
  public CaseReport add(CaseKey key, String words, Check who) throws SigningRefusal {
    var report = table.report(key);
    require(report, ReportState.SIGNED, "only a signed report has addenda");
    return signed(report, new Step(Kind.ADDENDUM, ReportState.SIGNED, words), who);
  }

  /** Takes back what was signed; it stays in the history. */
  public CaseReport withdraw(CaseKey key, String why, Check who) throws SigningRefusal {
    var report = table.report(key);
    require(report, ReportState.SIGNED, "only a signed report can be withdrawn");
    return signed(report, new Step(Kind.WITHDRAWN, ReportState.WITHDRAWN, why), who);
  }

  private static void require(CaseReport report, ReportState state, String words)
      throws SigningRefusal {
    if (report.state() != state) {
      throw new SigningRefusal(
          SigningReason.NOT_IN_THIS_STATE, "the report is " + report.state() + ": " + words);
    }
  }

  private record Step(Kind kind, ReportState to, String words) {}

  private CaseReport signed(CaseReport report, Step step, Check who) throws SigningRefusal {
    var key = report.key();
    if (folder.header(key).isEmpty()) {
      throw new SigningRefusal(
          SigningReason.NO_IMAGE_OF_THE_STUDY, "no object of the study is in the archive");
    }
    var signed = new Signed(step.kind(), report.state(), step.to(), who.signer());
    var now = ground.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    if (table.sign(key, report.revision(), signed, step.words(), report.text(), now).isEmpty()) {
      throw SigningRefusal.changed(table.report(key));
    }
    list.tell(table.report(key));
    write(key);
    return table.report(key);
  }

  /** Writes what is signed and not written; what fails is tried again by {@link #takeUp}. */
  private synchronized void write(CaseKey key) {
    var report = table.report(key);
    for (var event : report.history()) {
      if (event.result().isEmpty()) {
        try {
          written(report, event);
        } catch (IOException | RuntimeException failed) {
          LOG.warn("case {}: a signed report is not written yet", key.subject(), failed);
          return;
        }
      }
    }
  }

  private void written(CaseReport report, ReportEvent event) throws IOException {
    Files.createDirectories(ground.workFolder());
    var place = Files.createTempDirectory(ground.workFolder(), "work-");
    try {
      folder.write(report, event, place);
      table.written(event.id(), desk.keep(report.key(), event.id(), place));
    } finally {
      try (var files = Files.walk(place)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Does what a stop or an outage left undone. Safe at any time. */
  public void takeUp() {
    list.takeUp();
    table.unwritten().forEach(this::write);
  }
}
