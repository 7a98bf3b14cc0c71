package org.hilum.server;

/** The program. */
public final class Hilum {
  private Hilum() {}

  public static void main(String[] arguments) {
    System.exit(0);
  }
}
