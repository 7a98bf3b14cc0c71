package org.hilum.server.command;

import java.io.PrintStream;

/** One line on a terminal that says what is being done until it is done; silent in a pipe. */
final class LineOnTerminal {

  private final PrintStream terminal;
  private final int width;

  private LineOnTerminal(PrintStream terminal, int width) {
    this.terminal = terminal;
    this.width = width;
  }

  static LineOnTerminal show(String doing, boolean quiet) {
    var console = System.console();
    if (quiet || console == null || !console.isTerminal()) {
      return new LineOnTerminal(System.err, 0);
    }
    String line = doing + " ...";
    System.err.print("\r" + line);
    System.err.flush();
    return new LineOnTerminal(System.err, line.length());
  }

  void clear() {
    if (width > 0) {
      terminal.print("\r" + " ".repeat(width) + "\r");
      terminal.flush();
    }
  }
}
