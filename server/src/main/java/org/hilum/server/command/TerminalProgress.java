package org.hilum.server.command;

import java.io.PrintStream;
import java.util.Locale;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingStep;
import org.hilum.imaging.reading.StudyOutcome;

/** One line on a terminal that says how far the reading is; silent in a pipe. */
final class TerminalProgress implements ReadingListener {

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
    var console = System.console();
    return quiet || console == null || !console.isTerminal()
        ? ReadingListener.SILENT
        : new TerminalProgress(terminal);
  }

  @Override
  public synchronized void progress(String studyName, ReadingStep step, double fraction) {
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
            step.doing() + (studyName.isEmpty() ? "" : " of study " + studyName)));
  }

  @Override
  public synchronized void finished(StudyOutcome outcome) {
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
