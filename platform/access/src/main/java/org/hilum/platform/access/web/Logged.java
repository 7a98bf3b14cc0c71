package org.hilum.platform.access.web;

import java.util.regex.Pattern;

/** Words that came from outside, made fit for a log: one line, short. */
final class Logged {

  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9 ._/:-]");
  private static final int LONGEST = 100;

  private Logged() {}

  static String plain(String words) {
    var plain = STRANGE.matcher(words).replaceAll("?");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }
}
