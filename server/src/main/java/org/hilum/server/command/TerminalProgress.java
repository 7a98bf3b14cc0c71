package org.hilum.server.command;

import java.io.PrintStream;
import java.util.Locale;
import org.hilum.imaging.evaluation.EvaluationListener;
import org.hilum.imaging.evaluation.ManifestRow;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingStep;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.platform.storage.BackupProgress;

/** One line on a terminal that says how far the reading is; silent in a pipe. */
final class TerminalProgress implements ReadingListener, EvaluationListener, BackupProgress {

  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int BAR = 24;
  private static final int WIDTH = 100;

  private final PrintStream terminal;
  private long drawnAt;

  private TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
    this.drawnAt = System.nanoTime() - REDRAW_NANOS;
  }

  /** Progress on the terminal, if there is one to look at. */
  static ReadingListener ifWatched(PrintStream terminal, boolean quiet) {
    return isWatched(quiet) ? new TerminalProgress(terminal) : ReadingListener.SILENT;
  }

  /** Progress of an evaluation on the terminal, if there is one to look at. */
  static EvaluationListener ofEvaluation(PrintStream terminal, boolean quiet) {
    return isWatched(quiet) ? new TerminalProgress(terminal) : EvaluationListener.SILENT;
  }

  /** Progress of a backup or a restore on the terminal, if there is one to look at. */
  static BackupProgress ofBackup(PrintStream terminal, boolean quiet) {
    return isWatched(quiet) ? new TerminalProgress(terminal) : BackupProgress.silent();
  }

  private static boolean isWatched(boolean quiet) {
    var console = System.console();
    return !quiet && console != null && console.isTerminal();
  }

  @Override
  public void progress(String studyName, ReadingStep step, double fraction) {
    show(step.doing() + (studyName.isEmpty() ? "" : " of study " + studyName), fraction);
  }

  @Override
  public void progress(ManifestRow row, int number, int count, double fraction) {
    show("case %d of %d, %s".formatted(number, count, row.id()), (number - 1 + fraction) / count);
    if (number == count && fraction >= 1) {
      clear();
    }
  }

  @Override
  public void done(String store, long files, long ofFiles) {
    show("%s: file %d of %d".formatted(store, files, ofFiles), (double) files / ofFiles);
    if (files == ofFiles) {
      clear();
    }
  }

  private synchronized void show(String doing, double fraction) {
    long now = System.nanoTime();
    if (now - drawnAt < REDRAW_NANOS && fraction < 1) {
      return;
    }
    drawnAt = now;
    int filled = (int) Math.round(BAR * Math.clamp(fraction, 0, 1));
    draw(
        String.format(
            Locale.ROOT,
            "%s%s %3.0f %%  %s",
            "█".repeat(filled),
            "░".repeat(BAR - filled),
            100 * fraction,
            doing));
  }

  @Override
  public void finished(StudyOutcome outcome) {
    clear();
  }

  private synchronized void clear() {
    draw("");
    terminal.print("\r");
    terminal.flush();
  }

  private void draw(String line) {
    var shown = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
    terminal.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
    terminal.flush();
  }
}
